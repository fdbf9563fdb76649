using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// Pages are counted by a query parameter such as <c>page</c>, from 1. A list that comes in pages of another kind can't be read to its
/// end yet, and a list that isn't read to its end proves nothing: it is not used for looking.
/// </summary>
internal sealed class PagingRule(SchemaReader reader, PropertyPaths paths)
{
    private static readonly HashSet<string> Pages = new(StringComparer.Ordinal) { "page", "pagenumber", "pagenum", "pageno" };
    private static readonly HashSet<string> Sizes = new(StringComparer.Ordinal) { "perpage", "pagesize", "limit", "size", "pagelimit", "itemsperpage" };
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "cursor", "offset", "after", "startingafter", "token", "pagetoken", "nexttoken", "nextpagetoken", "continuationtoken", "continue",
        "pagecursor", "iterator", "skip", "startindex", "maxresults", "startat",
    };

    private static readonly string[] NextLinks =
        ["links.pages.next", "meta.pagination.next_page", "pagination.next_page", "meta.next_page", "links.next", "_links.next", "pagination.next", "paging.next", "meta.next", "next_page", "next"];

    private static readonly string[] Totals =
        ["meta.total", "meta.pagination.total_entries", "meta.pagination.total", "meta.total_count", "pagination.total", "pagination.total_count", "total_count", "totalCount", "total", "results"];

    private static readonly string[] Cursors =
        ["next_cursor", "nextCursor", "next_token", "nextToken", "next_page_token", "nextPageToken", "cursor", "continuation_token", "iterator", "has_more", "meta.next_cursor", "pagination.next_cursor", "pagination.cursor", "cursors.after"];

    /// <summary>The scheme; nothing where the list comes whole; or why it can't be read to its end.</summary>
    public (PagingModel? Paging, string? Problem) Find(SpecOperation list, Schema reply)
    {
        var query = list.Parameters.Where(parameter => parameter.Place == ParameterPlace.Query).ToList();
        var size = query.Find(parameter => Sizes.Contains(Words.Flat(parameter.Name)));
        var next = NextLinks.FirstOrDefault(path => paths.Find(reply, path) is { Kind: SchemaKind.String or SchemaKind.Integer or SchemaKind.Object or SchemaKind.Scalars });
        if (query.Find(IsPage) is { } page)
        {
            var total = Totals.FirstOrDefault(path => paths.Find(reply, path) is { Kind: SchemaKind.Integer or SchemaKind.Number });
            return (new PagingModel(page.Name, size?.Name, Maximum(size), next, total), null);
        }

        var other = query.Find(parameter => Others.Contains(Words.Flat(parameter.Name))) ?? size;
        if (other is not null) return (null, $"it comes in pages that '{other.Name}' asks for, not in numbered ones");
        next ??= Cursors.FirstOrDefault(path => paths.Find(reply, path) is not null);
        return next is null ? (null, null) : (null, $"its reply has '{next}', and no parameter asks for the page after the first");
    }

    private bool IsPage(SpecParameter parameter)
    {
        if (!Pages.Contains(Words.Flat(parameter.Name))) return false;
        if (parameter.Schema is not { } place) return true;
        var isCountedFromZero = reader.Resolve(place)?.Node.Get("default").AsInt32() == 0;
        return !isCountedFromZero && reader.Read(place).Kind is SchemaKind.Integer or SchemaKind.Number or SchemaKind.Any;
    }

    private int? Maximum(SpecParameter? size) =>
        size?.Schema is { } place && reader.Resolve(place) is { } schema ? schema.Node.Get("maximum").AsInt32() : null;
}
