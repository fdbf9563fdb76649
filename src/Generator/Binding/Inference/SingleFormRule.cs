using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// Some creates take either one resource or several: <c>name</c> or <c>names</c>, and answer <c>droplet</c> or <c>droplets</c>.
/// A create that is to happen once is the single one, so the alternative of the plural is left out.
/// </summary>
internal sealed class SingleFormRule(SchemaReader reader)
{
    /// <summary>More alternatives are kinds of a thing, not forms of its request.</summary>
    private const int MostForms = 8;

    public Schema Read(SpecBody body) => body.Fields.Count > 0 ? reader.Read(body) : Read(body.Place);

    public Schema Read(Located place)
    {
        var schema = reader.Read(place);
        if (reader.Resolve(place) is not { } target) return schema;
        var alternatives = target.Elements("oneOf").Concat(target.Elements("anyOf")).Select(reader.Read).ToList();
        if (alternatives.Count is < 2 or > MostForms || target.Node.Get("allOf") is not null || target.Node.Get("properties") is not null) return schema;
        var kept = alternatives.Where(one => !alternatives.Exists(other => IsPluralOf(one, other))).ToList();
        if (kept.Count is 0 || kept.Count == alternatives.Count) return schema;
        return SchemaUnion.Of(kept, target.Pointer) with { Pointer = target.Pointer, Documentation = schema.Documentation };
    }

    private bool IsPluralOf(Schema plural, Schema single)
    {
        if (plural.Properties.Count == 0 || plural.Properties.Count != single.Properties.Count) return false;
        var onlyPlural = plural.Properties.Where(property => single.Property(property.Name) is null).ToList();
        var onlySingle = single.Properties.Where(property => plural.Property(property.Name) is null).ToList();
        return onlyPlural.Count == 1 && onlySingle.Count == 1
            && Noun.IsPluralOf(onlyPlural[0].Name, onlySingle[0].Name)
            && reader.Read(plural, onlyPlural[0]).Kind == SchemaKind.List
            && reader.Read(single, onlySingle[0]).Kind != SchemaKind.List;
    }
}
