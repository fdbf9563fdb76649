namespace Semel.Generator.Binding.Schemas;

/// <summary>One view of several alternatives: <c>oneOf</c>, <c>anyOf</c>, and several schemas for one property.</summary>
internal static class SchemaUnion
{
    public static Schema Of(IReadOnlyList<Schema> alternatives, string pointer)
    {
        var given = alternatives.Where(alternative => !IsNullOnly(alternative)).ToList();
        var isNullable = given.Count < alternatives.Count || given.Exists(alternative => alternative.Nullable);
        var distinct = given.GroupBy(alternative => alternative.Pointer, StringComparer.Ordinal).Select(group => group.First()).ToList();
        if (distinct.Count == 1) return distinct[0] with { Nullable = isNullable };
        var empty = new Schema(pointer) { Nullable = isNullable };
        if (distinct.Count == 0) return empty;
        return Unite(distinct, empty) with
        {
            ReadOnly = distinct.TrueForAll(alternative => alternative.ReadOnly),
            WriteOnly = distinct.Exists(alternative => alternative.WriteOnly),
            Secret = distinct.Select(alternative => alternative.Secret).FirstOrDefault(secret => secret is not null),
            UniqueItems = distinct.Exists(alternative => alternative.UniqueItems),
            Deprecated = distinct.TrueForAll(alternative => alternative.Deprecated),
            MaximumLength = distinct.Min(alternative => alternative.MaximumLength),
            Description = distinct.Select(alternative => alternative.Description).Distinct().Count() == 1 ? distinct[0].Description : null,
            Prose = string.Join("\n", distinct.Select(alternative => alternative.Prose).Where(prose => prose.Length > 0).Distinct()),
        };
    }

    private static bool IsNullOnly(Schema alternative) => alternative is { Kind: SchemaKind.Any, Nullable: true, IsStructural: false };

    private static Schema Unite(List<Schema> all, Schema empty)
    {
        if (all.Exists(one => one.Kind == SchemaKind.Object) && all.TrueForAll(one => one.Kind is SchemaKind.Object or SchemaKind.Map or SchemaKind.Any))
            return Objects(all, empty);
        if (all.TrueForAll(one => one.Kind == SchemaKind.Any)) return empty with { Required = CommonlyRequired(all) };
        if (all.TrueForAll(one => one.Kind == SchemaKind.Map))
            return empty with { Kind = SchemaKind.Map, MapValues = Distinct(all.SelectMany(one => one.MapValues)) };
        if (all.TrueForAll(one => one.Kind == SchemaKind.List))
            return empty with { Kind = SchemaKind.List, Items = Distinct(all.SelectMany(one => one.Items)) };
        return all.TrueForAll(one => one.IsScalar) ? Scalars(all, empty) : empty with { Kind = SchemaKind.Mixed };
    }

    private static Schema Objects(List<Schema> all, Schema empty)
    {
        var variants = all.SelectMany(one => one.Properties).ToLookup(property => property.Name, StringComparer.Ordinal);
        var properties = variants.Select(same => same.Skip(1).Any()
            ? new SchemaProperty(same.Key, Distinct(same.SelectMany(property => property.Variants)))
            : same.First()).ToList();
        return empty with
        {
            Kind = SchemaKind.Object,
            Properties = properties,
            Required = CommonlyRequired(all),
            MapValues = Distinct(all.SelectMany(one => one.MapValues)),
        };
    }

    private static Schema Scalars(List<Schema> all, Schema empty)
    {
        var kind = all[0].Kind;
        if (all.Exists(one => one.Kind != kind)) return empty with { Kind = SchemaKind.Scalars };
        return empty with
        {
            Kind = kind,
            Format = all.TrueForAll(one => one.Format == all[0].Format) ? all[0].Format : null,
            Values = all.TrueForAll(one => one.Values.Count > 0) ? [.. all.SelectMany(one => one.Values).Distinct(StringComparer.Ordinal)] : [],
        };
    }

    private static IReadOnlyList<string> CommonlyRequired(List<Schema> all) =>
        [.. all[0].Required.Where(name => all.TrueForAll(one => one.IsRequired(name)))];

    private static IReadOnlyList<Located> Distinct(IEnumerable<Located> places) =>
        [.. places.GroupBy(place => place.Pointer, StringComparer.Ordinal).Select(group => group.First())];
}
