namespace Semel;

/// <summary>
/// How a list comes in pages. What the properties name is evidence in a reply; a list ends only where all of it agrees, and what is
/// doubtful is an error and no short list.
/// </summary>
/// <param name="SizeParameter">Query parameter with the page's size; null where there is none.</param>
/// <param name="Size">The size to ask for; null: the server's default.</param>
public abstract record Paging(string? SizeParameter, int? Size)
{
    /// <summary>Property path in the reply of a Boolean that is true while pages follow; null where there is none.</summary>
    public string? More { get; init; }

    /// <summary>Property path in the reply of a Boolean that is true on the last page; null where there is none.</summary>
    public string? Last { get; init; }

    /// <summary>What turns the pages of one walk.</summary>
    internal abstract PageTurner NewTurner(int? size);
}
