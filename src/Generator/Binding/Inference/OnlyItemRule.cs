using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A create of one resource may answer with a list of exactly that one. It is one where the request isn't a list and holds none of its kind,
/// but shares a property with what the list holds, which has an id. A create that takes several makes several, and one that takes <c>ids</c> makes none.
/// </summary>
internal sealed class OnlyItemRule(PropertyPaths paths, ResourceName name, ListItemsRule items, EnvelopeRule envelope)
{
    /// <param name="request">The create's.</param>
    /// <param name="reply">What it answers with.</param>
    /// <param name="parameter">What the path of one takes, or null.</param>
    public Holder? Find(Schema request, Schema reply, string? parameter)
    {
        if (request.Kind != SchemaKind.Object || items.Find(reply) is not var (item, path) || !envelope.HasIdentity(item, parameter)) return null;
        if (reply.Kind == SchemaKind.Object && envelope.HasIdentity(reply)) return null;
        var takesSeveral = paths.Properties(request).Any(property => property.Schema.Kind == SchemaKind.List
            && (property.Name == path || name.Matches(property.Name) || item.Properties.Any(one => IdRule.IsCalledId(one.Name) && Noun.IsPluralOf(property.Name, one.Name))));
        return !takesSeveral && request.Properties.Any(property => item.Property(property.Name) is not null) ? new Holder(item, path) : null;
    }

    /// <summary>Whether what the list holds is what a read, or else the list of the resources, shows.</summary>
    public static bool Holds(ResourceOperations found) =>
        (found.ReadReply ?? found.ListReply) is { } shown && SameShapeRule.Holds(found.CreateReply.Resource, shown.Resource);
}
