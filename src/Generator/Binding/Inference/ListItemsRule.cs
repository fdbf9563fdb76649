using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>A list answers with an array of resources, or with an object in which one array holds them. An object with an id of its own is one of them, whatever it holds a list of.</summary>
internal sealed class ListItemsRule(SchemaReader reader, PropertyPaths paths, ResourceName name)
{
    private static readonly string[] Usual = ["data", "items", "results", "values", "value", "entries", "records", "content", "resources", "list"];
    private static readonly string[] Wrappers = ["data", "result", "response", "_embedded"];

    private readonly EnvelopeRule _identity = new(paths, name);

    /// <summary>An item's schema and the property path of the array; null where the reply is no list.</summary>
    public (Schema Item, string? Path)? Find(Schema reply)
    {
        if (reply.Kind == SchemaKind.List) return Item(reply) is { } item ? (item, null) : null;
        if (reply.Kind != SchemaKind.Object) return null;
        if (Among(reply) is { } found) return found;
        foreach (var (wrapper, schema) in paths.Properties(reply))
        {
            if (Wrappers.Contains(wrapper) && schema.Kind == SchemaKind.Object && Among(schema) is var (item, path)) return (item, wrapper + "." + path);
        }

        return null;
    }

    private (Schema Item, string? Path)? Among(Schema holder)
    {
        var arrays = paths.Properties(holder)
            .Where(property => property.Schema.Kind == SchemaKind.List && !Companions.Contains(property.Name))
            .Select(property => (Item: Item(property.Schema), Path: property.Name))
            .Where(array => array.Item is not null)
            .ToList();
        var at = arrays.FindIndex(array => name.Matches(array.Path));
        if (at < 0) at = arrays.FindIndex(array => Usual.Contains(array.Path));
        if (at < 0 && arrays.Count == 1 && !_identity.HasIdentity(holder)) at = 0;
        return at < 0 ? null : (arrays[at].Item!, arrays[at].Path);
    }

    private Schema? Item(Schema list) => reader.Items(list) is { Kind: SchemaKind.Object } item ? item : null;
}
