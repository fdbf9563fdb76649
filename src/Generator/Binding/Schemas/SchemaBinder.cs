using Semel.Generator.Model;

namespace Semel.Generator.Binding.Schemas;

/// <summary>Makes types of schemas, each once by its identity, so that a schema that contains itself ends.</summary>
internal sealed class SchemaBinder(SchemaReader reader, TypeNames names)
{
    private readonly SortedDictionary<string, TypeModel?> _types = new(StringComparer.Ordinal);

    /// <summary>Types are bound inside one another up to here, and those inside the deepest after them: a stack has an end.</summary>
    private const int DeepestType = 100;

    /// <summary>Lists of lists, and maps of maps.</summary>
    private const int DeepestContainer = 16;

    private readonly Queue<(Schema Schema, string Name, int Rank)> _later = new();
    private HashSet<string> _open = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>Every type that was bound, ordered by identity.</summary>
    public EquatableArray<TypeModel> Types => _types.Values.OfType<TypeModel>().ToEquatableArray();

    /// <summary>Takes over what was bound elsewhere, with the names that are given here.</summary>
    public void Include(IEnumerable<TypeModel> types)
    {
        foreach (var type in types.Where(type => !_types.ContainsKey(type.Identity)))
        {
            var (name, rank) = names.Of(type.Identity, type.Name);
            _types.Add(type.Identity, type with { Name = name, Rank = rank });
        }
    }

    public TypeReference Bind(Schema schema, string suggestion) => schema.Kind switch
    {
        SchemaKind.Any or SchemaKind.Mixed => new(TypeKind.Json),
        SchemaKind.Scalars => new(TypeKind.Scalar),
        SchemaKind.Boolean => new(TypeKind.Boolean),
        SchemaKind.Integer => new(schema.Format == "int32" ? TypeKind.Int32 : TypeKind.Int64),
        SchemaKind.Number => new(TypeKind.Double),
        SchemaKind.String => Text(schema, suggestion),
        SchemaKind.List => Container(schema, new(TypeKind.List), reader.Items, TypeNames.ItemName(suggestion)),
        SchemaKind.Map => Container(schema, new(TypeKind.Map), reader.MapValues, suggestion + "Value"),
        SchemaKind.Object => Object(schema, suggestion),
    };

    /// <summary>A list of lists of itself, or such a map, has no type that ends: it is any JSON. So is what is nested too deep to be read.</summary>
    private TypeReference Container(Schema schema, TypeReference type, Func<Schema, Schema?> contents, string suggestion)
    {
        if (_open.Count == DeepestContainer || !_open.Add(schema.Pointer)) return new(TypeKind.Json);
        var item = contents(schema);
        var bound = item is null ? new(TypeKind.Json) : Bind(item, suggestion);
        _open.Remove(schema.Pointer);
        return type with { Item = bound, HasNulls = item is { Nullable: true } && bound.Kind != TypeKind.Json };
    }

    private TypeReference Text(Schema schema, string suggestion)
    {
        if (schema.Values.Count == 0)
        {
            return new(schema.Format switch { "date-time" => TypeKind.DateTime, "date" => TypeKind.Date, _ => TypeKind.String });
        }

        if (!_types.ContainsKey(schema.Pointer))
        {
            var (name, rank) = names.Of(schema.Pointer, suggestion);
            _types[schema.Pointer] = new EnumModel(schema.Pointer, name, rank, Prose.Clean(schema.Documentation), schema.Values.ToEquatableArray());
        }

        return new(TypeKind.Enum, schema.Pointer);
    }

    private TypeReference Object(Schema schema, string suggestion)
    {
        if (!_types.ContainsKey(schema.Pointer))
        {
            _types[schema.Pointer] = null;
            var (name, rank) = names.Of(schema.Pointer, suggestion);
            if (_depth == DeepestType) _later.Enqueue((schema, name, rank));
            else Object(schema, name, rank);
            while (_depth == 0 && _later.Count > 0) Object(_later.Peek().Schema, _later.Peek().Name, _later.Dequeue().Rank);
        }

        return new(TypeKind.Object, schema.Pointer);
    }

    /// <summary>A list inside the object is none of the lists that the object is in.</summary>
    private void Object(Schema schema, string name, int rank)
    {
        var outer = _open;
        _open = new(StringComparer.Ordinal);
        _depth++;
        var properties = schema.Properties.Select(property => Property(schema, property, name)).ToEquatableArray();
        _depth--;
        _open = outer;
        _types[schema.Pointer] = new ObjectModel(schema.Pointer, name, rank, Prose.Clean(schema.Documentation), properties);
    }

    /// <summary>Settable is what the schema says: everything but <c>readOnly</c>, whether or not a request reaches the type.</summary>
    private PropertyModel Property(Schema owner, SchemaProperty property, string ownerName)
    {
        var schema = reader.Read(owner, property);
        var name = Words.Sign(property.Name) is { Length: > 0 } sign ? sign + Words.Pascal(property.Name).TrimStart('_') : Words.Pascal(property.Name);
        return new PropertyModel(
            property.Name, name, Bind(schema, ownerName + name), owner.IsRequired(property.Name), Settable: !schema.ReadOnly,
            schema.Nullable, schema.Deprecated, Prose.Clean(schema.Description));
    }
}
