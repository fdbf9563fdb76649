using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>The resource shows the name at the same property path as the request, or at its last parts, or in another spelling: <c>friendly_name</c> of <c>FriendlyName</c>.</summary>
internal static class NameInResourceRule
{
    public static string? Find(PropertyPaths paths, Schema resource, string? naturalKey)
    {
        if (naturalKey is null || CreateParameters.Parts(naturalKey).Length > 1) return null;
        naturalKey = CreateParameters.InQuery(naturalKey) ?? naturalKey;
        var last = naturalKey;
        while (paths.Find(resource, last) is not { Kind: SchemaKind.String })
        {
            if (last.IndexOf('.') is not (>= 0 and var dot)) break;
            last = last.Substring(dot + 1);
        }

        if (paths.Find(resource, last) is { Kind: SchemaKind.String }) return last;
        return paths.Properties(resource).FirstOrDefault(property => Words.Same(property.Name, last) && property.Schema.Kind == SchemaKind.String).Name;
    }
}
