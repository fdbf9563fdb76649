namespace Semel.Runtime.Tests.Guards;

/// <summary>Calls back after each write, before the runtime goes on.</summary>
internal sealed class InterruptedRepository(IDataRepository inner) : IDataRepository
{
    public required Action<ResourceRecord> Written { get; init; }

    public ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.FindAsync(key, cancellationToken);

    public async ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        var written = await inner.TryWriteAsync(record, expectedVersion, cancellationToken);
        if (written is not null) Written(written);
        return written;
    }

    public IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, CancellationToken cancellationToken = default) => inner.ListAsync(scope, model, cancellationToken);

    public IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.HistoryAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default) => inner.TrimHistoryAsync(scope, retention, dryRun, cancellationToken);

    public string LockDomain => inner.LockDomain;

    public ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default) => inner.TryLockAsync(key, runner, timeout, cancellationToken);

    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.FindHolderAsync(key, cancellationToken);

    public ValueTask<byte[]?> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) => inner.GetFingerprintKeyAsync(cancellationToken);
}
