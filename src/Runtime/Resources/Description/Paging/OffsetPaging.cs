namespace Semel;

/// <summary>A page begins at the item of a number.</summary>
/// <param name="OffsetParameter">Query parameter with the number of the page's first item: <c>offset</c>, <c>skip</c>, <c>startAt</c>.</param>
/// <param name="SizeParameter">Query parameter with the page's size; null where there is none.</param>
/// <param name="Size">The size to ask for; null: the server's default.</param>
/// <param name="NextLink">Property path in the reply of a link that is there while pages follow; null where there is none.</param>
/// <param name="Total">Property path in the reply with the number of all items; null where there is none.</param>
public sealed record OffsetPaging(string OffsetParameter, string? SizeParameter = null, int? Size = null, string? NextLink = null, string? Total = null)
    : Paging(SizeParameter, Size)
{
    /// <summary>The number of the first item: 0, or 1 as SCIM counts.</summary>
    public int First { get; init; }

    internal override PageTurner NewTurner(int? size) => new OffsetTurner(this, size);
}
