using System.Text.Json.Nodes;

namespace Semel;

internal sealed class NextAddressTurner(NextAddressPaging paging) : PageTurner(paging)
{
    public override PageStep After(Reply reply, JsonArray items)
    {
        var says = SaysMore(reply);
        if (says == false) return new PageStep.End();
        var node = JsonPathAccess.Read(reply.Body.Json, paging.Next);
        if (!IsLink(node)) return says == true ? new PageStep.Doubt($"more items follow, but it has no '{paging.Next}'") : new PageStep.End();
        return JsonLiteral.TryGetText(node, out var address) ? new PageStep.Follow(address) : new PageStep.Doubt($"'{paging.Next}' is no address");
    }
}
