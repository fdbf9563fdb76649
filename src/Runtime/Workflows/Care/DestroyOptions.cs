namespace Semel.Workflows;

/// <summary>What a destroy is told.</summary>
public sealed record DestroyOptions
{
    /// <summary>True: what was adopted, not created, is deleted too. Default: false.</summary>
    public bool IncludeAdopted { get; init; }

    /// <summary>How many are deleted at once. Default: 8.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>Is told of each resource, by its key, what a run tells of its steps, from any thread. It must not throw. Default: null.</summary>
    public IProgress<WorkflowEvent>? Progress { get; init; }

    /// <summary>True: nothing is deleted; the result says what would be. Default: false.</summary>
    public bool DryRun { get; init; }
}
