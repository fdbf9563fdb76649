namespace Semel.Workflows;

/// <summary>What a sweep is told.</summary>
public sealed record SweepOptions
{
    /// <summary>True: orphans are deleted. False: it is only said which would be. Default: false.</summary>
    public bool Delete { get; init; }

    /// <summary>The largest share of a list's marked resources that may go, from 0 to 1. Default: 0.2.</summary>
    public double MaximumShare { get; init; } = 0.2;
}
