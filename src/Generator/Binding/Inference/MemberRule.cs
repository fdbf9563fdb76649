using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A member of something is what its request says: <c>server_id</c> in the body of a POST on <c>/networks/{network_id}/members</c>, which
/// <c>/networks/{network_id}/members/{server_id}</c> removes and the list shows. What the create answers with, if anything, is not asked.
/// </summary>
internal static class MemberRule
{
    /// <summary>The property of the request that says the id; null where it is no such place, or the create's reply shows the member.</summary>
    /// <param name="found">The operations.</param>
    /// <param name="collection">The create's collection.</param>
    /// <param name="reply">The resource in the create's reply, if any.</param>
    public static string? Find(ResourceOperations found, string collection, Schema? reply)
    {
        if (found is not { Item: { } item, Delete: not null, ListReply: { Resource: var shown }, Read: null } || !collection.Contains("{")) return null;
        if (!item.Path.StartsWith(PathTable.Stem(collection).TrimEnd('/') + "/", StringComparison.Ordinal)) return null;
        if (reply is not null && SameShapeRule.Holds(reply, shown)) return null;
        var said = found.Request.Properties.Select(property => property.Name).FirstOrDefault(name => Words.Same(name, item.Parameter));
        return said is not null && found.Request.IsRequired(said) && shown.Property(said) is not null ? said : null;
    }
}
