using System.Text.Json.Nodes;

namespace Semel;

internal sealed class WholeTurner(WholePaging paging) : PageTurner(paging)
{
    public override PageStep After(Reply reply, JsonArray items) => Number(reply, paging.Total) is { } total && total > items.Count
        ? new PageStep.Doubt($"it holds {items.Count} items of {total}, and nothing asks for the others")
        : new PageStep.End();
}
