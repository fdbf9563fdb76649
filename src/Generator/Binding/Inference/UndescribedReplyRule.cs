using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// Documents forget what a create answers with. A POST on a collection whose items are read by an id, and updated or deleted by it, makes
/// one of them, and so does one that says a <c>Location</c>: the id is in what was forgotten, in the <c>Location</c> header, or found by a look. So does one whose reply shows only where
/// that is, or what stands beside a resource. A reply that shows something else is not forgotten: <c>{processed, more}</c> is what many sessions
/// were done to, a create that answers 204 alone says nothing that could be read again, and a <c>validation_code</c> that the resource doesn't have is asked for before there is one.
/// </summary>
internal static class UndescribedReplyRule
{
    /// <param name="found">The operations.</param>
    /// <param name="collection">The create's collection.</param>
    public static bool IsForgotten(ResourceOperations found, string collection) =>
        found is { Read: not null, ReadReply: { } read, Item: { } item }
        && item.Path.StartsWith(PathTable.Stem(collection).TrimEnd('/') + "/", StringComparison.Ordinal)
        && (found.SaysLocation || (found.Delete ?? found.Update) is not null)
        && !ShowsOther(found.Shows, read.Resource, found.ReadShows) && !found.IsBulk && CanBeFound(found, item.Parameter);

    /// <summary>A create that answers with nothing, 204, says no id: it is in the <c>Location</c>, or a list, or what its request has to say, leads to what was made.</summary>
    public static bool CanBeFound(ResourceOperations found, string parameter) =>
        found.SaysLocation || found.ListReply is not null
        || ReplyReader.Successes(found.Create.Place.Get("responses")).Select(success => success.Status).ToList() is var statuses && !(statuses.Count > 0 && statuses.TrueForAll(status => status is "204" or "205"))
        || found.Request.Properties.Any(property => Words.Same(property.Name, parameter) ? !IdRule.IsCalledId(property.Name) || found.Request.IsRequired(property.Name) : Words.Flat(property.Name) == "id" && found.Request.IsRequired(property.Name));

    /// <summary>Whether what the reply shows is no part of the resource.</summary>
    public static bool IsBeside(ResourceOperations found, string collection) =>
        IsForgotten(found, collection) && found.Shows is { Properties.Count: > 0 } shown && !shown.Properties.Any(property => IdRule.IsOfAnything(property.Name)) && !shown.Properties.Any(property => found.ReadReply!.Resource.Property(property.Name) is not null);

    private static bool ShowsOther(Schema? shown, Schema resource, Schema? beside) =>
        shown is { Properties.Count: > 0 }
        && shown.Properties.Any(property => (resource.Property(property.Name) ?? beside?.Property(property.Name)) is null && !Companions.Contains(property.Name) && !Companions.IsAddress(property.Name));
}
