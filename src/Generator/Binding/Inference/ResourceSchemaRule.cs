using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// One type stands for the resource in create, read, list and update. Where they show the same schema it is that; where they show
/// different ones it is the read's, if it promises nothing that another one lacks, else a view of all of them.
/// </summary>
internal static class ResourceSchemaRule
{
    public static Schema Find(ResourceOperations operations, string path)
    {
        var shown = operations.Replies.ToList();
        var first = shown[0];
        if (shown.TrueForAll(other => Covers(first, other))) return first;
        return SchemaUnion.Of(shown, "#/paths/" + JsonPointer.Escape(path)) with { Documentation = first.Documentation };
    }

    private static bool Covers(Schema first, Schema other) =>
        first.Pointer == other.Pointer
        || (TypeNames.Component(first.Pointer) is not null
            && other.Properties.All(property => first.Property(property.Name) is not null)
            && first.Required.All(other.IsRequired));
}
