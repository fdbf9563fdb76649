using Semel.Generator.Binding.Operations;
using Semel.Generator.Binding.Schemas;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>
/// A reply holds the text that asks for the next page: what is named after the parameter with <c>next</c> in front, else another next
/// cursor, else what is named as the parameter itself.
/// </summary>
internal static class CursorRule
{
    private static readonly string[] Cursors =
    [
        "cursor", "pagecursor", "nextcursor", "pagetoken", "nexttoken", "nextpagetoken", "continuationtoken", "continuation", "continue", "iterator", "marker",
        "skiptoken", "starttoken", "startkey", "exclusivestartkey", "scrollid", "after", "pageafter", "startingafter", "page", "offset", "token",
    ];

    private static readonly string[] Nexts = ["nextcursor", "nexttoken", "nextpagetoken", "nextpagecursor", "nextmarker", "nextcontinuationtoken", "nextiterator"];
    private static readonly string[] Opaque = ["cursor", "pagecursor", "nextcursor", "pagetoken", "nexttoken", "nextpagetoken", "continuationtoken", "after"];

    public static PagingModel? Find(ListShape list)
    {
        foreach (var parameter in Cursors.Select(name => list.Parameter([name])).OfType<SpecParameter>())
        {
            if (Next(list, parameter) is { } next && !IsDeclined(list, parameter)) return list.Paging(PagingKind.Cursor, parameter.Name) with { Next = next };
        }

        return null;
    }

    private static string? Next(ListShape list, SpecParameter parameter)
    {
        var name = Words.Flat(parameter.Name);
        // a number of a page or an item is counted
        if (name is "page" or "offset" && list.Kind(parameter) != SchemaKind.String) return null;
        List<string> names = ["next" + name];
        if (name != "page") names.AddRange(Nexts);
        if (name != "page") names.Add(name.StartsWith("page", StringComparison.Ordinal) ? name.Substring("page".Length) : name);
        if (list.Field(names, SchemaKind.String, SchemaKind.Scalars, SchemaKind.Integer, SchemaKind.Any) is { } found) return found;
        if (list.Field(["endcursor"], SchemaKind.String) is { } end) return end;
        if (PagingFlags.More(list) is not null && list.Field(["lastid"], SchemaKind.String) is { } last) return last;
        return Opaque.Contains(name) ? list.Named("next").FirstOrDefault(field => IsText(field.Schema))?.Path : null;
    }

    private static bool IsText(Schema schema) => schema.Kind == SchemaKind.String && schema.Format is not ("uri" or "url" or "uri-reference");

    /// <summary>Box takes a marker only where <c>usemarker</c> says so: without it no reply has one, and the first page would be taken for the list.</summary>
    private static bool IsDeclined(ListShape list, SpecParameter parameter) => list.Parameter(["use" + Words.Flat(parameter.Name)]) is not null;
}
