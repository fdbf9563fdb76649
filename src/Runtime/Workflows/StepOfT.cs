namespace Semel.Workflows;

/// <summary>A step and the type of what it gives to those that depend on it.</summary>
/// <typeparam name="T">What it gives.</typeparam>
public sealed class Step<T> : Step, IOutput<T>
{
    private readonly Func<StepRun, Outputs, Task<T>> _body;

    internal Step(Workflow workflow, string name, IReadOnlyList<Step> needs, StepOptions options, bool isDeclared, Func<StepRun, Outputs, Task<T>> body)
        : base(workflow, name, needs, options, isDeclared) => _body = body;

    /// <inheritdoc/>
    public IReadOnlyList<Step> Sources => [this];

    T IOutput<T>.Read(Outputs outputs) => (T)outputs.Of(this)!;

    internal override async Task<object?> InvokeAsync(StepRun run, Outputs outputs) => await _body(run, outputs).ConfigureAwait(false);
}
