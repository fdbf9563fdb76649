using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// Some documents describe no reply at all, or show examples only. A POST on a collection whose items are read by a parameter, and updated or deleted by it, makes one of them; its id is
/// assumed to be called as the parameter is where an example shows that, else <c>slug</c> for <c>{slug}</c>, and <c>id</c> where that names an id. A name has to be in the request. That is said, for only a declaration can be sure.
/// </summary>
internal static class UndescribedItemRule
{
    /// <param name="found">The operations.</param>
    /// <param name="collection">The create's collection.</param>
    /// <param name="created">What the create answers with, or null.</param>
    /// <param name="read">The GET of the item.</param>
    /// <param name="shown">What that answers with, or null.</param>
    public static bool Holds(ResourceOperations found, string collection, Schema? created, SpecOperation read, Schema? shown) =>
        found is { Operation: null, IdBesideResource: null, IsBulk: false, Item: { } item }
        && item.Path.StartsWith(PathTable.Stem(collection).TrimEnd('/') + "/", StringComparison.Ordinal)
        && (found.Delete ?? found.Update) is not null && IsGiven(item.Parameter, found.Request)
        && UndescribedReplyRule.CanBeFound(found, item.Parameter) && IsSilent(found.Create, created) && IsSilent(read, shown) && !IsCheck(read);

    /// <summary>What a reply holds beside a message and the like: the one property that says nothing of itself, <c>{"ok": true, "result": {}}</c>; else the reply.</summary>
    public static Holder? Inside(Schema? reply, PropertyPaths paths) =>
        reply is null ? null
        : paths.Properties(reply).Where(property => !Companions.Contains(property.Name)).ToList() is { Count: 1 } one && !IdRule.IsCalledId(one[0].Name) ? new Holder(one[0].Schema, one[0].Name)
        : new Holder(reply, null);

    /// <summary>What the id is called in the replies, as far as the parameter tells.</summary>
    /// <param name="parameter">The path's parameter.</param>
    /// <param name="shown">Names that an example of the create's reply shows.</param>
    public static string Id(string parameter, IEnumerable<string> shown) => shown.FirstOrDefault(name => Words.Same(name, parameter)) ?? Assumed(parameter);

    private static string Assumed(string parameter) => Words.Of(parameter) is { Count: > 0 } words && words[words.Count - 1] is "id" ? "id" : parameter;

    /// <summary>A name is the client's, so a request that is described without one makes nothing of that name.</summary>
    private static bool IsGiven(string parameter, Schema request) =>
        request.Properties.Count == 0 || Words.Of(parameter).LastOrDefault() is not "name" || request.Properties.Any(property => Words.EndsWith(property.Name, "name") || Words.Same(property.Name, parameter));

    /// <summary>What answers with nothing says only that it is so: whether one follows somebody.</summary>
    private static bool IsCheck(SpecOperation read) => ReplyReader.Successes(read.Place.Get("responses")).Select(success => success.Status).ToList() is { Count: > 0 } statuses && statuses.TrueForAll(status => status is "204" or "205");

    /// <summary>Whether a read answers with an object of which the document says nothing.</summary>
    /// <param name="read">The read.</param>
    /// <param name="reply">Its reply.</param>
    /// <param name="paths">The properties of schemas.</param>
    /// <param name="envelope">The property of the reply that holds it, or null.</param>
    public static bool IsSilent(SpecOperation read, Schema? reply, PropertyPaths paths, out string? envelope)
    {
        var inside = Inside(reply, paths);
        envelope = inside?.Path;
        return IsSilent(read, inside?.Resource) && !IsCheck(read);
    }

    /// <summary>No schema, or one that says nothing.</summary>
    private static bool IsSilent(SpecOperation operation, Schema? shown) =>
        operation.Problem is null && operation.Reply.Media is null or { Kind: Model.ContentKind.Json } && (operation.Reply.Schema is null || (shown is not null && IsSilent(shown)));

    private static bool IsSilent(Schema schema) => schema is { Kind: SchemaKind.Any or SchemaKind.Object, Properties.Count: 0, Required.Count: 0 };
}
