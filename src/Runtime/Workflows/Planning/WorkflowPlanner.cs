namespace Semel.Workflows;

/// <summary>Plans the steps of a workflow one after the other, each with what those before it are expected to give.</summary>
internal sealed class WorkflowPlanner(Workflow workflow, SemelContext semel, PlanOptions options)
{
    public async Task<(WorkflowPlan Plan, IReadOnlyList<(Step Step, ResourcePlan Plan, EnsureCall Call)> Calls)> PlanAsync(CancellationToken cancellationToken)
    {
        var steps = Selection.Of(workflow, options.Only);
        Selection.Require(workflow, options.Force);
        var (outputs, keys) = (new Outputs(), new KeyClaims());
        var plans = new List<StepPlan>();
        var calls = new List<(Step, ResourcePlan, EnsureCall)>();
        foreach (var step in steps)
        {
            if (step.Needs.FirstOrDefault(need => !outputs.Has(need)) is { } missing)
            {
                plans.Add(new StepPlan(step.Name, [], $"known after apply: it needs '{missing.Name}'"));
                continue;
            }

            var scope = new PlanScope(step, keys, options.Refresh, force: options.Force.Any(step.Answers));
            var (note, failed) = await PlanAsync(step, scope, outputs, cancellationToken).ConfigureAwait(false);
            plans.Add(new StepPlan(step.Name, scope.Resources, note) { Failed = failed });
            calls.AddRange(scope.Planned.Select(planned => (step, planned.Plan, planned.Call)));
        }

        return (new WorkflowPlan(workflow.Name, semel.Scope, semel.TimeProvider.GetUtcNow(), options.Refresh, plans), calls);
    }

    private static async Task<(string? Note, bool Failed)> PlanAsync(Step step, PlanScope scope, Outputs outputs, CancellationToken cancellationToken)
    {
        try
        {
            outputs.Set(step, await scope.RunAsync(() => step.InvokeAsync(new StepRun(step.Name, 1, IsPlan: true, cancellationToken), outputs)).ConfigureAwait(false));
            return (null, false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (exception is UnknownValueException or NotPlannedException || Unknowns.Contains(exception.Message))
        {
            return ($"known after apply: {Unknowns.Show(exception.Message)}", false);
        }
        catch (StuckException)
        {
            return ("stuck: the run would stop here", false);
        }
        catch (Exception exception)
        {
            return ($"it cannot be planned: {exception.Message}", true);
        }
    }
}
