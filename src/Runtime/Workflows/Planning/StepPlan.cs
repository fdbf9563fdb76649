namespace Semel.Workflows;

/// <summary>What a run would do in a step.</summary>
/// <param name="Step">The step's name.</param>
/// <param name="Resources">What it would make sure of, as far as that is known.</param>
/// <param name="Note">Why no more is known, or why it would not be begun; null where all is known.</param>
public sealed record StepPlan(string Step, IReadOnlyList<ResourcePlan> Resources, string? Note = null)
{
    /// <summary>Its body ended in an error that has nothing to do with what is known after apply; a run would meet it too. The note says which.</summary>
    public bool Failed { get; init; }
}
