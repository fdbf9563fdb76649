using System.Diagnostics;

namespace Semel.Workflows;

/// <summary>Runs one step to its end: skipped where it may be, again where its error passes. It never throws.</summary>
internal sealed class StepRunner(RunState run, Workflow workflow)
{
    private readonly TimeProvider _time = run.Semel.TimeProvider;

    public async Task<StepResult> RunAsync(Step step, CancellationToken cancellationToken)
    {
        run.Tell(new WorkflowEvent.Begun(step.Name));
        using var activity = Telemetry.StartStep(workflow.Name, step.Name);
        var (begunAt, timestamp) = (_time.GetUtcNow(), _time.GetTimestamp());
        var result = await TrySkipAsync(step, cancellationToken).ConfigureAwait(false) ?? await RunAgainAsync(step, cancellationToken).ConfigureAwait(false);
        result = result with { BegunAt = begunAt, Elapsed = _time.GetElapsedTime(timestamp) };
        Telemetry.EndedStep(activity, workflow.Name, result);
        Log.StepEnded(run.Semel.Logger, result.IsSuccess ? Microsoft.Extensions.Logging.LogLevel.Information : Microsoft.Extensions.Logging.LogLevel.Error, workflow.Name, step.Name, result.State, result.Reason);
        run.Tell(new WorkflowEvent.Ended(step.Name, result));
        return result;
    }

    private async Task<StepResult> RunAgainAsync(Step step, CancellationToken cancellationToken)
    {
        var retries = step.Options.Retries ?? (step.IsDeclared ? 2 : 0);
        var delay = step.Options.RetryDelay;
        for (var attempt = 1; ; attempt++)
        {
            var result = await RunOnceAsync(step, attempt, cancellationToken).ConfigureAwait(false);
            if (result.Error is not { } error || attempt > retries || run.Options.Stopping.IsCancellationRequested || !Transience.IsTransient(error)) return result;
            var retrying = new WorkflowEvent.Retrying(step.Name, attempt + 1, delay, error);
            run.Tell(retrying);
            Log.StepRetried(run.Semel.Logger, workflow.Name, step.Name, attempt + 1, delay, retrying.Reason);
            try
            {
                using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, run.Options.Stopping);
                await Task.Delay(delay, _time, stopping.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return result;
            }

            delay *= 2;
        }
    }

    private async Task<StepResult> RunOnceAsync(Step step, int attempt, CancellationToken cancellationToken)
    {
        using var late = step.Options.Timeout is { } timeout ? new CancellationTokenSource(timeout, _time) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        var scope = new RunScope(run, step, either.Token);
        StepResult Result(StepState state, string reason, Exception? error = null) => new(step.Name, state, reason) { Attempts = attempt, Resources = scope.Resources, Error = error };
        try
        {
            run.Outputs.Set(step, await scope.RunAsync(() => step.InvokeAsync(new StepRun(step.Name, attempt, IsPlan: false, either.Token), run.Outputs)).ConfigureAwait(false));
            return Result(StepState.Succeeded, scope.Resources is [var only] ? only.Reason : "done");
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && IsCancellation(exception))
        {
            return Result(StepState.Cancelled, "the run was cancelled; what is known of it is recorded", exception);
        }
        catch (Exception exception) when (late.IsCancellationRequested && IsCancellation(exception))
        {
            return Result(StepState.Failed, $"it took longer than {step.Options.Timeout}; what is known of it is recorded", new TimeoutException($"The step '{step.Name}' took longer than {step.Options.Timeout}.", exception));
        }
        catch (Exception exception)
        {
            return Result(StepState.Failed, exception.Message, exception);
        }
    }

    private static bool IsCancellation(Exception exception) => exception is OperationCanceledException or IndeterminateException || exception.InnerException is OperationCanceledException;

    private async Task<StepResult?> TrySkipAsync(Step step, CancellationToken cancellationToken)
    {
        if (!step.Options.SkipIfExists || run.Options.Force.Any(step.Answers)) return null;
        var scope = new PlanScope(step, new KeyClaims(), refresh: true, verify: true);
        try
        {
            var output = await scope.RunAsync(() => step.InvokeAsync(new StepRun(step.Name, 1, IsPlan: true, cancellationToken), run.Outputs)).ConfigureAwait(false);
            if (scope.Resources.Count == 0 || scope.Resources.Any(resource => resource.Verdict != Verdict.Reuse || resource.Duties.Count > 0)) return null;
            foreach (var resource in scope.Resources) run.Keys.Claim(resource.Key, step);
            run.Outputs.Set(step, output);
        }
        catch (Exception)
        {
            return null; // the run itself says what is wrong
        }

        return new StepResult(step.Name, StepState.Skipped, "all that it makes exists")
        {
            Resources = [.. scope.Resources.Select(resource => new EnsuredResource(resource.Key, resource.Id!, Outcome.Reused, resource.Verified, resource.Reason))],
        };
    }
}
