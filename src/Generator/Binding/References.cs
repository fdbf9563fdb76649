using System.Globalization;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>Follows <c>$ref</c> within the document. What leads nowhere is reported once, where it is written.</summary>
internal sealed class References(SpecDocument document, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, Located?> _targets = new(StringComparer.Ordinal);

    /// <summary>The node itself, or what its reference leads to in the end; null where it leads nowhere.</summary>
    public Located? Resolve(Located place)
    {
        HashSet<string>? seen = null;
        var current = place;
        while (current.Node.Get("$ref") is { Kind: NodeKind.String, Text: { } reference } node)
        {
            seen ??= new(StringComparer.Ordinal);
            if (!seen.Add(reference)) return Report(node, reference, "it leads back to itself");
            if (Target(reference, node) is not { } target) return null;
            current = target;
        }

        return current;
    }

    private Located? Target(string reference, SpecNode node)
    {
        if (_targets.TryGetValue(reference, out var known) && known is not null) return known;
        var target = Find(reference, node);
        _targets[reference] = target;
        return target;
    }

    private Located? Find(string reference, SpecNode node)
    {
        if (!reference.StartsWith("#", StringComparison.Ordinal))
            return Report(node, reference, "documents of several files are not supported yet");
        if (JsonPointer.Tokens(reference) is not { } tokens)
            return Report(node, reference, "it is not a JSON pointer such as '#/components/schemas/…'");
        var current = new Located(document.Root, "#");
        foreach (var token in tokens)
        {
            if (Step(current, token) is not { } next) return Report(node, reference, $"{(current.Pointer == "#" ? "the document" : $"'{current.Pointer}'")} has no '{token}'");
            current = next;
        }

        return current;
    }

    private static Located? Step(Located place, string token)
    {
        var items = place.Node.Elements();
        if (items.Count == 0) return place.Get(token);
        return int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count
            ? place.Under(token, items[index])
            : null;
    }

    private Located? Report(SpecNode node, string reference, string reason)
    {
        diagnostics.Add(DiagnosticCatalogue.DanglingReference, node.Location, reference, reason);
        return null;
    }
}
