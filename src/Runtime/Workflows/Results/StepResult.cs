namespace Semel.Workflows;

/// <summary>What came of a step.</summary>
/// <param name="Step">Its name.</param>
/// <param name="State">What it came to.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record StepResult(string Step, StepState State, string Reason)
{
    /// <summary>The resources that it made sure of, in that order; of a step that failed, those before the error.</summary>
    public IReadOnlyList<EnsuredResource> Resources { get; init; } = [];

    /// <summary>The error of a step that failed or was cancelled.</summary>
    public Exception? Error { get; init; }

    /// <summary>When it was begun; null where it wasn't.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How often it was run.</summary>
    public int Attempts { get; init; }

    /// <summary>Those that depend on it can go on.</summary>
    public bool IsSuccess => State is StepState.Succeeded or StepState.Skipped;
}
