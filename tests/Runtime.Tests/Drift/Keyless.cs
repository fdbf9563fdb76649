namespace Semel.Runtime.Tests.Drift;

/// <summary>A repository that keeps no key of fingerprints, as those that are shared.</summary>
internal sealed class Keyless(IDataRepository inner) : IDataRepository
{
    public string LockDomain => inner.LockDomain;

    public ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.FindAsync(key, cancellationToken);

    public ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default) => inner.TryWriteAsync(record, expectedVersion, cancellationToken);

    public IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, CancellationToken cancellationToken = default) => inner.ListAsync(scope, model, cancellationToken);

    public IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.HistoryAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default) => inner.TrimHistoryAsync(scope, retention, dryRun, cancellationToken);

    public ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default) => inner.TryLockAsync(key, runner, timeout, cancellationToken);

    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.FindHolderAsync(key, cancellationToken);
}
