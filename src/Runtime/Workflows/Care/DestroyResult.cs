namespace Semel.Workflows;

/// <summary>What a destroy did.</summary>
/// <param name="Resources">Every recorded resource of the workflow, in the order of their deletion.</param>
/// <param name="DryRun">True: nothing was deleted.</param>
public sealed record DestroyResult(IReadOnlyList<DestroyedResource> Resources, bool DryRun)
{
    /// <summary>Steps that could not be planned: what they create was not looked for, unless it is recorded.</summary>
    public IReadOnlyList<StepPlan> Failed { get; internal init; } = [];

    /// <summary>Nothing that is ours is left, and every step could be planned.</summary>
    public bool Succeeded => Failed.Count == 0 && Resources.All(resource => resource.State is DestroyState.Deleted or DestroyState.Kept);

    /// <summary>Why the end of the destroy could not be recorded; null where it was, of a dry run, and of a teardown, which is its run's.</summary>
    public string? NotRecorded { get; internal init; }
}
