namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A create may answer with nothing but the id of what it made: <c>{"silenceID": "…"}</c>. Where a read or the list shows more under that
/// id, such a reply is not the resource.
/// </summary>
internal static class ReplyRule
{
    public static bool IsResource(ResourceOperations operations, ResourceId id)
    {
        if (operations.Shown is not { } shown || shown.Property(id.Path) is null || shown.Properties.All(property => property.Name == id.Path)) return true;
        return operations.CreateReply.Resource.Properties.Any(property => property.Name != id.Created && !Companions.Contains(property.Name));
    }
}
