using System.Text.Json.Nodes;

namespace Semel;

/// <summary>What ends a list whose pages or items are counted.</summary>
/// <param name="paging">The flags.</param>
/// <param name="size">The size that is asked for.</param>
/// <param name="nextLink">Property path of what is there while pages follow, or null.</param>
/// <param name="total">Property path of the number of all items, or null.</param>
internal abstract class CountingTurner(Paging paging, int? size, string? nextLink, string? total) : PageTurner(paging)
{
    private readonly int? _size = size;
    private readonly string? _nextLink = nextLink;
    private readonly string? _total = total;
    private int? _previous;

    /// <summary>Items of all pages so far.</summary>
    protected long Seen { get; private set; }

    public sealed override PageStep After(Reply reply, JsonArray items)
    {
        Seen += items.Count;
        var previous = _previous;
        _previous = items.Count;
        if ((SaysMore(reply) ?? SaysMoreByLink(reply)) is { } says) return says ? Next(reply, items, mayBePast: false) : new PageStep.End();
        var isTotalReached = false;
        if (_total is not null && Number(reply, _total) is { } total)
        {
            if (Seen < total && items.Count == 0) return new PageStep.Doubt($"the list ended after {Seen} items of {total}");
            if (Seen < total) return Next(reply, items, mayBePast: false);
            isTotalReached = true;
            if (Seen == total && !(items.Count >= _size)) return new PageStep.End(); // a total that is exceeded, or reached by a full page, may be of this page only
        }

        // a first page that is short proves nothing: the server may hold pages shorter than was asked for
        return items.Count == 0 || (items.Count < _size && items.Count < previous) ? new PageStep.End() : Next(reply, items, isTotalReached);
    }

    protected abstract PageStep Next(Reply reply, JsonArray items, bool mayBePast);

    /// <summary>Whether a <c>Link</c> header says more; null where there is none.</summary>
    protected virtual bool? SaysMoreByHeader(Reply reply) => null;

    protected JsonNode? LinkOf(Reply reply) => _nextLink is null ? null : JsonPathAccess.Read(reply.Body.Json, _nextLink);

    private bool? SaysMoreByLink(Reply reply) => _nextLink is not null ? IsLink(LinkOf(reply)) : SaysMoreByHeader(reply);
}
