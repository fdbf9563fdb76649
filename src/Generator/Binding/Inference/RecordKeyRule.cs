using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// Records of a domain share their names: type, name and what they hold tell them apart, <c>type+name+data</c>. A resource is one where its
/// path says <c>records</c>, and its request has a type, a name and one text that is data, content, value or target.
/// </summary>
internal static class RecordKeyRule
{
    private static readonly string[] Held = ["data", "content", "value", "target", "rdata"];

    public static string? Find(PropertyPaths paths, Schema request, ResourceName resource)
    {
        if (resource.Singular.LastOrDefault() != "record") return null;
        var properties = paths.Properties(request).ToList();
        var type = properties.Find(property => property is { Name: "type", Schema.Kind: SchemaKind.String }).Name;
        var name = properties.Find(property => property is { Name: "name" or "host" or "record_name", Schema.Kind: SchemaKind.String }).Name;
        var held = properties.Find(property => Held.Contains(property.Name) && property.Schema is { Kind: SchemaKind.String, Values.Count: 0 }).Name;
        return type is null || name is null || held is null ? null : $"{type}+{name}+{held}";
    }
}
