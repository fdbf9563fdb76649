namespace Semel;

/// <summary>Old versions go key by key, a few at a time: writers of the key wait for moments only.</summary>
public sealed partial class FileDataRepository
{
    private const int MostAtOnce = 32;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(retention);
        var planned = new List<RemovedVersions>();
        await foreach (var record in ListAsync(scope, null, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (FileFault.Guard(RecordPaths.Of(Folder, record.Key).Record, () => files.Surplus(record.Key, retention)) is { } surplus) planned.Add(surplus);
        }
        if (dryRun) return planned;
        var removed = new List<RemovedVersions>();
        foreach (var surplus in planned)
        {
            if (await RemoveAsync(surplus, cancellationToken).ConfigureAwait(false) is { } gone) removed.Add(gone);
        }
        return removed;
    }

    private async ValueTask<RemovedVersions?> RemoveAsync(RemovedVersions surplus, CancellationToken cancellationToken)
    {
        var removed = default(RemovedVersions);
        while (await WithWriteLockAsync(surplus.Key, () => files.RemoveOldest(surplus.Key, surplus.Last, MostAtOnce), cancellationToken).ConfigureAwait(false) is { } some)
            removed = removed is null ? some : removed with { Last = some.Last, Bytes = removed.Bytes + some.Bytes };
        return removed;
    }
}
