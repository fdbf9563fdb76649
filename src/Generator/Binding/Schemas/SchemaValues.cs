using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Schemas;

/// <summary>The <c>enum</c> or <c>const</c> keyword.</summary>
/// <param name="Texts">The values, where all are texts.</param>
/// <param name="Kind">What the values are, for schemas that give no type.</param>
/// <param name="IsMixed">Booleans, lists or maps stand beside texts.</param>
internal readonly record struct SchemaValues(IReadOnlyList<string> Texts, SchemaKind Kind, bool HasNull, bool IsMixed)
{
    public static SchemaValues Of(SpecNode schema)
    {
        var all = schema.Get("const") is { } constant ? [constant] : schema.Get("enum").Elements();
        var values = all.Where(value => value.Kind != NodeKind.Null).ToList();
        var hasNull = values.Count < all.Length;
        if (values.Count == 0) return new([], SchemaKind.Any, hasNull, IsMixed: false);
        // YAML reads 1.2 as a number, also among the values of a text
        var isText = schema.Get("type") is not null
            ? values.All(value => value.Kind is NodeKind.String or NodeKind.Number)
            : values.All(value => value.Kind == NodeKind.String);
        return isText
            ? new([.. values.Select(value => value.Text ?? "").Distinct(StringComparer.Ordinal)], SchemaKind.String, hasNull, IsMixed: false)
            : new([], KindOf(values), hasNull, IsMixed: true);
    }

    private static SchemaKind KindOf(List<SpecNode> values)
    {
        if (values.All(value => value.Kind == NodeKind.Boolean)) return SchemaKind.Boolean;
        if (values.All(value => value.Kind == NodeKind.Number)) return values.All(value => value.AsInt32() is not null) ? SchemaKind.Integer : SchemaKind.Number;
        return values.All(value => value.AsScalar() is not null) ? SchemaKind.Scalars : SchemaKind.Any;
    }
}
