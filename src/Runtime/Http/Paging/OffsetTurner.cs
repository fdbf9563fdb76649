using System.Text.Json.Nodes;

namespace Semel;

internal sealed class OffsetTurner(OffsetPaging paging, int? size) : CountingTurner(paging, size, paging.NextLink, paging.Total)
{
    private readonly OffsetPaging _paging = paging;

    public override PageStep.Ask First => new(_paging.OffsetParameter, Text(_paging.First));

    public override string Parameter => _paging.OffsetParameter;

    /// <summary>By what came, and not by what was asked for: a server may hold shorter pages.</summary>
    protected override PageStep Next(Reply reply, JsonArray items, bool mayBePast) => items.Count == 0
        ? new PageStep.Doubt($"more items follow the first {Seen}, but the page is empty")
        : new PageStep.Ask(_paging.OffsetParameter, Text(_paging.First + Seen), mayBePast);
}
