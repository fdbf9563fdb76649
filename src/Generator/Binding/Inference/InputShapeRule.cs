using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// How the values of a request are compared: which lists are sets (<c>uniqueItems</c>, or texts and numbers that are called tags, ids or members),
/// which objects are maps, which texts the document lists. Objects are looked into, three levels deep.
/// </summary>
internal sealed class InputShapeRule(SchemaReader reader)
{
    private const int Depth = 3;

    /// <summary>Last words of names.</summary>
    private static readonly string[] Sets = ["tags", "labels", "ids", "uuids", "members", "groups", "keys", "addresses", "ips"];

    public InputModel Find(Schema request, string? marker)
    {
        var (sets, maps, enumerations) = (new List<string>(), new List<string>(), new List<string>());
        Walk(request, "", Depth);
        if (marker is not null && request.Property(marker) is { } field && reader.Read(request, field).Kind == SchemaKind.List && !sets.Contains(marker)) sets.Add(marker);
        return new(request.Properties.Select(property => property.Name).ToEquatableArray(), sets.ToEquatableArray(), maps.ToEquatableArray(), enumerations.ToEquatableArray());

        void Walk(Schema schema, string prefix, int depth)
        {
            foreach (var property in schema.Properties)
            {
                var path = prefix + property.Name;
                var value = reader.Read(schema, property);
                if (value.Kind == SchemaKind.List && IsSet(property.Name, value)) sets.Add(path);
                if (value.Kind == SchemaKind.Map) maps.Add(path);
                if (value.Values.Count > 0) enumerations.Add(path);
                if (value.Kind == SchemaKind.Object && depth > 1) Walk(value, path + ".", depth - 1);
            }
        }
    }

    private bool IsSet(string name, Schema list) =>
        list.UniqueItems || (reader.Items(list) is { IsScalar: true } && Words.Of(name) is { Count: > 0 } words && Sets.Contains(words[words.Count - 1]));
}
