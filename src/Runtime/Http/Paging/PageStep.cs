namespace Semel;

/// <summary>What comes after a page.</summary>
internal abstract record PageStep
{
    private PageStep()
    {
    }

    /// <summary>Nothing: the list is whole.</summary>
    public sealed record End : PageStep;

    /// <summary>The list's own address with another value of a parameter.</summary>
    /// <param name="Parameter">The query parameter.</param>
    /// <param name="Value">Its value.</param>
    /// <param name="MayBePast">True where the list may be over: then a 404 and a page that is there again end it.</param>
    public sealed record Ask(string Parameter, string Value, bool MayBePast = false) : PageStep;

    /// <summary>An address that the API gave.</summary>
    public sealed record Follow(string Address) : PageStep;

    /// <summary>Nobody knows: an error.</summary>
    public sealed record Doubt(string Problem) : PageStep;
}
