using System.Text.Json.Nodes;

namespace Semel;

internal sealed class LastItemTurner(LastItemPaging paging) : PageTurner(paging)
{
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);

    public override string Parameter => paging.AfterParameter;

    public override PageStep After(Reply reply, JsonArray items)
    {
        var says = SaysMore(reply);
        if (says == false) return new PageStep.End();
        if (items.Count == 0) return says is null ? new PageStep.End() : new PageStep.Doubt("more items follow, but the page is empty");
        if (!JsonLiteral.TryGetTextOrNumber(JsonPathAccess.Read(items[^1], paging.Item), out var last) || last.Length == 0)
            return new PageStep.Doubt($"its last item has no '{paging.Item}'");
        return _sent.Add(last) ? new PageStep.Ask(paging.AfterParameter, last) : new PageStep.Doubt($"it ends with an item that was read before");
    }
}
