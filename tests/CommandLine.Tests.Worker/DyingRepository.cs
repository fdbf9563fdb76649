namespace Semel.CommandLine.Worker;

/// <summary>Dies before or after it writes the intent of a create, its record, or that of a run, and after it frees a key.</summary>
internal sealed class DyingRepository(IDataRepository inner, Death death) : IDataRepository
{
    public string LockDomain => inner.LockDomain;

    public ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.FindAsync(key, cancellationToken);

    public async ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        var what = record switch
        {
            IntentRecord => "intent",
            LiveRecord => "record",
            RunRecord { EndedAt: null } => "begin",
            RunRecord => "end",
            _ => record.GetType().Name,
        };
        if (record is IntentRecord) death.Current = record.Key;
        death.Pass(record.Key, $"before-{what}");
        var written = await inner.TryWriteAsync(record, expectedVersion, cancellationToken);
        death.Pass(record.Key, $"after-{what}");
        return written;
    }

    public IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, CancellationToken cancellationToken = default) => inner.ListAsync(scope, model, cancellationToken);

    public IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.HistoryAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default) =>
        inner.TrimHistoryAsync(scope, retention, dryRun, cancellationToken);

    public ValueTask<byte[]?> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) => inner.GetFingerprintKeyAsync(cancellationToken);

    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.FindHolderAsync(key, cancellationToken);

    public async ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        await inner.TryLockAsync(key, runner, timeout, cancellationToken) is { } held ? new DyingLock(held, key, death) : null;

    private sealed class DyingLock(IAsyncDisposable held, ResourceKey key, Death death) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await held.DisposeAsync();
            death.Pass(key, "boundary");
        }
    }
}
