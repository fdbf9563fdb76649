namespace Semel;

/// <summary>A reply holds the text that asks for the page after it: a cursor, a token, a marker.</summary>
/// <param name="CursorParameter">Query parameter that takes it: <c>cursor</c>, <c>pageToken</c>, <c>continue</c>.</param>
/// <param name="Next">Property path of it in the reply: <c>next_cursor</c>; absent, null or empty after the last page.</param>
/// <param name="SizeParameter">Query parameter with the page's size; null where there is none.</param>
/// <param name="Size">The size to ask for; null: the server's default.</param>
public sealed record CursorPaging(string CursorParameter, string Next, string? SizeParameter = null, int? Size = null) : Paging(SizeParameter, Size)
{
    internal override PageTurner NewTurner(int? size) => new CursorTurner(this);
}
