namespace Semel.Processes;

/// <summary>A file repository whose every step is a point; its lock and its compare-and-set can be switched off.</summary>
internal sealed class WatchedRepository : IDataRepository
{
    private readonly FileDataRepository files;
    private readonly Order order;
    private readonly Trace trace;
    private string writing = "";

    public WatchedRepository(Order order, Trace trace)
    {
        (this.order, this.trace) = (order, trace);
        files = new(order.Folder) { OnStep = step => trace.Pass($"{writing}-{step.ToString().ToLowerInvariant()}"), LocksWrites = order.Compares };
    }

    public string LockDomain => files.LockDomain;

    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default) => files.FindHolderAsync(key, cancellationToken);

    public ValueTask<byte[]?> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) => files.GetFingerprintKeyAsync(cancellationToken);

    public async ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        trace.Pass("find");
        var found = await files.FindAsync(key, cancellationToken);
        trace.Pass("found");
        return found;
    }

    public async ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        writing = record.GetType().Name.Replace("Record", "").ToLowerInvariant();
        trace.Pass($"{writing}-write");
        if (!order.Compares) expectedVersion = (await files.FindAsync(record.Key, cancellationToken))?.Version ?? 0;
        var written = await files.TryWriteAsync(record, expectedVersion, cancellationToken);
        trace.Pass($"{writing}-written");
        return written;
    }

    public IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, CancellationToken cancellationToken = default) =>
        files.ListAsync(scope, model, cancellationToken);

    public IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, CancellationToken cancellationToken = default) =>
        files.HistoryAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default) =>
        files.TrimHistoryAsync(scope, retention, dryRun, cancellationToken);

    public async ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        trace.Pass("lock");
        var held = order.Locks ? await files.TryLockAsync(key, runner, timeout, cancellationToken) : new NoLock();
        if (held is null) return null;
        trace.Pass("locked");
        return new WatchedLock(held, trace);
    }

    private sealed class WatchedLock(IAsyncDisposable held, Trace trace) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            trace.Pass("unlock");
            await held.DisposeAsync();
            trace.Pass("unlocked");
        }
    }

    private sealed class NoLock : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
