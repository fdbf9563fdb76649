using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>A page begins at the item of a number: <c>offset</c> and <c>limit</c>, <c>skip</c> and <c>top</c>, <c>startAt</c> and <c>maxResults</c>, <c>first</c> and <c>max</c>.</summary>
internal static class OffsetRule
{
    private static readonly string[] Offsets = ["offset", "skip", "pageoffset", "recordoffset", "startat", "startindex"];

    /// <summary>Words that mean something else where no size stands beside them.</summary>
    private static readonly string[] WithSize = ["start", "first", "from"];

    private static readonly string[] Links = ["next", "nextpage", "nextlink", "nexturl"];

    public static PagingModel? Find(ListShape list)
    {
        var offset = list.Parameter(Offsets) ?? (list.Size is null ? null : list.Parameter(WithSize));
        if (offset is null || !IsNumber(list, offset)) return null;
        var paging = list.Paging(PagingKind.Offset, offset.Name) with { Total = PagingTotal.Find(list), First = IsFromOne(list, offset) ? 1 : null };
        // a count says more than a link that may be left out
        return paging is { Total: null, More: null, Last: null } ? paging with { Next = list.Field(Links, SchemaKind.String, SchemaKind.Object) } : paging;
    }

    /// <summary>A text can be a number where the size beside it is one: Keycloak's <c>first</c> and <c>max</c>.</summary>
    private static bool IsNumber(ListShape list, SpecParameter offset) =>
        list.IsNumber(offset) || (list.Kind(offset) == SchemaKind.String && list.Size is { } size && Words.Flat(size.Name) is "max" or "maxresults" && list.Kind(size) == SchemaKind.String);

    private static bool IsFromOne(ListShape list, SpecParameter offset) => (list.Number(offset, "default") ?? list.Number(offset, "minimum")) == 1;
}
