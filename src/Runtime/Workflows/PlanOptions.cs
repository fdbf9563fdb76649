namespace Semel.Workflows;

/// <summary>What a plan is told.</summary>
public sealed record PlanOptions
{
    /// <summary>True: the API is asked where a run would ask it, by reads and lists. False: the records alone tell. Default: false.</summary>
    public bool Refresh { get; init; }

    /// <summary>As of a run.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>As of a run.</summary>
    public IReadOnlyList<string> Force { get; init; } = [];
}
