using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A reply is the resource itself, or holds it in one property beside links, actions and the like. It is the resource where it
/// has an id; else the resource is the property with its name, the only object, or the one with an id that is called <c>data</c> or the like.
/// </summary>
internal sealed class EnvelopeRule(PropertyPaths paths, ResourceName name)
{
    private static readonly string[] Wrappers = ["data", "result", "response", "payload", "item", "resource", "body"];

    /// <summary>The resource and the property path that leads to it; null where the reply shows no object.</summary>
    public (Schema Resource, string? Path)? Find(Schema reply)
    {
        if (reply.Kind != SchemaKind.Object) return null;
        if (HasIdentity(reply) || Inside(reply) is not var (inner, schema)) return (reply, null);
        if (Wrappers.Contains(inner) && !HasIdentity(schema) && Inside(schema) is var (deeper, deepest)) return (deepest, inner + "." + deeper);
        return (schema, inner);
    }

    /// <summary>Whether it has an id of its own.</summary>
    public bool HasIdentity(Schema schema) => MetadataRule.Names(schema, paths) || paths.Properties(schema).Any(property =>
        property.Schema.IsScalar
        && (Words.Flat(property.Name) is "id" or "uuid" or "guid" || IsOwnId(Words.Of(property.Name))));

    /// <summary>Or what the item's path takes, called so.</summary>
    public bool HasIdentity(Schema schema, string? parameter) =>
        HasIdentity(schema) || (parameter is not null && paths.Properties(schema).Any(property => property.Schema.IsScalar && Words.Same(property.Name, parameter)));

    private bool IsOwnId(IReadOnlyList<string> words) =>
        words.Count > 1 && words[words.Count - 1] is "id" or "uuid" && name.Singular.SequenceEqual(words.Take(words.Count - 1));

    private (string Name, Schema Schema)? Inside(Schema reply)
    {
        var own = paths.Properties(reply).Where(property => !Companions.Contains(property.Name)).ToList();
        var objects = own.FindAll(property => property.Schema.Kind == SchemaKind.Object);
        if (objects.Exists(property => name.Matches(property.Name))) return objects.Find(property => name.Matches(property.Name));
        if (objects.Count == 1 && own.Count == 1) return objects[0];
        // {org, projects} lists projects
        if (own.Exists(property => property.Schema.Kind == SchemaKind.List && name.Matches(property.Name))) return null;
        var identified = objects.FindAll(property => HasIdentity(property.Schema));
        return identified.Count == 1 && (Wrappers.Contains(Words.Flat(identified[0].Name)) || own.TrueForAll(property => property.Schema.Kind is SchemaKind.Object or SchemaKind.List)) ? identified[0] : null;
    }
}
