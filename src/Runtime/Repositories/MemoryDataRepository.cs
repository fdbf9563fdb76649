using System.Runtime.CompilerServices;

namespace Semel;

/// <summary>Keeps records in this process, for tests and for trying things out: what it knew is lost with the process.</summary>
/// <remarks>Safe for use by many tasks. What is given and what is returned are copies: changing them changes nothing here.</remarks>
public sealed class MemoryDataRepository : IDataRepository
{
    private readonly Dictionary<ResourceKey, List<byte[]>> versions = [];
    private readonly KeyedLock runners;

    /// <param name="timeProvider">Measures the timeouts of locks. Default: the system's clock.</param>
    public MemoryDataRepository(TimeProvider? timeProvider = null) => runners = new(timeProvider ?? TimeProvider.System);

    /// <inheritdoc/>
    public ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        return new(Snapshot(key) is [.., var current] ? Read(key, current) : null);
    }

    /// <inheritdoc/>
    public ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        cancellationToken.ThrowIfCancellationRequested();
        var utf8 = RecordJson.Write(record with { Version = expectedVersion + 1 });
        lock (versions)
        {
            var written = versions.GetValueOrDefault(record.Key, []);
            if (written.Count != expectedVersion) return new((ResourceRecord?)null);
            versions[record.Key] = written;
            written.Add(utf8);
        }
        return new(Read(record.Key, utf8));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        ResourceKey[] keys;
        lock (versions)
        {
            keys = [.. versions.Where(pair => pair.Key.Scope == scope && (model is null || pair.Key.Model == model)).Select(pair => pair.Key)];
        }
        foreach (var key in keys.OrderBy(key => key.Model, StringComparer.Ordinal).ThenBy(key => key.Instance, StringComparer.Ordinal))
        {
            if (await FindAsync(key, cancellationToken).ConfigureAwait(false) is { } record) yield return record;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (var utf8 in Snapshot(key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Read(key, utf8);
        }
    }

    /// <inheritdoc/>
    public string LockDomain { get; } = $"memory-{Guid.NewGuid():N}";

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(runner);
        var held = await runners.TryEnterAsync(key, timeout, cancellationToken).ConfigureAwait(false);
        if (held is not null) held.Runner = runner;
        return held;
    }

    /// <inheritdoc/>
    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new(runners.Holding(key));
    }

    private byte[][] Snapshot(ResourceKey key)
    {
        lock (versions) return versions.TryGetValue(key, out var written) ? [.. written] : [];
    }

    private static ResourceRecord Read(ResourceKey key, byte[] utf8) => RecordJson.Read(utf8, new($"of {key} in memory", "its history"));
}
