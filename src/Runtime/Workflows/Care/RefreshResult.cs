namespace Semel.Workflows;

/// <summary>What a refresh of a workflow found.</summary>
/// <param name="Resources">Every recorded resource of it.</param>
/// <param name="Unplanned">Steps whose resources are not all known, because they depend on what is made first.</param>
public sealed record RefreshResult(IReadOnlyList<Refreshed> Resources, IReadOnlyList<string> Unplanned)
{
    /// <summary>Steps that could not be planned: what they create was not looked for, unless it is recorded.</summary>
    public IReadOnlyList<StepPlan> Failed { get; internal init; } = [];

    /// <summary>Every resource is there, and known to be.</summary>
    public bool IsComplete => Failed.Count == 0 && Resources.All(resource => resource.State is RefreshState.Unchanged or RefreshState.Changed);
}
