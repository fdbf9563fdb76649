using Semel.Testing.Faults;
using Semel.Testing.Repository;

namespace Semel.Testing;

/// <summary>A data repository that fails as scripted before or after it finds, writes or locks, and otherwise does what another does.</summary>
/// <remarks>
/// After a <see cref="RepositoryFaultTrigger.Crash"/> it is what is left of a dead process: every call throws, and the locks that
/// it held are free. A new one around the same repository is the next process. All members are safe to use from several threads.
/// </remarks>
public sealed partial class FaultRepository : IDataRepository
{
    private readonly IDataRepository _inner;
    private readonly FaultList<RepositoryCall, RepositoryEffect> _faults = new(static effect => effect.Decides);
    private readonly int[] _passed = new int[Enum.GetValues<RepositoryPoint>().Length];
    private int _dead;

    /// <summary>A repository that has no faults until some are scripted.</summary>
    /// <param name="inner">Does what is not made to fail.</param>
    public FaultRepository(IDataRepository inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <summary>True once it has crashed.</summary>
    public bool IsDead => Volatile.Read(ref _dead) == 1;

    /// <summary>Chooses a point; what follows chooses the calls there and the fault.</summary>
    public RepositoryFaultTrigger On(RepositoryPoint point) => new(this, _faults, point, static _ => true);

    /// <summary>How often a point was reached, faults or not.</summary>
    public int Passed(RepositoryPoint point) => Volatile.Read(ref _passed[(int)point]);

    /// <summary>Removes every fault; calls that one holds are let go. A dead repository stays dead.</summary>
    public void Clear() => _faults.Clear();

    /// <inheritdoc/>
    public async ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await PassAsync(new RepositoryCall(RepositoryPoint.BeforeFind, key, null), cancellationToken).ConfigureAwait(false);
        ResourceRecord? found = await _inner.FindAsync(key, cancellationToken).ConfigureAwait(false);
        await PassAsync(new RepositoryCall(RepositoryPoint.AfterFind, key, found), cancellationToken).ConfigureAwait(false);
        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (await PassAsync(new RepositoryCall(RepositoryPoint.BeforeWrite, record.Key, record), cancellationToken).ConfigureAwait(false)) return null;
        ResourceRecord? written = await _inner.TryWriteAsync(record, expectedVersion, cancellationToken).ConfigureAwait(false);
        // what is written is written: cancelling comes too late
        await PassAsync(new RepositoryCall(RepositoryPoint.AfterWrite, record.Key, written), CancellationToken.None).ConfigureAwait(false);
        return written;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, CancellationToken cancellationToken = default)
    {
        ThrowIfDead();
        return _inner.ListAsync(scope, model, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        ThrowIfDead();
        return _inner.HistoryAsync(key, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default)
    {
        ThrowIfDead();
        return _inner.TrimHistoryAsync(scope, retention, dryRun, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetFingerprintKeyAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDead();
        return _inner.GetFingerprintKeyAsync(cancellationToken);
    }

    /// <summary>Lets the faults of a point act; true where one of them loses the race.</summary>
    private async Task<bool> PassAsync(RepositoryCall call, CancellationToken cancellationToken)
    {
        ThrowIfDead();
        Interlocked.Increment(ref _passed[(int)call.Point]);
        bool lost = false;
        foreach ((Fault fault, RepositoryEffect effect) in _faults.Take(call))
        {
            await effect.Act(fault, cancellationToken).ConfigureAwait(false);
            lost |= effect.LosesRace;
        }

        ThrowIfDead();
        return lost;
    }

    private void ThrowIfDead()
    {
        if (IsDead) throw new CrashException();
    }
}
