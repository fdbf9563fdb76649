using System.Runtime.CompilerServices;

namespace Semel;

/// <summary>Keeps records in this process, for tests and for trying things out: what it knew is lost with the process.</summary>
/// <remarks>Safe for use by many tasks. What is given and what is returned are copies: changing them changes nothing here.</remarks>
public sealed class MemoryDataRepository : IDataRepository
{
    private readonly Dictionary<ResourceKey, Versions> versions = [];
    private readonly KeyedLock runners;
    private readonly byte[] fingerprintKey = FingerprintKey.Create();

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
            var written = versions.GetValueOrDefault(record.Key) ?? new();
            if (written.Current == 0 && expectedVersion > 0) throw Source(record.Key).Vanished(expectedVersion);
            if (written.Current != expectedVersion) return new((ResourceRecord?)null);
            versions[record.Key] = written;
            written.Contents.Add(utf8);
        }
        return new(Read(record.Key, utf8));
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) => new([.. fingerprintKey]);

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
    public async ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(retention);
        var removed = new List<RemovedVersions>();
        await foreach (var record in ListAsync(scope, null, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Trim(record.Key, retention, dryRun) is { } trimmed) removed.Add(trimmed);
        }
        return removed;
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

    private RemovedVersions? Trim(ResourceKey key, Retention retention, bool dryRun)
    {
        lock (versions)
        {
            var written = versions[key];
            var surplus = retention.Surplus([.. written.Contents.Select(utf8 => Read(key, utf8))]);
            if (surplus == 0) return null;
            var removed = new RemovedVersions(key, written.First, written.First + surplus - 1, written.Contents.Take(surplus).Sum(utf8 => utf8.LongLength));
            if (!dryRun) written.RemoveOldest(surplus);
            return removed;
        }
    }

    private byte[][] Snapshot(ResourceKey key)
    {
        lock (versions) return versions.TryGetValue(key, out var written) ? [.. written.Contents] : [];
    }

    private static ResourceRecord Read(ResourceKey key, byte[] utf8) => RecordJson.Read(utf8, Source(key));

    private static RecordSource Source(ResourceKey key) => new($"of {key} in memory", "its history");

    private sealed class Versions
    {
        public long First { get; private set; } = 1;

        public List<byte[]> Contents { get; } = [];

        public long Current => First + Contents.Count - 1;

        public void RemoveOldest(int count)
        {
            Contents.RemoveRange(0, count);
            First += count;
        }
    }
}
