using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// The API rejects a second resource of the same name where the name is what addresses it, where the create documents a conflict,
/// or where the description of the name, in the request or the resource, says that it is unique. What only should be unique, or is so
/// for one kind of several, is not; nor is what is for show because something else conflicts.
/// </summary>
internal sealed class UniquenessRule(References references, PropertyPaths paths)
{
    private const string Unique = "unique";

    /// <summary>Up to three words may stand between one of these and the claim: "need not be unique", "not globally unique".</summary>
    private static readonly string[] Denials = ["not", "n't", "never", "non", "should"];

    private static readonly string[] OtherConflicts = ["lock", "locked", "in progress", "idempotent", "idempotency", "limit", "busy"];

    /// <summary>The reason in a sentence; null where nothing says so.</summary>
    public string? Reason(SpecOperation create, Schema request, string naturalKey, Schema resource, string? nameInResource, string id)
    {
        if (naturalKey == id) return $"'{naturalKey}' addresses the resource, so there is one of each name.";
        if (Says(paths.Find(request, naturalKey)) || Claims(ParameterProse(create, naturalKey)) || (nameInResource is not null && Says(paths.Find(resource, nameInResource))))
            return $"The document says that '{naturalKey}' is unique.";
        return Words.Flat(naturalKey) != "displayname" && HasConflict(create) && CreateParameters.Parts(naturalKey).Length == 1 ? "The create answers 409 for a name that is taken." : null;
    }

    private static string ParameterProse(SpecOperation create, string naturalKey) =>
        CreateParameters.InQuery(naturalKey) is { } name ? create.Parameters.FirstOrDefault(parameter => parameter.Place == ParameterPlace.Query && parameter.Name == name)?.Description ?? "" : "";

    private static bool Says(Schema? name) => name is not null && Claims(name.Prose);

    /// <summary>The text says "unique" and nowhere denies it, nor says it of one item of a list of kinds.</summary>
    private static bool Claims(string text)
    {
        var claims = false;
        for (var at = 0; (at = Phrases.Find(text, Unique, at)) >= 0; at += Unique.Length)
        {
            if (IsDenied(text, at) || IsOfOneKind(text, at)) return false;
            claims = true;
        }

        return claims;
    }

    private static bool IsDenied(string text, int claim)
    {
        var before = text.Substring(0, claim).Split([' ', '\n', '\t', '-'], StringSplitOptions.RemoveEmptyEntries);
        return before.Skip(before.Length - 4).Any(word => Denials.Any(denial => word.Equals(denial, StringComparison.OrdinalIgnoreCase)
            || (denial == "n't" && word.EndsWith(denial, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>In a line such as <c>- `primary`: it is unique</c>.</summary>
    private static bool IsOfOneKind(string text, int claim)
    {
        var line = text.Substring(text.LastIndexOf('\n', claim) + 1).TrimStart(' ', '\t', '*', '-');
        return line.StartsWith("`", StringComparison.Ordinal) && line.IndexOf('`', 1) is > 0 and var end && line.Substring(end + 1).TrimStart().StartsWith(":", StringComparison.Ordinal);
    }

    private bool HasConflict(SpecOperation create) =>
        references.Get(create.Place, "responses")?.Get("409") is { } reference
        && references.Resolve(reference) is { } reply
        && !Phrases.HasAny(reply.Node.Get("description").AsString() ?? "", OtherConflicts);
}
