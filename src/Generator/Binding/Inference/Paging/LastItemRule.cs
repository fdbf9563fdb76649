using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>The id of a page's last item asks for the next page. A name that may mean a time counts only where the reply says whether more follow.</summary>
internal static class LastItemRule
{
    private static readonly string[] Sure = ["startingafter", "startafter", "startingafterid", "afterid", "sinceid", "lastid"];
    private static readonly string[] Id = ["id"];

    public static PagingModel? Find(ListShape list)
    {
        var after = list.Parameter(Sure) ?? (PagingFlags.More(list) is null ? null : list.Parameter(["after"]));
        var id = after is null ? null : list.Item.Properties.FirstOrDefault(property => Id.Contains(property.Name))?.Name;
        return after is null || id is null || list.Kind(after) is not (SchemaKind.String or SchemaKind.Integer or SchemaKind.Any) ? null : list.Paging(PagingKind.LastItem, after.Name) with { Next = id };
    }
}
