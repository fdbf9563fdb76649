using System.Text.Json.Nodes;

namespace Semel;

internal sealed class LinkHeaderTurner(LinkHeaderPaging paging) : PageTurner(paging)
{
    public override PageStep After(Reply reply, JsonArray items)
    {
        var says = SaysMore(reply);
        if (!reply.Links.IsReadable) return new PageStep.Doubt("its Link header cannot be read");
        if (reply.Links.Next is { } next) return new PageStep.Follow(next);
        return says == true ? new PageStep.Doubt("more items follow, but no Link header leads to them") : new PageStep.End();
    }
}
