namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A create that answers with something else shows the id of that: the attributes of <c>/users/{id}/attributes</c> are a <c>key</c> and a value in their list, and what sets them
/// answers with the user. So no item of the list has the id, and what it has instead isn't called one.
/// </summary>
internal static class OtherIdRule
{
    public static bool Holds(ResourceOperations operations, ResourceId id)
    {
        if (operations is not { Read: null, ListReply.Resource: { Properties.Count: > 0 } shown }) return false;
        var (name, created) = (id.Path.Split('.')[0], id.Created.Split('.')[0]);
        return !shown.Properties.Any(property => property.Name == "id" || property.Name == created) && !(name != created && IdRule.IsCalledId(name));
    }
}
