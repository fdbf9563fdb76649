namespace Semel;

/// <summary>Pages have numbers.</summary>
/// <param name="PageParameter">Query parameter with the page's number.</param>
/// <param name="SizeParameter">Query parameter with the page's size; null where there is none.</param>
/// <param name="Size">The size to ask for; null: the server's default.</param>
/// <param name="NextLink">Property path in the reply of a link, or of the next page's number, that is there while pages follow; null where there is none.</param>
/// <param name="Total">Property path in the reply with the number of all items; null where there is none.</param>
public sealed record PageNumberPaging(string PageParameter, string? SizeParameter = null, int? Size = null, string? NextLink = null, string? Total = null)
    : Paging(SizeParameter, Size)
{
    /// <summary>The number of the first page: 1 or 0.</summary>
    public int First { get; init; } = 1;

    /// <summary>Whether a <c>Link</c> header says which pages follow (RFC 8288); where a reply has none, it is as if this were false.</summary>
    public bool LinkHeader { get; init; }

    internal override PageTurner NewTurner(int? size) => new PageNumberTurner(this, size);
}
