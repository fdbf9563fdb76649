namespace Semel.Workflows;

/// <summary>The resources of a workflow: those that its steps make, as far as their keys are known, and those that earlier runs recorded.</summary>
/// <param name="Owned">In the order of the workflow; what no step makes any more comes last.</param>
/// <param name="Kinds">What the steps create, each kind once under each parent, and each resource whose create is written by hand.</param>
/// <param name="Unplanned">Steps of which not all could be known, and why.</param>
internal sealed record Inventory(IReadOnlyList<OwnedResource> Owned, IReadOnlyList<IManagedKind> Kinds, IReadOnlyList<StepPlan> Unplanned)
{
    public static async Task<Inventory> TakeAsync(Workflow workflow, SemelContext semel, CancellationToken cancellationToken)
    {
        var (plan, calls) = await new WorkflowPlanner(workflow, semel, new PlanOptions()).PlanAsync(cancellationToken).ConfigureAwait(false);
        var kinds = new Dictionary<(string, string), IManagedKind>();
        var owned = new Dictionary<ResourceKey, OwnedResource>();
        foreach (var (step, _, call) in calls.Where(call => !Unknowns.Contains(call.Call.Policy.Key.Instance)))
        {
            if (call.Remote.Kind is { } kind) kinds.TryAdd((kind.Model, kind.Prefix), kind);
            owned[call.Policy.Key] = new OwnedResource(call.Policy.Key, step, call.Remote.Kind, await semel.Repository.FindAsync(call.Policy.Key, cancellationToken).ConfigureAwait(false));
        }

        foreach (var key in await RecordedAsync(workflow, semel, cancellationToken).ConfigureAwait(false))
        {
            if (owned.ContainsKey(key)) continue;
            var kind = kinds.Values.Where(kind => kind.Covers(key)).MaxBy(kind => kind.Prefix.Length);
            owned[key] = new OwnedResource(key, null, kind, await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false));
        }

        return new Inventory([.. owned.Values], [.. kinds.Values], [.. plan.Steps.Where(step => step.Note is not null)]);
    }

    /// <summary>Those of them whose bodies ended in an error.</summary>
    public IReadOnlyList<StepPlan> Failed => [.. Unplanned.Where(step => step.Failed)];

    /// <summary>Why nothing can be done with a resource whose kind is not known.</summary>
    public string WhyUnknown => Unplanned.Count == 0
        ? "no step creates its kind any more"
        : $"no step is known to create it, and not all of them could be planned: {string.Join("; ", Unplanned.Select(step => $"{step.Step} ({step.Note})"))}";

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
/// <param name="Kind">What can be done with it; null where no step is known to create its kind.</param>
/// <param name="Record">Its record; null where there is none.</param>
internal sealed record OwnedResource(ResourceKey Key, Step? Step, IManagedKind? Kind, ResourceRecord? Record);
