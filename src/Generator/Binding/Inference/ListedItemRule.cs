using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// What no path addresses by its id can still be found: the list of the collection that creates shows it, with its id, as the create answered. The request has to say something of it,
/// or the create only notes that something was done; where it has to say a <c>snapshotId</c>, that was there before.
/// </summary>
internal static class ListedItemRule
{
    /// <param name="found">The operations.</param>
    /// <param name="id">The id.</param>
    /// <param name="isListUsed">Whether the list can be read to its end and shows the id.</param>
    public static bool Holds(ResourceOperations found, ResourceId id, bool isListUsed) =>
        isListUsed && found is { Item: null, Read: null, ReplyIsResource: true, IsReplyDescribed: true, IsBulk: false, ReplyIsList: false, Operation: null, Attaches: false, ListReply: { } list }
        && id.InReply is null && IdRule.IsCalledId(id.Path) && !(Words.Of(id.Path).Count > 1 && found.Request.Pointer != found.CreateReply.Resource.Pointer && found.Request.IsRequired(id.Path))
        && SameShapeRule.Holds(found.CreateReply.Resource, list.Resource)
        && found.Request.Properties.Any(property => list.Resource.Property(property.Name) is not null);
}
