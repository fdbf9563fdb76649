using System.Collections.Concurrent;

namespace Semel.Workflows;

/// <summary>What the steps of one run share.</summary>
internal sealed class RunState(SemelContext semel, RunOptions options)
{
    private readonly ConcurrentDictionary<ResourceKey, bool> _ensured = [];

    public SemelContext Semel { get; } = semel;

    public RunOptions Options { get; } = options;

    public KeyClaims Keys { get; } = new();

    public Outputs Outputs { get; } = new();

    public void Ensured(ResourceKey key) => _ensured[key] = true;

    /// <summary>What was made anew in this run is not made anew again when its step is retried.</summary>
    public bool Forces(Step step, ResourceKey key) => Options.Force.Any(step.Answers) && !_ensured.ContainsKey(key);

    public void Tell(WorkflowEvent happened) => Options.Progress?.Report(happened);
}
