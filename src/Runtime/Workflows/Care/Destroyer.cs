using System.Collections.Concurrent;

namespace Semel.Workflows;

/// <summary>Deletes a workflow's resources in the reverse order of its steps; what nothing makes any more goes first.</summary>
/// <param name="workflow">The workflow.</param>
/// <param name="semel">The context of its models.</param>
/// <param name="options">What it is told.</param>
/// <param name="only">Only these; null: all.</param>
internal sealed class Destroyer(Workflow workflow, SemelContext semel, DestroyOptions options, IReadOnlySet<ResourceKey>? only = null)
{
    private readonly ConcurrentDictionary<OwnedResource, DestroyedResource> _results = [];

    /// <summary>Deletes, and records it as a run: who, when, and what came of each.</summary>
    /// <exception cref="StateException">It cannot be recorded; nothing was deleted.</exception>
    public async Task<DestroyResult> RunRecordedAsync(CancellationToken cancellationToken)
    {
        if (options.DryRun) return await RunAsync(cancellationToken).ConfigureAwait(false);
        var journal = new RunJournal(semel, workflow.Name, "destroy");
        await journal.BeginAsync(cancellationToken).ConfigureAwait(false);
        var result = await RunAsync(cancellationToken).ConfigureAwait(false);
        return result with { NotRecorded = await journal.EndAsync(result.Resources).ConfigureAwait(false) };
    }

    /// <summary>How it is said that a kind can't be deleted.</summary>
    public static string NoDelete(IManagedKind kind) => kind.Only is null ? "its model declares no delete" : "its create is written by hand and gives no Delete";

    public async Task<DestroyResult> RunAsync(CancellationToken cancellationToken)
    {
        var inventory = await Inventory.TakeAsync(workflow, semel, cancellationToken).ConfigureAwait(false);
        var all = inventory.Owned.Reverse().Where(owned => owned.Record is LiveRecord or DeletingRecord or IntentRecord && only?.Contains(owned.Key) != false).ToList();
        // a step's resources wait for those of the steps that need it, directly or by others
        var above = Dependants();
        await Scheduler.RunAsync(all, owned => all.Where(other => MustGoFirst(other, owned, above)), options.Parallelism, owned => DeleteAsync(owned, inventory.WhyUnknown, cancellationToken), Block, cancellationToken).ConfigureAwait(false);
        return new DestroyResult([.. all.Select(owned => _results.GetValueOrDefault(owned) ?? Result(owned, DestroyState.Blocked, "the run was stopped before it"))], options.DryRun) { Failed = inventory.Failed };
    }

    private static bool MustGoFirst(OwnedResource other, OwnedResource owned, Dictionary<Step, HashSet<Step>> above) =>
        owned.Step is { } step && (other.Step is { } theirs ? above[step].Contains(theirs) : other != owned);

    private Dictionary<Step, HashSet<Step>> Dependants()
    {
        var above = workflow.Steps.ToDictionary(step => step, _ => new HashSet<Step>());
        foreach (var step in workflow.Steps.Reverse())
        {
            foreach (var need in step.Needs) above[need].UnionWith(above[step].Append(step));
        }

        return above;
    }

    private async Task<bool> DeleteAsync(OwnedResource owned, string whyUnknown, CancellationToken cancellationToken)
    {
        var result = _results[owned] = await TryDeleteAsync(owned, whyUnknown, cancellationToken).ConfigureAwait(false);
        return result.State is DestroyState.Deleted or DestroyState.Kept;
    }

    private async Task<DestroyedResource> TryDeleteAsync(OwnedResource owned, string whyUnknown, CancellationToken cancellationToken)
    {
        if (owned.Record is IntentRecord) return Result(owned, DestroyState.Failed, "a create of it is not finished: run it to its end, or resolve it, then destroy");
        if (owned.Record is LiveRecord { Adopted: true } && !options.IncludeAdopted) return Result(owned, DestroyState.Kept, "it was adopted, not created");
        if (owned.Kind is not { CanDelete: true } kind) return Result(owned, DestroyState.Failed, owned.Kind is null ? whyUnknown : NoDelete(owned.Kind));
        if (options.DryRun) return Result(owned, DestroyState.Deleted, "it would be deleted");
        var step = StepOf(owned.Key);
        options.Progress?.Report(new WorkflowEvent.Begun(step));
        var result = await TryDeleteAsync(owned, kind, step, cancellationToken).ConfigureAwait(false);
        options.Progress?.Report(new WorkflowEvent.Ended(step, new StepResult(step, result.State == DestroyState.Deleted ? StepState.Succeeded : StepState.Failed, result.Reason)));
        return result;
    }

    private async Task<DestroyedResource> TryDeleteAsync(OwnedResource owned, IManagedKind kind, string step, CancellationToken cancellationToken)
    {
        try
        {
            return await new DestroyScope(step, options.Progress).RunAsync(async () =>
            {
                await kind.DeleteAsync(owned.Key, IdOf(owned.Record)!, cancellationToken).ConfigureAwait(false);
                return Result(owned, DestroyState.Deleted, "deleted");
            }).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SemelException or OperationCanceledException)
        {
            return Result(owned, DestroyState.Failed, exception.Message);
        }
    }

    /// <summary>A resource is a step of its own.</summary>
    public static string StepOf(ResourceKey key) => $"{key.Model}/{key.Instance}";

    private void Block(OwnedResource owned, OwnedResource failed) => _results[owned] = Result(owned, DestroyState.Blocked, $"{failed.Key} is still there");

    private static DestroyedResource Result(OwnedResource owned, DestroyState state, string reason) => new(owned.Key, IdOf(owned.Record), state, reason);

    private static string? IdOf(ResourceRecord? record) => record switch
    {
        LiveRecord live => live.Id,
        DeletingRecord deleting => deleting.Id,
        _ => null,
    };
}
