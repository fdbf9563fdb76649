using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Schemas;

/// <summary>Merges the parts of a schema that all hold: its own keywords, <c>allOf</c>, and the views of <c>oneOf</c> and <c>anyOf</c>.</summary>
internal static class SchemaComposition
{
    public static Schema Of(IReadOnlyList<Schema> parts, Schema empty, SpecNode node)
    {
        if (parts.Count == 1 && parts[0].IsStructural && parts[0].Pointer == empty.Pointer) return parts[0];
        var structural = Structural(parts);
        // one part with annotations around it is that part, under its own identity
        var merged = structural.Count switch
        {
            0 => empty,
            1 => structural[0],
            _ => Merge(structural, empty),
        };
        var isSelf = merged.Pointer == empty.Pointer;
        var described = parts.LastOrDefault(part => part.Pointer != merged.Pointer && !structural.Contains(part) && part.Description is not null)?.Description;
        var own = node.Get("description").AsString();
        return merged with
        {
            Nullable = parts.Any(part => part.Nullable),
            ReadOnly = parts.Any(part => part.ReadOnly),
            WriteOnly = parts.Any(part => part.WriteOnly),
            Secret = parts.Select(part => part.Secret).FirstOrDefault(secret => secret is not null),
            UniqueItems = parts.Any(part => part.UniqueItems),
            Deprecated = node.Get("deprecated").IsTrue() || (structural.Count == 1 && merged.Deprecated),
            MaximumLength = parts.Min(part => part.MaximumLength),
            Description = own ?? described ?? merged.Description,
            Documentation = isSelf ? own ?? described ?? merged.Documentation : merged.Documentation,
            Prose = string.Join("\n", parts.Select(part => part.Prose).Where(prose => prose.Length > 0)),
        };
    }

    private static List<Schema> Structural(IReadOnlyList<Schema> parts)
    {
        var structural = parts.Where(part => part.IsStructural).ToList();
        // a part that only requires what another one requires already adds nothing
        var shaped = structural.Where(part => part.Kind != SchemaKind.Any).ToList();
        if (shaped.Count == 0) return structural;
        structural.RemoveAll(part => part.Kind == SchemaKind.Any && part.Required.All(name => shaped.Exists(other => other.IsRequired(name))));
        return structural;
    }

    private static Schema Merge(List<Schema> parts, Schema empty)
    {
        var merged = empty;
        foreach (var part in parts) merged = Merge(merged, part);
        return merged;
    }

    private static Schema Merge(Schema all, Schema part)
    {
        var kind = Kind(all.Kind, part.Kind);
        var isSameKind = kind == part.Kind;
        return all with
        {
            Kind = kind,
            Format = isSameKind ? part.Format ?? all.Format : all.Format,
            Values = isSameKind && part.Values.Count > 0 ? part.Values : all.Values,
            Properties = Merge(all.Properties, part.Properties),
            Required = [.. all.Required.Union(part.Required)],
            Items = part.Items.Count > 0 ? part.Items : all.Items,
            MapValues = part.MapValues.Count > 0 ? part.MapValues : all.MapValues,
        };
    }

    private static SchemaKind Kind(SchemaKind all, SchemaKind part) => (all, part) switch
    {
        (_, SchemaKind.Any) => all,
        (SchemaKind.Any, _) => part,
        (SchemaKind.Object, SchemaKind.Map) or (SchemaKind.Map, SchemaKind.Object) => SchemaKind.Object,
        (SchemaKind.Mixed, SchemaKind.Object) => SchemaKind.Mixed,
        _ => part,
    };

    private static IReadOnlyList<SchemaProperty> Merge(IReadOnlyList<SchemaProperty> all, IReadOnlyList<SchemaProperty> part)
    {
        if (all.Count == 0) return part;
        var merged = new List<SchemaProperty>(all);
        foreach (var property in part)
        {
            var at = merged.FindIndex(other => other.Name == property.Name);
            if (at < 0) merged.Add(property);
            else if (property.Variants.Any(HasShape)) merged[at] = property;
        }

        return merged;
    }

    /// <summary>A later property that only describes leaves the earlier one's shape alone.</summary>
    private static bool HasShape(Located variant) => variant.Node.Members().Any(
        entry => entry.Key is "$ref" or "type" or "properties" or "items" or "enum" or "const" or "allOf" or "oneOf" or "anyOf" or "additionalProperties");
}
