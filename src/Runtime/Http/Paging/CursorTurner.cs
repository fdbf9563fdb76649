using System.Text.Json.Nodes;

namespace Semel;

internal sealed class CursorTurner(CursorPaging paging) : PageTurner(paging)
{
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private string? _last;

    public override string Parameter => paging.CursorParameter;

    public override PageStep After(Reply reply, JsonArray items)
    {
        var says = SaysMore(reply);
        if (says == false) return new PageStep.End();
        var node = JsonPathAccess.Read(reply.Body.Json, paging.Next);
        if (!IsLink(node)) return says == true ? new PageStep.Doubt($"more items follow, but it has no '{paging.Next}'") : new PageStep.End();
        if (!JsonLiteral.TryGetTextOrNumber(node, out var cursor)) return new PageStep.Doubt($"'{paging.Next}' is no text");
        if (items.Count == 0 && cursor == _last) return new PageStep.End(); // an empty page that leads to itself: nothing can follow
        _last = cursor;
        return _sent.Add(cursor) ? new PageStep.Ask(paging.CursorParameter, cursor) : new PageStep.Doubt($"'{paging.Next}' leads to a page that was read before");
    }
}
