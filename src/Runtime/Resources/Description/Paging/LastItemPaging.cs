namespace Semel;

/// <summary>The last item of a page asks for the page after it. Where no reply says whether there is one, the list ends with an empty page.</summary>
/// <param name="AfterParameter">Query parameter that takes the item's id: <c>starting_after</c>.</param>
/// <param name="Item">Property path of the id in an item: <c>id</c>.</param>
/// <param name="SizeParameter">Query parameter with the page's size; null where there is none.</param>
/// <param name="Size">The size to ask for; null: the server's default.</param>
public sealed record LastItemPaging(string AfterParameter, string Item, string? SizeParameter = null, int? Size = null) : Paging(SizeParameter, Size)
{
    internal override PageTurner NewTurner(int? size) => new LastItemTurner(this);
}
