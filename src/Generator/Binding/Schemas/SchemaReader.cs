using Semel.Generator.Binding.Operations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Schemas;

/// <summary>Reads schemas where they are asked for, and no other: properties and items are read when somebody looks at them.</summary>
internal sealed class SchemaReader(References references, DiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private const int DeepestComposition = 100;

    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly NestedUnions _unions = new();

    /// <summary>What is shared with other readers of the document.</summary>
    public DocumentReading Reading => references.Reading;

    public Located? Resolve(Located place) => references.Resolve(place);

    /// <summary>Whether the value is bytes, not text.</summary>
    public bool IsBinary(Located place) => MediaTypes.IsBinary(place, references);

    public Schema Read(Located place)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Reading.Schemas.TryGetValue(place, out var known)) return known.TellTo(diagnostics);
        // what YAML's aliases mean stands at one place, however many lead there
        if (place.Node is { MayStandTwice: true, Kind: NodeKind.Map })
        {
            if (Reading.Places.TryGetValue(place.Node, out var first)) return Reading.Schemas.TryGetValue(first, out known) ? known.TellTo(diagnostics) : new Schema(place.Pointer);
            Reading.Places[place.Node] = place;
        }

        // a composition that contains itself adds nothing to itself
        if (_open.Contains(place.Pointer)) return new Schema(place.Pointer);
        if (_open.Count == DeepestComposition) return Broken(new Schema(place.Pointer), place.Node, $"Schemas are composed of one another more than {DeepestComposition} deep; what is deeper is taken for any JSON");
        _open.Add(place.Pointer);
        var begun = diagnostics.Note();
        var schema = ReadNew(place);
        _open.Remove(place.Pointer);
        Reading.Schemas.Add(place, diagnostics.Noted(schema, begun));
        return schema;
    }

    public Schema Read(SpecBody body) => body.Fields.Count == 0 ? Read(body.Place) : new Schema(body.Place.Pointer)
    {
        Kind = SchemaKind.Object,
        Properties = [.. body.Fields.Select(field => new SchemaProperty(field.Name, [field.Schema]))],
        Required = [.. body.Fields.Where(field => field.Required).Select(field => field.Name)],
    };

    public Schema Read(Schema owner, SchemaProperty property) =>
        property.Variants.Count == 1 ? Read(property.Variants[0]) : Read(owner, property.Variants, "/properties/" + JsonPointer.Escape(property.Name));

    public Schema? Items(Schema list) => list.Items.Count == 0 ? null : Read(list, list.Items, "/items");

    public Schema? MapValues(Schema map) => map.MapValues.Count == 0 ? null : Read(map, map.MapValues, "/additionalProperties");

    /// <summary>What is common to several schemas for one place, as if they stood in a <c>oneOf</c>.</summary>
    private Schema Read(Schema owner, IReadOnlyList<Located> variants, string step)
    {
        if (variants.Count == 1) return Read(variants[0]);
        var pointer = owner.Pointer + step;
        return _unions.Unite(owner.Pointer, pointer, variants, Read)
            ?? Broken(new Schema(pointer), variants[0].Node, "Alternatives lead to further alternatives, deeper than types are made of; what is deeper is taken for any JSON");
    }

    private Schema ReadNew(Located place)
    {
        var empty = new Schema(place.Pointer);
        if (references.Resolve(place) is not { } target) return empty;
        if (target.Pointer != place.Pointer) return Annotate(Read(target), place.Node);
        if (place.Node.Kind == NodeKind.Boolean) return empty;
        if (place.Node.Kind != NodeKind.Map) return Broken(empty, place.Node, "A schema is a map here, not what stands here");
        return SchemaComposition.Of([.. Parts(place)], empty, place.Node);
    }

    /// <summary>Siblings of a reference are ignored but for its description, and an extension that says that null may stand there.</summary>
    private static Schema Annotate(Schema target, SpecNode node)
    {
        var annotated = node.Get("x-nullable").IsTrue() ? target with { Nullable = true } : target;
        return node.Get("description").AsString() is { } description
            ? annotated with { Description = description, Prose = target.Prose + "\n" + description }
            : annotated;
    }

    private IEnumerable<Schema> Parts(Located place)
    {
        var own = SchemaKeywords.Read(place, references, diagnostics);
        var given = false;
        foreach (var entry in place.Node.Entries)
        {
            if (entry.Key is "properties" or "type" or "enum" or "items" && !given)
            {
                given = true;
                yield return own;
            }
            else if (entry.Key == "allOf")
            {
                foreach (var part in place.Elements("allOf")) yield return Read(part);
            }
            else if (entry.Key is "oneOf" or "anyOf" && entry.Value.Elements().Length > 0)
            {
                yield return SchemaUnion.Of(Alternatives(place, entry.Key), place.Pointer);
            }
        }

        if (!given) yield return own;
    }

    private List<Schema> Alternatives(Located place, string keyword) => [.. place.Elements(keyword).Select(Read)];

    private Schema Broken(Schema empty, SpecNode node, string reason)
    {
        diagnostics.Add(DiagnosticCatalogue.SchemaNotUnderstood, node.Location, reason);
        return empty;
    }
}
