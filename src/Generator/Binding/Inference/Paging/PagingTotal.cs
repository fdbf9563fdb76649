using Semel.Generator.Binding.Schemas;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>The number of all items. A total that is of the page only ends no list: the runtime doesn't trust it alone.</summary>
internal static class PagingTotal
{
    private static readonly string[] Totals =
        ["total", "totalentries", "totalcount", "totalitems", "totalresults", "totalelements", "totalrecords", "totalsize", "totalhits", "itemcount", "results"];

    public static string? Find(ListShape list) => list.Field(Totals, SchemaKind.Integer, SchemaKind.Number);
}
