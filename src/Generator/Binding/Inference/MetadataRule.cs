using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>Some APIs, such as that of Kubernetes, keep what names any object in a property <c>metadata</c>, beside its <c>spec</c> and its <c>status</c>.</summary>
internal static class MetadataRule
{
    public const string Property = "metadata";

    /// <summary>Whether the schema's metadata name it.</summary>
    public static bool Names(Schema schema, PropertyPaths paths) =>
        paths.Find(schema, Property) is { Kind: SchemaKind.Object } metadata && paths.Find(metadata, "name") is { IsScalar: true } && metadata.Property("labels") is not null;
}
