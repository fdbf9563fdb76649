namespace Semel.Runtime.Tests.Scenarios;

/// <summary>The repository of a run that dies right after one of its writes: nothing of the run happens any more, and its lock is free.</summary>
internal sealed class DyingRepository(IDataRepository inner, int write) : IDataRepository, IAsyncDisposable
{
    private readonly TaskCompletionSource _died = new();
    private int _writes;

    /// <summary>True when the run ended before it could die.</summary>
    public static async Task<bool> SurvivesAsync(DyingRepository repository, Task run) => await Task.WhenAny(run, repository._died.Task) == run;

    public string LockDomain => inner.LockDomain;

    public ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.FindAsync(key, cancellationToken);

    public async ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        var written = await inner.TryWriteAsync(record, expectedVersion, cancellationToken);
        if (++_writes != write) return written;
        _died.SetResult();
        return await new TaskCompletionSource<ResourceRecord?>().Task;
    }

    public IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, CancellationToken cancellationToken = default) => inner.ListAsync(scope, model, cancellationToken);

    public IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, CancellationToken cancellationToken = default) => inner.HistoryAsync(key, cancellationToken);

    public ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default) =>
        inner.TrimHistoryAsync(scope, retention, dryRun, cancellationToken);

    public ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default) => new(this);

    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default) => new((Runner?)null);

    public ValueTask<byte[]?> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) => inner.GetFingerprintKeyAsync(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
