namespace Semel.Workflows;

/// <summary>What came of a run.</summary>
public sealed class WorkflowResult
{
    private readonly Outputs _outputs;

    internal WorkflowResult(string workflow, string run, DateTimeOffset begunAt, TimeSpan elapsed, IReadOnlyList<StepResult> steps, Outputs outputs)
    {
        (Workflow, Run, BegunAt, Elapsed, Steps) = (workflow, run, begunAt, elapsed, steps);
        _outputs = outputs;
    }

    /// <summary>The workflow's name.</summary>
    public string Workflow { get; }

    /// <summary>Names the run, in records and logs too.</summary>
    public string Run { get; }

    /// <summary>When it began.</summary>
    public DateTimeOffset BegunAt { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Every selected step, in the order of the workflow.</summary>
    public IReadOnlyList<StepResult> Steps { get; }

    /// <summary>Every step succeeded or was skipped because what it makes exists.</summary>
    public bool Succeeded => Steps.All(step => step.IsSuccess);

    /// <summary>What the teardown did; null where there was none.</summary>
    public DestroyResult? Teardown { get; internal init; }

    /// <summary>Why the end of the run could not be recorded; null where it was. The records of the resources are not concerned.</summary>
    public string? NotRecorded { get; internal init; }

    /// <summary>The result of a step.</summary>
    /// <exception cref="KeyNotFoundException">It was not selected.</exception>
    public StepResult this[string step] => Steps.FirstOrDefault(result => result.Step == step) ?? throw new KeyNotFoundException($"The run had no step '{step}'.");

    /// <summary>What a step gave.</summary>
    /// <exception cref="InvalidOperationException">It did not succeed.</exception>
    public T Output<T>(Step<T> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return _outputs.Has(step) ? (T)_outputs.Of(step)! : throw new InvalidOperationException($"The step '{step.Name}' gave nothing: {Steps.FirstOrDefault(result => result.Step == step.Name)?.Reason ?? "it was not selected"}.");
    }
}
