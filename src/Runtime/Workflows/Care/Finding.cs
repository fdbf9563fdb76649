namespace Semel.Workflows;

/// <summary>Something that the records and the API don't agree on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Model">The model.</param>
/// <param name="Instance">The instance; null where the mark is of no key that is known.</param>
/// <param name="Id">The id; null where none is known.</param>
/// <param name="Age">How long it is known to be so; null where that is not known.</param>
/// <param name="Detail">What to know about it, in a sentence.</param>
public sealed record Finding(FindingKind Kind, string Model, string? Instance, string? Id, TimeSpan? Age, string Detail)
{
    /// <summary>It was mended by this check.</summary>
    public bool Fixed { get; init; }
}
