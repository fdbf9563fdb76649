namespace Semel;

/// <summary>
/// A reply holds the address of the page after it. It is resolved against the address of the page that holds it; one at another origin
/// is an error: credentials don't go there.
/// </summary>
/// <param name="Next">Property path of it in the reply: <c>nextLink</c>, <c>links.next.href</c>; absent, null or empty after the last page.</param>
/// <param name="SizeParameter">Query parameter with the page's size; null where there is none.</param>
/// <param name="Size">The size to ask for; null: the server's default.</param>
public sealed record NextAddressPaging(string Next, string? SizeParameter = null, int? Size = null) : Paging(SizeParameter, Size)
{
    internal override PageTurner NewTurner(int? size) => new NextAddressTurner(this);
}
