namespace Semel.Workflows;

/// <summary>Refreshes what a workflow recorded: each resource as its step reads it, what no step makes any more as its kind does.</summary>
internal sealed class Refresher(Workflow workflow, SemelContext semel)
{
    public async Task<RefreshResult> RunAsync(CancellationToken cancellationToken)
    {
        var sources = new Dictionary<ResourceKey, RefreshSource>();
        var (plan, calls) = await new WorkflowPlanner(workflow, semel, new PlanOptions()).PlanAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (_, _, call) in calls.Where(call => !Unknowns.Contains(call.Call.Policy.Key.Instance))) sources.TryAdd(call.Policy.Key, call.Remote.Kind?.Source ?? RefreshSource.Of(call.Remote, call.Policy));
        var inventory = await Inventory.TakeAsync(workflow, semel, cancellationToken).ConfigureAwait(false);
        foreach (var owned in inventory.Owned) sources.TryAdd(owned.Key, owned.Kind?.Source ?? new RefreshSource(null, null, []));

        var resources = new List<Refreshed>();
        foreach (var (key, source) in sources)
        {
            var refreshed = await new Refresh(semel, key, source).TryRunAsync(cancellationToken).ConfigureAwait(false);
            if (refreshed.State != RefreshState.NotRecorded) resources.Add(refreshed);
        }

        return new RefreshResult(resources, [.. plan.Steps.Where(step => step.Note is not null).Select(step => step.Step)]) { Failed = inventory.Failed };
    }
}
