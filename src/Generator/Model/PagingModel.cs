namespace Semel.Generator.Model;

/// <summary>What asks for the next page of a list. The name is that of the runtime's description without <c>Paging</c>.</summary>
internal enum PagingKind { PageNumber, Offset, Cursor, LastItem, LinkHeader, NextAddress, Whole }

/// <summary>How a list comes in pages.</summary>
/// <param name="Parameter">Query parameter that asks for a page: <c>page</c>, <c>offset</c>, <c>cursor</c>, <c>starting_after</c>; null where the API gives whole addresses.</param>
/// <param name="SizeParameter">Query parameter with the page's size, or null: <c>per_page</c>.</param>
/// <param name="MaximumSize">The largest size the document allows, or null.</param>
internal sealed record PagingModel(PagingKind Kind, string? Parameter, string? SizeParameter, int? MaximumSize)
{
    /// <summary>Property path in the reply of the next page's link, number, text or address, or null: <c>links.pages.next</c>. In an item, of the id that asks for the next page.</summary>
    public string? Next { get; init; }

    /// <summary>Property path in the reply with the number of all items, or null: <c>meta.total</c>.</summary>
    public string? Total { get; init; }

    /// <summary>Property path in the reply of a Boolean that is true while pages follow, or null: <c>has_more</c>.</summary>
    public string? More { get; init; }

    /// <summary>Property path in the reply of a Boolean that is true on the last page, or null: <c>isLast</c>.</summary>
    public string? Last { get; init; }

    /// <summary>The number of the first page or item; null where it is as usual: page 1, item 0.</summary>
    public int? First { get; init; }

    /// <summary>Of numbered pages: whether a <c>Link</c> header says which pages follow.</summary>
    public bool LinkHeader { get; init; }
}
