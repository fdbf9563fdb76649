namespace Semel;

/// <summary>A <c>Link</c> header with <c>rel="next"</c> leads to the page after it (RFC 8288). A link to another origin is an error: credentials don't go there.</summary>
/// <param name="SizeParameter">Query parameter with the page's size; null where there is none.</param>
/// <param name="Size">The size to ask for; null: the server's default.</param>
public sealed record LinkHeaderPaging(string? SizeParameter = null, int? Size = null) : Paging(SizeParameter, Size)
{
    internal override PageTurner NewTurner(int? size) => new LinkHeaderTurner(this);
}
