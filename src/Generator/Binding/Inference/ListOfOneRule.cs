using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// A read may answer with a list of exactly that one: <c>{"servers": [{…}]}</c>, or <c>[{…}]</c>. It is one where the same path updates or deletes what it reads, or takes an id that is called after it (<c>{server_id}</c>), and the
/// list holds what the create made: a path that is only listed holds many.
/// </summary>
internal sealed class ListOfOneRule(ListItemsRule items, EnvelopeRule envelope)
{
    /// <summary>In an envelope, the only item of the list there.</summary>
    private const string OnlyItem = ".*";

    /// <summary>Without one.</summary>
    private const string OnlyItemOfAll = "*";

    public static bool Is(Holder holder) => holder.Path?.EndsWith(OnlyItemOfAll, StringComparison.Ordinal) == true;

    /// <summary>The path within an object that holds the resource: what else answers with it is no list.</summary>
    public static string? Envelope(Holder holder) => Is(holder) ? null : holder.Path;

    /// <param name="reply">What the read answers with.</param>
    /// <param name="created">What the create made.</param>
    /// <param name="parameter">What the read's path takes.</param>
    /// <param name="isKept">Whether the read's path updates or deletes one, or takes its id.</param>
    public Holder? Find(Schema reply, Holder created, string parameter, bool isKept) =>
        isKept && !envelope.HasIdentity(reply) && items.Find(reply) is var (item, path) && TakesId(item, parameter, path) && SameShapeRule.Holds(created.Resource, item)
            ? new Holder(item, path is null ? OnlyItemOfAll : path + OnlyItem)
            : null;

    /// <summary>What has an id is read by that, and not by a region, in a list that nothing is around.</summary>
    private bool TakesId(Schema item, string parameter, string? path) =>
        envelope.HasIdentity(item) ? path is not null || IdRule.IsCalledId(parameter) : envelope.HasIdentity(item, parameter);
}
