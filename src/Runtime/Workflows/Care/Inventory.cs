namespace Semel.Workflows;

/// <summary>The resources of a workflow: those that its steps make, as far as their keys are known, and those that earlier runs recorded.</summary>
/// <param name="Owned">In the order of the workflow; what no step makes any more comes last.</param>
/// <param name="Kinds">What the steps create, each kind once under each parent.</param>
/// <param name="Unplanned">Steps of which not all could be known, and why.</param>
internal sealed record Inventory(IReadOnlyList<OwnedResource> Owned, IReadOnlyList<ManagedKind> Kinds, IReadOnlyList<StepPlan> Unplanned)
{
    public static async Task<Inventory> TakeAsync(Workflow workflow, SemelContext semel, CancellationToken cancellationToken)
    {
        var (plan, calls) = await new WorkflowPlanner(workflow, semel, new PlanOptions()).PlanAsync(cancellationToken).ConfigureAwait(false);
        var kinds = new Dictionary<(string, string), ManagedKind>();
        var owned = new Dictionary<ResourceKey, OwnedResource>();
        foreach (var (step, _, call) in calls.Where(call => !Unknowns.Contains(call.Call.Policy.Key.Instance)))
        {
            if (call.Remote.Kind is { } kind) kinds.TryAdd((kind.Model, kind.Prefix), kind);
            owned[call.Policy.Key] = new OwnedResource(call.Policy.Key, step, call.Remote.Kind, await semel.Repository.FindAsync(call.Policy.Key, cancellationToken).ConfigureAwait(false));
        }

        foreach (var key in await RecordedAsync(workflow, semel, cancellationToken).ConfigureAwait(false))
        {
            if (owned.ContainsKey(key)) continue;
            var kind = kinds.Values.Where(kind => kind.Model == key.Model && key.Instance.StartsWith(kind.Prefix, StringComparison.Ordinal)).MaxBy(kind => kind.Prefix.Length);
            owned[key] = new OwnedResource(key, null, kind, await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false));
        }

        return new Inventory([.. owned.Values], [.. kinds.Values], [.. plan.Steps.Where(step => step.Note is not null)]);
    }

    /// <summary>What the runs that are kept made sure of.</summary>
    private static async Task<IReadOnlyCollection<ResourceKey>> RecordedAsync(Workflow workflow, SemelContext semel, CancellationToken cancellationToken)
    {
        var keys = new HashSet<ResourceKey>();
        await foreach (var version in semel.Repository.HistoryAsync(RunRecord.KeyOf(semel.Scope, workflow.Name), cancellationToken).ConfigureAwait(false))
        {
            if (version is RunRecord run) keys.UnionWith(run.Steps.SelectMany(step => step.Resources).Select(resource => new ResourceKey(semel.Scope, resource.Model, resource.Instance)));
        }

        return keys;
    }
}

/// <summary>A resource of a workflow.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Step">The step that makes it; null where none does any more.</param>
/// <param name="Kind">What can be done with it; null where nothing but its create is known.</param>
/// <param name="Record">Its record; null where there is none.</param>
internal sealed record OwnedResource(ResourceKey Key, Step? Step, ManagedKind? Kind, ResourceRecord? Record);
