using System.Text.RegularExpressions;
using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// What shows no id may show its own address, which ends with it: <c>uri</c>, <c>self</c>, <c>_links.self.href</c>; so may a full name, <c>projects/x/things/y</c>
/// (AIP-122), for a parameter that takes the end of it. An address that the request says is of something else; that of a reply which lists what was made is the list's.
/// </summary>
internal sealed class AddressIdRule(PropertyPaths paths)
{
    private static readonly string[] Own = ["uri", "self", "href", "resource_uri", "resourceUri", "_links.self.href", "_links.self", "links.self.href", "links.self", "meta.href"];

    private static readonly string[] Several = ["items", "data", "results", "records", "entries"];

    private static readonly Regex FullName = new(@"\b[a-z][A-Za-z]+/[\{\[\*<$]", RegexOptions.CultureInvariant);

    /// <summary><c>/uri</c>; null where there is none.</summary>
    public string? Find(Schema created, Schema request)
    {
        if (Array.Exists(Several, name => paths.Find(created, name)?.Kind == SchemaKind.List)) return null;
        var found = Array.Find(Own, path => paths.Find(created, path) is { Kind: SchemaKind.String, Values.Count: 0 } && paths.Find(request, path) is null);
        return found is null ? null : IdPath.OfAddress(found);
    }

    /// <summary>The id that was found, or the end of it where it is a full name.</summary>
    public string OfName(Schema created, string id) =>
        id == "name" && paths.Find(created, id) is { Kind: SchemaKind.String } name && FullName.IsMatch(name.Prose) ? IdPath.OfAddress(id) : id;
}
