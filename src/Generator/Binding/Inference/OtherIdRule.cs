using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A create that answers with something else shows the id of that: the attributes of <c>/users/{id}/attributes</c> are a <c>key</c> and a value in their list, and what sets them
/// answers with the user. So no item of the list has the id, or anything else of the reply, and what it has instead isn't called an id.
/// </summary>
internal static class OtherIdRule
{
    public static bool Holds(ResourceOperations operations, ResourceId id, PropertyPaths paths)
    {
        if (operations is not { Read: null, ListReply.Resource: { Properties.Count: > 0 } shown } || id.InReply == BareIdRule.Reply || IdPath.IsAddress(id.Path)) return false;
        if (shown.Properties.Any(property => operations.CreateReply.Resource.Property(property.Name) is not null)) return false;
        // what holds objects may hold the resource
        if (paths.Properties(shown).Any(property => property.Schema.Kind == SchemaKind.Object || Words.Flat(property.Name) == "id" || Words.Same(property.Name, id.Created)) || IdPath.Shows(paths, shown, id.Created)) return false;
        return id.Path == id.Created || !IdRule.IsCalledId(id.Path);
    }
}
