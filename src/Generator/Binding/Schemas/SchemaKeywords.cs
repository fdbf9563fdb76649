using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Schemas;

/// <summary>Reads what a schema says itself, without its compositions.</summary>
internal static class SchemaKeywords
{
    /// <summary>The compiler takes minutes for tens of thousands of members, and nobody reads them.</summary>
    private const int MostValues = 2000;

    public static Schema Read(Located place, References references, DiagnosticBag diagnostics)
    {
        var node = place.Node;
        var types = SchemaTypes.Of(node, diagnostics);
        var values = SchemaValues.Of(node);
        var properties = Properties(place, references, diagnostics);
        var map = MapValues(place);
        var schema = new Schema(place.Pointer)
        {
            Kind = Kind(types.Kinds, values, properties.Count > 0, map.Count > 0, node),
            Format = node.Get("format").AsString(),
            Properties = properties,
            Required = [.. node.Get("required").Elements().Select(item => item.AsScalar()).OfType<string>()],
            Items = place.Get("items") is { } items ? [items] : [],
            MapValues = map,
            Nullable = types.HasNull || values.HasNull || node.Get("nullable").IsTrue() || node.Get("x-nullable").IsTrue(),
            ReadOnly = node.Get("readOnly").IsTrue(),
            WriteOnly = node.Get("writeOnly").IsTrue(),
            Deprecated = node.Get("deprecated").IsTrue(),
            MaximumLength = node.Get("maxLength").AsInt32(),
            Documentation = node.Get("description").AsString(),
            Description = node.Get("description").AsString(),
            Prose = node.Get("description").AsString() ?? "",
        };
        if (schema.Kind != SchemaKind.String) return schema;
        if (values.Texts.Count <= MostValues) return schema with { Values = values.Texts };
        // nothing is wrong with it
        diagnostics.Add(DiagnosticCatalogue.PartNotRead, node.Location, $"{values.Texts.Count} values are more than a type of known values has ({MostValues}); it is taken for any text");
        return schema;
    }

    private static SchemaKind Kind(IReadOnlyList<SchemaKind> types, SchemaValues values, bool hasProperties, bool hasMap, SpecNode node)
    {
        if (types.Count > 1) return types.All(type => type is not (SchemaKind.Object or SchemaKind.List)) ? SchemaKind.Scalars : SchemaKind.Mixed;
        var type = types.Count == 1 ? types[0] : SchemaKind.Any;
        if (type is SchemaKind.Any or SchemaKind.Object)
        {
            if (hasProperties) return SchemaKind.Object;
            if (hasMap) return SchemaKind.Map;
        }

        if (type == SchemaKind.Object) return SchemaKind.Any;
        if (type == SchemaKind.String && values.IsMixed) return SchemaKind.Scalars;
        if (type != SchemaKind.Any) return type;
        return node.Get("items") is not null ? SchemaKind.List : values.Kind;
    }

    private static List<SchemaProperty> Properties(Located place, References references, DiagnosticBag diagnostics)
    {
        if (references.Get(place, "properties") is not { } properties) return [];
        if (properties.Node.Kind is not (NodeKind.Map or NodeKind.Null))
        {
            diagnostics.Add(DiagnosticCatalogue.SchemaNotUnderstood, properties.Node.Location, "'properties' is not a map from names to schemas");
        }

        return [.. properties.Node.Members().Select(entry => new SchemaProperty(entry.Key, [properties.Under(entry.Key, entry.Value)]))];
    }

    private static List<Located> MapValues(Located place) =>
        place.Get("additionalProperties") is { } values && (values.Node.Kind == NodeKind.Map || values.Node.IsTrue()) ? [values] : [];
}
