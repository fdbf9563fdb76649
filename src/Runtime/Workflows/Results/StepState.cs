namespace Semel.Workflows;

/// <summary>What a step of a run came to.</summary>
public enum StepState
{
    /// <summary>It was run and is done.</summary>
    Succeeded,

    /// <summary>All that it makes exists (<see cref="StepOptions.SkipIfExists"/>): it counts as succeeded, and gives that.</summary>
    Skipped,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>A step that it needs did not succeed: it was not begun.</summary>
    Blocked,

    /// <summary>The run was stopped before it was begun.</summary>
    NotBegun,

    /// <summary>The run was cancelled while it was in flight.</summary>
    Cancelled,
}
