namespace Semel;

/// <summary>How a list comes in pages.</summary>
/// <param name="PageParameter">Query parameter with the page's number, from 1.</param>
/// <param name="SizeParameter">Query parameter with the page's size; null where there is none.</param>
/// <param name="Size">The size to ask for; null: the server's default.</param>
/// <param name="NextLink">Property path in the reply that is there while pages follow; null where there is none.</param>
/// <param name="Total">Property path in the reply with the number of all items; null where there is none.</param>
public sealed record Paging(string PageParameter, string? SizeParameter = null, int? Size = null, string? NextLink = null, string? Total = null);
