using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// Documents forget what a create answers with. A POST on a collection whose items are read by an id, and updated or deleted by it, makes
/// one of them: the id is in what was forgotten, in the <c>Location</c> header, or found by a look. A reply that shows something else is
/// not forgotten: <c>{processed, more}</c> is what many sessions were done to, and a <c>validation_code</c> that the resource doesn't have is
/// asked for before there is one.
/// </summary>
internal static class UndescribedReplyRule
{
    /// <param name="found">The operations.</param>
    /// <param name="collection">The create's collection.</param>
    public static bool IsForgotten(ResourceOperations found, string collection) =>
        found is { Read: not null, ReadReply: { } read, Item: { } item }
        && item.Path.StartsWith(PathTable.Stem(collection) + "/", StringComparison.Ordinal)
        && (found.Delete ?? found.Update) is not null
        && !ShowsOther(found.Shows, read.Resource) && !found.IsBulk && found.Request.Kind != SchemaKind.List;

    private static bool ShowsOther(Schema? shown, Schema resource) =>
        shown is { Properties.Count: > 0 } && shown.Properties.Any(property => resource.Property(property.Name) is null);
}
