namespace Semel.Workflows;

/// <summary>What a sweep found, and deleted unless it was a dry run.</summary>
/// <param name="Resources">The orphans.</param>
/// <param name="DryRun">True: nothing was deleted.</param>
public sealed record SweepResult(IReadOnlyList<DestroyedResource> Resources, bool DryRun)
{
    /// <summary>None is left, or it was a dry run.</summary>
    public bool Succeeded => DryRun || Resources.All(resource => resource.State == DestroyState.Deleted);

    /// <summary>Why the end of the sweep could not be recorded; null where it was, and of a dry run.</summary>
    public string? NotRecorded { get; internal init; }
}
