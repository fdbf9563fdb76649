namespace Semel;

/// <summary>The list comes whole, and its reply says how many items there are: fewer than that are an error and no short list.</summary>
/// <param name="Total">Property path in the reply with the number of all items.</param>
public sealed record WholePaging(string Total) : Paging(null, null)
{
    internal override PageTurner NewTurner(int? size) => new WholeTurner(this);
}
