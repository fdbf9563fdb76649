namespace Semel.Generator.Binding.Schemas;

/// <summary>Dotted property paths inside a schema: <c>links.pages.next</c>.</summary>
internal sealed class PropertyPaths(SchemaReader reader)
{
    /// <summary>The schema at the path, or null. An empty path is the schema itself.</summary>
    public Schema? Find(Schema schema, string path)
    {
        var current = schema;
        foreach (var name in path.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (current.Property(name) is not { } property) return null;
            current = reader.Read(current, property);
        }

        return current;
    }

    public IEnumerable<(string Name, Schema Schema)> Properties(Schema schema) =>
        schema.Properties.Select(property => (property.Name, reader.Read(schema, property)));
}
