namespace Semel.Workflows;

/// <summary>What a sweep found, and deleted unless it was a dry run.</summary>
/// <param name="Resources">The orphans.</param>
/// <param name="DryRun">True: nothing was deleted.</param>
public sealed record SweepResult(IReadOnlyList<DestroyedResource> Resources, bool DryRun)
{
    /// <summary>Steps that could not be planned: what they create was not looked for, unless it is recorded.</summary>
    public IReadOnlyList<StepPlan> Failed { get; internal init; } = [];

    /// <summary>None is left, or it was a dry run, and every step could be planned.</summary>
    public bool Succeeded => Failed.Count == 0 && (DryRun || Resources.All(resource => resource.State == DestroyState.Deleted));

    /// <summary>Why the end of the sweep could not be recorded; null where it was, and of a dry run.</summary>
    public string? NotRecorded { get; internal init; }
}
