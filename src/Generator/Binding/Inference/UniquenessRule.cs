using System.Text.RegularExpressions;
using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// The API rejects a second resource of the same name where the name is what addresses it, where the create documents a conflict,
/// or where the description of the name, in the request or the resource, says that it is unique. What only should be unique, or is so
/// for one kind of several, is not.
/// </summary>
internal sealed class UniquenessRule(References references, PropertyPaths paths)
{
    private static readonly Regex Unique = new(@"\bunique\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex NotUnique = new(
        @"\b(not|n't|need not|never|non|should)[\s-]+(\w+\s+){0,3}unique\b|^[\s*-]*`[^`]+`\s*:.*\bunique\b",
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private static readonly Regex OtherConflict = new(
        @"\block(ed)?\b|\bin progress\b|\bidempoten|\blimit\b|\bbusy\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The reason in a sentence; null where nothing says so.</summary>
    public string? Reason(SpecOperation create, Schema request, string naturalKey, Schema resource, string? nameInResource, string id)
    {
        if (naturalKey == id) return $"'{naturalKey}' addresses the resource, so there is one of each name.";
        if (Says(paths.Find(request, naturalKey)) || (nameInResource is not null && Says(paths.Find(resource, nameInResource))))
            return $"The document says that '{naturalKey}' is unique.";
        return HasConflict(create) ? "The create answers 409 for a name that is taken." : null;
    }

    private static bool Says(Schema? name) => name is not null && Unique.IsMatch(name.Prose) && !NotUnique.IsMatch(name.Prose);

    private bool HasConflict(SpecOperation create) =>
        create.Place.Get("responses")?.Get("409") is { } reference
        && references.Resolve(reference) is { } reply
        && !OtherConflict.IsMatch(reply.Node.Get("description").AsString() ?? "");
}
