namespace Semel.Workflows;

/// <summary>Deletes orphans: what carries the mark of a key that is known and is named by no record. What carries no mark, or another's, is never touched.</summary>
internal sealed class Sweeper(Workflow workflow, SemelContext semel, SweepOptions options)
{
    public async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        if (options.MaximumShare is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(options), options.MaximumShare, "MaximumShare must be from 0 to 1.");
        var inventory = await Inventory.TakeAsync(workflow, semel, cancellationToken).ConfigureAwait(false);
        var keys = inventory.Owned.Select(owned => owned.Key).ToList();
        var found = new List<(IManagedKind Kind, string Id, ResourceKey Key)>();
        foreach (var kind in inventory.Kinds.Where(kind => kind is { CanLook: true, HasMarker: true }))
        {
            var census = await RemoteCensus.TakeAsync(kind, semel, cancellationToken).ConfigureAwait(false);
            List<(IManagedKind, string, ResourceKey)> orphans = [.. census.Orphans(keys).Where(orphan => !IsInDoubt(census, orphan.Key)).Select(orphan => (kind, orphan.Id, orphan.Key))];
            Require(census, orphans.Count);
            found.AddRange(orphans);
        }

        var result = options.Delete ? await DeleteAsync(found, cancellationToken).ConfigureAwait(false)
            : new SweepResult([.. found.Select(orphan => new DestroyedResource(orphan.Key, orphan.Id, DestroyState.Deleted, "it would be deleted"))], DryRun: true);
        return result with { Failed = inventory.Failed };
    }

    private async Task<SweepResult> DeleteAsync(IReadOnlyList<(IManagedKind Kind, string Id, ResourceKey Key)> orphans, CancellationToken cancellationToken)
    {
        var journal = new RunJournal(semel, workflow.Name, "sweep");
        await journal.BeginAsync(cancellationToken).ConfigureAwait(false);
        var results = new List<DestroyedResource>();
        foreach (var (kind, id, key) in orphans) results.Add(await DeleteAsync(kind, id, key, cancellationToken).ConfigureAwait(false));
        return new SweepResult(results, DryRun: false) { NotRecorded = await journal.EndAsync(results).ConfigureAwait(false) };
    }

    /// <summary>It may be what a create that is not finished has made.</summary>
    private static bool IsInDoubt(RemoteCensus census, ResourceKey key) => census.Records.Any(record => record.Key == key && record is IntentRecord or DeletingRecord);

    private void Require(RemoteCensus census, int orphans)
    {
        var model = census.Kind.Model;
        if (census.Sightings.Found is not { } found) throw new WorkflowException($"Nothing was swept: the list of {model} is not complete ({census.Sightings.Failure}).");
        if (found.Count == 0 && census.Records.Any(record => record is LiveRecord)) throw new WorkflowException($"Nothing was swept: the list of {model} is empty, and resources are recorded. Are these the right credentials and address?");
        var marked = found.Count(item => item.Markers.Count > 0);
        if (options.Delete && orphans > options.MaximumShare * marked)
            throw new WorkflowException($"Nothing was swept: {orphans} of {marked} marked {model} would go, more than a share of {options.MaximumShare.ToString(System.Globalization.CultureInfo.InvariantCulture)}. Look at the dry run, and allow a larger share if that is meant.");
    }

    private static async Task<DestroyedResource> DeleteAsync(IManagedKind kind, string id, ResourceKey key, CancellationToken cancellationToken)
    {
        if (!kind.CanDelete) return new DestroyedResource(key, id, DestroyState.Failed, Destroyer.NoDelete(kind));
        try
        {
            await kind.DeleteAsync(key, id, cancellationToken).ConfigureAwait(false);
            return new DestroyedResource(key, id, DestroyState.Deleted, "deleted");
        }
        catch (Exception exception) when (exception is SemelException or OperationCanceledException)
        {
            return new DestroyedResource(key, id, DestroyState.Failed, exception.Message);
        }
    }
}
