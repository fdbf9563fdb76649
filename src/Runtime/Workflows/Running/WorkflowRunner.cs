using System.Collections.Concurrent;

namespace Semel.Workflows;

/// <summary>One run: refuses what can't be, records that it begins, runs the steps, records what came of them.</summary>
internal sealed class WorkflowRunner(Workflow workflow, SemelContext semel, RunOptions options)
{
    private readonly RunState _run = new(semel, options);
    private readonly ConcurrentDictionary<Step, StepResult> _results = [];

    public async Task<WorkflowResult> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Parallelism < 1) throw new ArgumentOutOfRangeException(nameof(options), options.Parallelism, "Parallelism must be positive.");
        var steps = Selection.Of(workflow, options.Only);
        Selection.Require(workflow, options.Force);
        await Preflight.RunAsync(steps, cancellationToken).ConfigureAwait(false);
        var (begunAt, timestamp) = (semel.TimeProvider.GetUtcNow(), semel.TimeProvider.GetTimestamp());
        var journal = new RunJournal(semel, workflow.Name, "run");
        await journal.BeginAsync(cancellationToken).ConfigureAwait(false);

        var runner = new StepRunner(_run, workflow);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(options.Stopping, cancellationToken);
        await Scheduler.RunAsync(steps, step => step.Needs, options.Parallelism, async step => (_results[step] = await runner.RunAsync(step, cancellationToken).ConfigureAwait(false)).IsSuccess, Block, stopping.Token).ConfigureAwait(false);

        IReadOnlyList<StepResult> results = [.. steps.Select(step => _results.GetValueOrDefault(step) ?? new StepResult(step.Name, StepState.NotBegun, "the run was stopped before it"))];
        var teardown = await TearDownAsync(results, cancellationToken).ConfigureAwait(false);
        var failure = await journal.EndAsync(results, teardown).ConfigureAwait(false);
        return new WorkflowResult(workflow.Name, semel.Run, begunAt, semel.TimeProvider.GetElapsedTime(timestamp), results, _run.Outputs) { Teardown = teardown, NotRecorded = failure };
    }

    private void Block(Step step, Step failed)
    {
        var result = _results[step] = new StepResult(step.Name, StepState.Blocked, $"it needs '{failed.Name}', which did not succeed");
        _run.Tell(new WorkflowEvent.Ended(step.Name, result));
    }

    private async Task<DestroyResult?> TearDownAsync(IReadOnlyList<StepResult> results, CancellationToken cancellationToken)
    {
        var isDue = workflow.Teardown switch
        {
            Teardown.Never => false,
            Teardown.OnFailure => results.Any(result => !result.IsSuccess),
            Teardown.OnCompletion => true,
        };
        if (!isDue) return null;
        var created = results.SelectMany(result => result.Resources).Where(resource => resource.Outcome is Outcome.Created or Outcome.Replaced).Select(resource => resource.Key).ToHashSet();
        return await new Destroyer(workflow, semel, new DestroyOptions { Parallelism = options.Parallelism }, created).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
