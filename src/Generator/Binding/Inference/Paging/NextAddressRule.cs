using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>A reply holds the address of the next page: <c>nextLink</c>, <c>@odata.nextLink</c>, <c>next_page_uri</c>, <c>links.next.href</c>, or <c>next</c>.</summary>
internal static class NextAddressRule
{
    private static readonly string[] Addresses = ["nextlink", "odatanextlink", "nexturl", "nexturi", "nexthref", "nextpageurl", "nextpageuri", "nextpagelink", "nextpage", "next"];

    public static PagingModel? Find(ListShape list)
    {
        var next = Addresses.SelectMany(list.Named).Select(Address).FirstOrDefault(path => path is not null);
        if (next is null) return null;
        var paging = list.Paging(PagingKind.NextAddress, null) with { Next = next };
        // OData's $top is how many items there are in all
        return list.Size is { } size && Words.Flat(size.Name) == "top" ? paging with { SizeParameter = null, MaximumSize = null } : paging;
    }

    private static string? Address(ReplyField field) => field.Schema.Kind switch
    {
        SchemaKind.String => field.Path,
        SchemaKind.Object when field.Name == "next" && field.Schema.Property("href") is not null => field.Path + ".href",
        _ => null,
    };
}
