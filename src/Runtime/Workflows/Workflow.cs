namespace Semel.Workflows;

/// <summary>
/// Steps, what each of them needs, and what it receives from those. Run it, mend what failed, run it again: what is there stays.
/// </summary>
/// <remarks>A step can only need steps that were added before it, so that there are no cycles.</remarks>
public sealed partial class Workflow
{
    private readonly List<Step> _steps = [];

    /// <summary>An empty workflow.</summary>
    /// <param name="name">Names its runs in the data repository.</param>
    public Workflow(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>Names its runs in the data repository.</summary>
    public string Name { get; }

    /// <summary>The steps, each after those that it needs.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>Whether what a run created is deleted at its end. Default: <see cref="Teardown.Never"/>.</summary>
    public Teardown Teardown { get; init; }

    /// <summary>Runs the steps: each when those that it needs have succeeded. A step that fails leaves the others running.</summary>
    /// <param name="semel">The context that the models were made with.</param>
    /// <param name="options">Default: all steps, 8 at once.</param>
    /// <param name="cancellationToken">Cancels what is in flight; what is known of it is recorded, and the result says how far the run came.</param>
    /// <exception cref="WorkflowException">Two steps make one resource, or an option names no step; nothing was sent.</exception>
    /// <exception cref="StateException">The run cannot be recorded; nothing was sent.</exception>
    public Task<WorkflowResult> RunAsync(SemelContext semel, RunOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(semel);
        return new WorkflowRunner(this, semel, options ?? new RunOptions()).RunAsync(cancellationToken);
    }

    /// <summary>Says what a run would do. Nothing is changed and nothing recorded.</summary>
    /// <param name="semel">The context that the models were made with.</param>
    /// <param name="options">Default: all steps, from the records alone.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="WorkflowException">An option names no step.</exception>
    public async Task<WorkflowPlan> PlanAsync(SemelContext semel, PlanOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(semel);
        return (await new WorkflowPlanner(this, semel, options ?? new PlanOptions()).PlanAsync(cancellationToken).ConfigureAwait(false)).Plan;
    }

    /// <summary>Compares the records with what the API has: what is marked as ours and not recorded, recorded and gone, there twice, in doubt.</summary>
    /// <param name="semel">The context that the models were made with.</param>
    /// <param name="fix">True: what is ours without doubt and not recorded is recorded.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<CheckResult> CheckAsync(SemelContext semel, bool fix = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(semel);
        return new Checker(this, semel).RunAsync(fix, cancellationToken);
    }

    /// <summary>Reads every recorded resource by its id and records what the API shows. What is gone is said, and keeps its last attributes; nothing is changed there.</summary>
    /// <param name="semel">The context that the models were made with.</param>
    /// <param name="cancellationToken">Cancels; what was read is recorded.</param>
    public Task<RefreshResult> RefreshAsync(SemelContext semel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(semel);
        return new Refresher(this, semel).RunAsync(cancellationToken);
    }

    /// <summary>Deletes what the workflow made, in reverse order. What fails is said; run it again to go on.</summary>
    /// <param name="semel">The context that the models were made with.</param>
    /// <param name="options">Default: only what was created, not what was adopted.</param>
    /// <param name="cancellationToken">Cancels; a delete that was begun is finished by the next one.</param>
    /// <exception cref="StateException">The destroy cannot be recorded; nothing was deleted.</exception>
    public Task<DestroyResult> DestroyAsync(SemelContext semel, DestroyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(semel);
        return new Destroyer(this, semel, options ?? new DestroyOptions()).RunRecordedAsync(cancellationToken);
    }

    /// <summary>Deletes what carries the mark of one of the workflow's resources and no record names. A dry run unless told otherwise.</summary>
    /// <param name="semel">The context that the models were made with.</param>
    /// <param name="options">Default: a dry run.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="WorkflowException">A list failed or is empty though resources are recorded, or too large a share would go; nothing was deleted.</exception>
    /// <exception cref="StateException">The sweep cannot be recorded; nothing was deleted.</exception>
    public Task<SweepResult> SweepAsync(SemelContext semel, SweepOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(semel);
        return new Sweeper(this, semel, options ?? new SweepOptions()).RunAsync(cancellationToken);
    }

    /// <summary>Looks after single resources by their key: adopt, resolve, move.</summary>
    /// <param name="semel">The context that the models were made with.</param>
    public ResourceCare Care(SemelContext semel)
    {
        ArgumentNullException.ThrowIfNull(semel);
        return new ResourceCare(this, semel);
    }

    /// <exception cref="ArgumentException">The name is taken, or a step that it needs is another workflow's.</exception>
    private Step<T> Add<T>(string name, StepOptions? options, bool isDeclared, IEnumerable<Step> needs, Func<StepRun, Outputs, Task<T>> body)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (options ??= new StepOptions()).Validate(name);
        List<Step> needed = [.. needs.Distinct()];
        if (_steps.Exists(step => step.Name == name)) throw new ArgumentException($"The workflow '{Name}' has a step '{name}' already.", nameof(name));
        if (needed.Find(step => step.Workflow != this) is { } foreign) throw new ArgumentException($"'{name}' needs '{foreign.Name}', a step of another workflow.", nameof(needs));
        var step = new Step<T>(this, name, needed, options, isDeclared, body);
        _steps.Add(step);
        return step;
    }

    private Steps<T> AddEach<T>(string name, IEnumerable<string> items, StepOptions? options, bool isDeclared, IReadOnlyList<Step> needs, Func<StepRun, string, Outputs, Task<T>> body)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new Steps<T>(name, [.. items.ToList().Select(item => Add(
            string.IsNullOrWhiteSpace(item) ? throw new ArgumentException($"An item of '{name}' is blank.", nameof(items)) : $"{name}/{item}",
            options, isDeclared, needs, (run, outputs) => body(run, item, outputs)))]);
    }
}
