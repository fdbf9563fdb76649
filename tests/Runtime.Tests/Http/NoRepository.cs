namespace Semel.Runtime.Tests.Http;

/// <summary>The HTTP layer touches no state: whatever asks for it fails.</summary>
internal sealed class NoRepository : IDataRepository
{
    public static SemelContext Context(TimeProvider? time = null, SemelOptions? options = null) =>
        new(new NoRepository(), "test", options, timeProvider: time);

    public ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken) => throw new NotSupportedException();

    public string LockDomain => "none";

    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken) => throw new NotSupportedException();
}
