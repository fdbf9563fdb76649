using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

internal sealed class PageNumberTurner(PageNumberPaging paging, int? size) : CountingTurner(paging, size, paging.NextLink, paging.Total)
{
    private readonly PageNumberPaging _paging = paging;
    private long _page = paging.First;

    public override PageStep.Ask First => new(_paging.PageParameter, Text(_paging.First));

    public override string Parameter => _paging.PageParameter;

    protected override PageStep Next(Reply reply, JsonArray items, bool mayBePast)
    {
        var named = LinkOf(reply) is { } link && link.GetValueKind() == JsonValueKind.Number && NumberText.TryGetInt64(link.ToJsonString(), out var number) ? number : _page + 1;
        if (named <= _page) return new PageStep.Doubt($"page {named} is named as the one after page {_page}");
        _page = named;
        return new PageStep.Ask(_paging.PageParameter, Text(_page), mayBePast);
    }

    protected override bool? SaysMoreByHeader(Reply reply) => _paging.LinkHeader && reply.Links is { IsThere: true, IsReadable: true } links ? links.Next is not null : null;
}
