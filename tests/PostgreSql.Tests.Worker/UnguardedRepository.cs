namespace Semel;

/// <summary>Without the two guards, to prove that a test would notice: its lock is always free, and a write goes over whatever is there.</summary>
internal sealed class UnguardedRepository(IDataRepository guarded) : IDataRepository
{
    public string LockDomain => guarded.LockDomain;

    public ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default) => guarded.FindAsync(key, cancellationToken);

    public async ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var current = (await guarded.FindAsync(record.Key, cancellationToken))?.Version ?? 0;
            if (await guarded.TryWriteAsync(record, current, cancellationToken) is { } written) return written;
        }
    }

    public IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, CancellationToken cancellationToken = default) => guarded.ListAsync(scope, model, cancellationToken);

    public IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, CancellationToken cancellationToken = default) => guarded.HistoryAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default) =>
        guarded.TrimHistoryAsync(scope, retention, dryRun, cancellationToken);

    public ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default) => new(new NoLock());

    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default) => guarded.FindHolderAsync(key, cancellationToken);

    public ValueTask<byte[]?> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) => guarded.GetFingerprintKeyAsync(cancellationToken);

    private sealed class NoLock : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
