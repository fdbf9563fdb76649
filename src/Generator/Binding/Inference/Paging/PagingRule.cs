using Semel.Generator.Binding.Operations;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Inference.Paging;

/// <summary>
/// How a list comes in pages: by the texts and addresses that a reply holds for the next page, by the numbers that count pages or items,
/// or by a header. What looks like pages of another kind can't be read to its end, and a list that isn't read to its end proves
/// nothing: it is not used for looking.
/// </summary>
internal static class PagingRule
{
    /// <summary>Parameters and fields of lists in pages, where no rule knows the rest.</summary>
    private static readonly HashSet<string> Parameters = new(StringComparer.Ordinal)
    {
        "cursor", "offset", "after", "startingafter", "token", "pagetoken", "nexttoken", "nextpagetoken", "continuationtoken", "continue",
        "pagecursor", "iterator", "marker", "skip", "startindex", "maxresults", "startat", "page", "pagenumber", "perpage", "pagesize", "limit", "size", "pagelimit", "itemsperpage",
    };

    private static readonly HashSet<string> Tokens = new(StringComparer.Ordinal) { "pagetoken", "nexttoken", "nextpagetoken", "cursor", "pagecursor", "continuationtoken" };

    private static readonly HashSet<string> Fields = new(StringComparer.Ordinal)
    {
        "next", "nextpage", "nextcursor", "nexttoken", "nextpagetoken", "nextmarker", "cursor", "continuationtoken", "iterator", "hasmore", "hasnextpage",
    };

    /// <summary>What the document says itself at the list; null where it says nothing that can be used.</summary>
    public static (PagingModel? Paging, string? Problem)? Said(SpecOperation list, DiagnosticBag diagnostics)
    {
        var name = OverrideNames.Extension("Paging");
        if (list.Place.Node.Members().FirstOrDefault(entry => entry.Key == name) is not { Value: { } value } entry) return null;
        var (paging, problem) = value.AsScalar() is { } text ? DeclaredPaging.Read(text, list) : (null, "its value is no text");
        if (problem is null) return (paging, null);
        diagnostics.Add(DiagnosticCatalogue.ExtensionNotUnderstood, entry.KeyLocation, name, problem);
        return null;
    }

    /// <summary>The scheme; nothing where the list comes whole; or why it can't be read to its end.</summary>
    public static (PagingModel? Paging, string? Problem) Find(ListShape list)
    {
        if (CursorRule.Find(list) is { } cursor) return (cursor, null);
        if (LastItemRule.Find(list) is { } lastItem) return (lastItem, null);
        // numbers that stand beside a token are no numbers of pages: only the API knows which comes next
        var token = list.Query.FirstOrDefault(parameter => Tokens.Contains(Words.Flat(parameter.Name)));
        if (token is null)
        {
            var (numbered, problem) = PageNumberRule.Find(list);
            if (numbered is not null) return (numbered, null);
            if (problem is not null) return (null, problem);
            if (OffsetRule.Find(list) is { } offset) return (offset, null);
        }

        if ((NextAddressRule.Find(list) ?? LinkHeaderRule.Find(list)) is { } linked) return (linked, null);
        var other = token ?? list.Query.FirstOrDefault(parameter => Parameters.Contains(Words.Flat(parameter.Name)));
        if (other is not null) return (null, $"it comes in pages that '{other.Name}' asks for, and nothing says with what");
        var field = list.Fields.FirstOrDefault(field => Fields.Contains(field.Name));
        return field is null ? (WholeRule.Find(list), null) : (null, $"its reply has '{field.Path}', and no parameter asks for the page after the first");
    }
}
