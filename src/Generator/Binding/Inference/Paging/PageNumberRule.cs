using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>
/// Pages are counted by a query parameter such as <c>page</c>: from 1, or from 0 where its default or its description says so. Where 0 is
/// allowed and neither says, nobody knows which page is the first, and a list that misses one is no list.
/// </summary>
internal static class PageNumberRule
{
    private static readonly string[] Pages = ["page", "pagenumber", "pagenum", "pageno", "pageindex", "currentpage"];
    private static readonly string[] Nexts = ["next", "nextpage"];
    private static readonly string[] Zeros = ["zero-based", "0-based", "zero based", "zero indexed", "zero-indexed", "starts at 0", "starting at 0", "starts with 0", "starts from 0", "starting from 0", "first page is 0"];

    public static (PagingModel? Paging, string? Problem) Find(ListShape list)
    {
        if (list.Parameter(Pages) is not { } page || !list.IsNumber(page)) return (null, null);
        var first = list.Number(page, "default");
        var isFromZero = first == 0 || Zeros.Any(text => page.Description?.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0);
        if (!isFromZero && first is null && list.Number(page, "minimum") == 0) return (null, $"nothing says whether '{page.Name}' counts from 0 or from 1");
        return (list.Paging(PagingKind.PageNumber, page.Name) with
        {
            Next = list.Field(Nexts, SchemaKind.String, SchemaKind.Integer, SchemaKind.Object, SchemaKind.Scalars),
            Total = PagingTotal.Find(list),
            First = isFromZero ? 0 : null,
            LinkHeader = list.HasLinkHeader,
        }, null);
    }
}
