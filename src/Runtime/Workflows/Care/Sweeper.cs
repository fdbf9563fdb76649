namespace Semel.Workflows;

/// <summary>Deletes orphans: what carries the mark of a key that is known and is named by no record. What carries no mark, or another's, is never touched.</summary>
internal sealed class Sweeper(Workflow workflow, SemelContext semel, SweepOptions options)
{
    public async Task<SweepResult> RunAsync(CancellationToken cancellationToken)
    {
        if (options.MaximumShare is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(options), options.MaximumShare, "MaximumShare must be from 0 to 1.");
        var inventory = await Inventory.TakeAsync(workflow, semel, cancellationToken).ConfigureAwait(false);
        var keys = inventory.Owned.Select(owned => owned.Key).ToList();
        var found = new List<(ManagedKind Kind, string Id, ResourceKey Key)>();
        foreach (var kind in inventory.Kinds.Where(kind => kind is { CanList: true, HasMarker: true }))
        {
            var census = await RemoteCensus.TakeAsync(kind, semel, cancellationToken).ConfigureAwait(false);
            List<(ManagedKind, string, ResourceKey)> orphans = [.. census.Orphans(keys).Where(orphan => !IsInDoubt(census, orphan.Key)).Select(orphan => (kind, orphan.Id, orphan.Key))];
            Require(census, orphans.Count);
            found.AddRange(orphans);
        }

        var results = new List<DestroyedResource>();
        foreach (var (kind, id, key) in found) results.Add(options.Delete ? await DeleteAsync(kind, id, key, cancellationToken).ConfigureAwait(false) : new DestroyedResource(key, id, DestroyState.Deleted, "it would be deleted"));
        return new SweepResult(results, DryRun: !options.Delete);
    }

    /// <summary>It may be what a create that is not finished has made.</summary>
    private static bool IsInDoubt(RemoteCensus census, ResourceKey key) => census.Records.Any(record => record.Key == key && record is IntentRecord or DeletingRecord);

    private void Require(RemoteCensus census, int orphans)
    {
        var model = census.Kind.Model;
        if (census.Found is not { } found) throw new WorkflowException($"Nothing was swept: the list of {model} is not complete ({census.Failure}).");
        if (found.Count == 0 && census.Records.Any(record => record is LiveRecord)) throw new WorkflowException($"Nothing was swept: the list of {model} is empty, and resources are recorded. Are these the right credentials and address?");
        var marked = found.Count(item => item.Markers.Count > 0);
        if (options.Delete && orphans > options.MaximumShare * marked)
            throw new WorkflowException($"Nothing was swept: {orphans} of {marked} marked {model} would go, more than a share of {options.MaximumShare.ToString(System.Globalization.CultureInfo.InvariantCulture)}. Look at the dry run, and allow a larger share if that is meant.");
    }

    private static async Task<DestroyedResource> DeleteAsync(ManagedKind kind, string id, ResourceKey key, CancellationToken cancellationToken)
    {
        if (!kind.CanDelete) return new DestroyedResource(key, id, DestroyState.Failed, "its model declares no delete");
        try
        {
            await kind.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
            return new DestroyedResource(key, id, DestroyState.Deleted, "deleted");
        }
        catch (SemelException exception)
        {
            return new DestroyedResource(key, id, DestroyState.Failed, exception.Message);
        }
    }
}
