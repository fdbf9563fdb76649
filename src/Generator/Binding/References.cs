using System.Globalization;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding;

/// <summary>Follows <c>$ref</c> within a document and into other files. What leads nowhere is reported once, where it is written.</summary>
internal sealed class References(DocumentReading reading, DiagnosticBag diagnostics)
{
    private readonly HashSet<(string File, string Reference)> _open = [];

    public DocumentReading Reading => reading;

    /// <summary>Where what is wrong is reported.</summary>
    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>The node itself, or what its reference leads to in the end; null where it leads nowhere.</summary>
    public Located? Resolve(Located place)
    {
        SpecNode? first = null;
        HashSet<SpecNode>? seen = null;
        var current = place;
        while (Reference(current) is { } node)
        {
            if (first is null) first = node;
            else if (!(seen ??= [first]).Add(node)) return Report(node, "it leads back to itself");
            if (Target(current, node) is not { } target) return null;
            current = target;
        }

        return current;
    }

    /// <summary>What a key holds, or what its reference leads to; null where there is nothing.</summary>
    public Located? Get(Located place, string key) => place.Get(key) is { } child ? Resolve(child) : null;

    /// <summary>The items of a list that a key holds, be the list itself a reference.</summary>
    public IEnumerable<Located> Elements(Located place, string key) =>
        place.Node.Get(key).Get("$ref") is null ? place.Elements(key)
        : Get(place, key) is { } list ? list.Elements()
        : [];

    private static SpecNode? Reference(Located place) => place.Node.Get("$ref") is { Kind: NodeKind.String } node ? node : null;

    private Located? Target(Located place, SpecNode node)
    {
        var key = (place.File, node.Text!);
        if (reading.Targets.TryGetValue(key, out var known)) return known;
        if (!_open.Add(key)) return Report(node, "it leads back to itself");
        var target = Find(place, node);
        _open.Remove(key);
        if (target is not null) reading.Targets[key] = target;
        return target;
    }

    private Located? Find(Located place, SpecNode node)
    {
        var (path, fragment) = JsonPointer.Split(node.Text!);
        if (JsonPointer.Tokens(fragment) is not { } tokens) return Report(node, "it is not a JSON pointer such as '#/components/schemas/…'");
        if (path.StartsWith("/", StringComparison.Ordinal) || path.IndexOf(':') >= 0)
        {
            if (reading.Files.Open(place.File, out _) is not { } own || SelfAddress.Relative(own, path) is not { } beside) return Report(node, "only files that are named relative to this one are read");
            path = beside;
        }

        var file = path.Length == 0 ? place.File : reading.Files.Name(place.File, path);
        if (reading.Files.Open(file, out var problem) is not { } document) return Report(node, problem!);
        var current = Located.Root(document.Root, file);
        foreach (var token in tokens)
        {
            // a map on the way may itself be a reference
            if (Reference(current) is not null && current.Node.Get(token) is null && Resolve(current) is { } behind) current = behind;
            if (Step(current, token) is not { } next) return ReportMissing(node, document, current, token);
            current = next;
        }

        return current;
    }

    private static string Name(Located place) => place.Pointer == "#" ? "the document" : $"'{(place.Pointer.EndsWith("#", StringComparison.Ordinal) ? place.File : place.Pointer)}'";

    private static Located? Step(Located place, string token)
    {
        var items = place.Node.Elements();
        if (items.Length == 0) return place.Get(token);
        return int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Length
            ? place.Under(token, items[index])
            : null;
    }

    /// <summary>Every reference that needs what is missing has the same cause, so that they are one error in the end.</summary>
    private Located? ReportMissing(SpecNode node, SpecDocument document, Located holder, string token)
    {
        var suggestion = Nearest.Suggestion(Nearest.To(token, holder.Node.Members().Select(entry => entry.Key)));
        if (suggestion.Length == 0 && document.MayBeCutOff) suggestion = ", and its last line has no line break, so it may be cut off";
        var reason = $"{Name(holder)} has no '{token}'";
        diagnostics.Add(DiagnosticInfo.Create(DiagnosticCatalogue.DanglingReference.Id, node.Location, node.Text!, reason + suggestion) with { Cause = reason });
        return null;
    }

    private Located? Report(SpecNode node, string reason)
    {
        diagnostics.Add(DiagnosticCatalogue.DanglingReference, node.Location, node.Text!, reason);
        return null;
    }
}
