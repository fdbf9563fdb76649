namespace Semel.Workflows;

/// <summary>What one run of a workflow is told.</summary>
public sealed record RunOptions
{
    /// <summary>How many steps run at once. Default: 8.</summary>
    public int Parallelism { get; init; } = 8;

    /// <summary>Only these steps, or steps of these groups, and those that they need. Default: empty, all of them.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Steps, or groups of steps, that make new resources beside the recorded ones, whose ids are kept as superseded. Default: none.</summary>
    public IReadOnlyList<string> Force { get; init; } = [];

    /// <summary>The run does what this plan says, or stops before the first thing that it doesn't. Default: null.</summary>
    public WorkflowPlan? Plan { get; init; }

    /// <summary>When it is cancelled no further step begins; what is in flight is finished and recorded.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>Is told what happens as it happens, from any thread. It must not throw. Default: null.</summary>
    public IProgress<WorkflowEvent>? Progress { get; init; }
}
