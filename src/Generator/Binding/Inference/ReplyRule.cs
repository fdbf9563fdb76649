namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A create may answer with nothing but the id of what it made: <c>{"silenceID": "…"}</c>. Where a read shows more under that id, such a
/// reply is not the resource. A list that shows more changes nothing: the resource isn't read afterwards by a list.
/// </summary>
internal static class ReplyRule
{
    public static bool IsResource(ResourceOperations operations, ResourceId id)
    {
        if (operations.ReadReply?.Resource is not { } shown || shown.Property(id.Path) is null || shown.Properties.All(property => property.Name == id.Path)) return true;
        return operations.CreateReply.Resource.Properties.Any(property => property.Name != id.Created && !Companions.Contains(property.Name));
    }
}
