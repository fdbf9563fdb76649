using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>The resource shows the name at the same property path as the request, or at its last part.</summary>
internal static class NameInResourceRule
{
    public static string? Find(PropertyPaths paths, Schema resource, string? naturalKey)
    {
        if (naturalKey is null) return null;
        naturalKey = CreateParameters.InQuery(naturalKey) ?? naturalKey;
        if (paths.Find(resource, naturalKey) is { Kind: SchemaKind.String }) return naturalKey;
        var last = naturalKey.Substring(naturalKey.LastIndexOf('.') + 1);
        return paths.Find(resource, last) is { Kind: SchemaKind.String } ? last : null;
    }
}
