using System.Runtime.CompilerServices;

namespace Semel.Simulation;

/// <summary>The repository as one process sees it: real record bytes, compare-and-set, locks that die with their process.</summary>
internal sealed class SimulatedRepository(World world, Process process) : IDataRepository
{
    private static readonly RecordSource Source = new("of the simulation", "its history");

    private Sabotage Sabotage => world.Setup.Sabotage;

    public async ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        await ReachAsync(Phase.Read, cancellationToken).ConfigureAwait(false);
        var versions = world.Store.VersionsOf(process, key);
        if (versions.Count > 0 && !versions[^1].IsWhole && Sabotage.HasFlag(Sabotage.DamagedIsAbsent)) versions.Clear();
        process.Observe(versions.Count == 0 ? 0 : versions[^1].Digest);
        if (versions.Count == 0) return null;
        var record = Read(versions[^1]);
        return Sabotage.HasFlag(Sabotage.ForgetsOwnWrites) ? record with { Provenance = record.Provenance with { Run = "unknown" } } : record;
    }

    public async ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var at = new Await(Verb.Record, PhaseOf(record));
        var fault = await process.ReachAsync(at, CancellationToken.None).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (fault == FaultId.WriteFails || world.Store.IsFull) throw new StateException("The record cannot be written.");
        var versions = world.Store.VersionsOf(process, record.Key);
        if (Sabotage.HasFlag(Sabotage.ForgetsIntentsToDelete) && record is DeletingRecord) return record with { Version = versions.Count };
        if (versions.Count != expectedVersion && !Sabotage.HasFlag(Sabotage.NoCompareAndSet) && !IsBlindTombstone(record)) return Lost();
        var written = record with { Version = versions.Count + 1 };
        var utf8 = RecordJson.Write(written);
        world.Store.Append(process, written, utf8, fault == FaultId.TornWrite);
        if (fault == FaultId.TornWrite)
        {
            world.Kill(process);
            await process.ReachAsync(at, CancellationToken.None, static () => false).ConfigureAwait(false);
        }

        if (fault == FaultId.WriteFailsLate) throw new StateException("The folder could not be flushed.");
        process.Observe(versions[^1].Digest);
        return Read(versions[^1]);
    }

    public async IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await ReachAsync(Phase.Enumerate, cancellationToken).ConfigureAwait(false);
        foreach (var key in world.Store.KeysOf(process).Where(key => key.Scope == scope && (model is null || key.Model == model)).ToList())
        {
            process.Observe(world.Store.VersionsOf(process, key)[^1].Digest);
            yield return Read(world.Store.VersionsOf(process, key)[^1]);
        }
    }

    public async IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await ReachAsync(Phase.History, cancellationToken).ConfigureAwait(false);
        foreach (var version in world.Store.VersionsOf(process, key).ToList())
        {
            process.Observe(version.Digest);
            yield return Read(version);
        }
    }

    public ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("No program of the simulation trims its history.");

    /// <summary>Locks are seen on one machine only, and prove nothing to another.</summary>
    public string LockDomain => $"machine {process.Machine}, volume {process.Settings.Volume}";

    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default) => new(world.Store.HolderOf(process, key));

    /// <summary>Who shares the records shares the key, unless it was mixed up.</summary>
    public ValueTask<byte[]?> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) => new(process.Settings.HasOtherFingerprintKey ? Store.OtherFingerprintKey : world.Store.FingerprintKey);

    public async ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (timeout == TimeSpan.Zero) await ReachAsync(Phase.Lock, cancellationToken).ConfigureAwait(false);
        if (!world.Store.TryLock(process, key, runner) && !await WaitForLockAsync(key, runner, timeout, cancellationToken).ConfigureAwait(false)) return null;
        return new Held(world, process, key);
    }

    private async Task<bool> WaitForLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout == TimeSpan.Zero) return false;
        var isOver = false;
        await using var timer = process.Clock.CreateTimer(_ => isOver = true, null, timeout, Timeout.InfiniteTimeSpan);
        await process.ReachAsync(new(Verb.Record, Phase.Lock), cancellationToken, () => isOver || world.Store.IsFree(process, key)).ConfigureAwait(false);
        return world.Store.TryLock(process, key, runner);
    }

    private async Task ReachAsync(Phase phase, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await process.ReachAsync(new(Verb.Record, phase)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private ResourceRecord? Lost()
    {
        process.Observe(11);
        return null;
    }

    private static ResourceRecord Read(StoredVersion version) => RecordJson.Read(version.Utf8, Source);

    private bool IsBlindTombstone(ResourceRecord record) => Sabotage.HasFlag(Sabotage.ForgetsIntentsToDelete) && record is TombstoneRecord;

    private static Phase PhaseOf(ResourceRecord record) => record switch
    {
        IntentRecord { Attempts: [.., { State: AttemptState.Pending }] } => Phase.WriteIntent,
        IntentRecord => Phase.WriteSettled,
        LiveRecord => Phase.WriteLive,
        DeletingRecord => Phase.WriteDeleting,
        _ => Phase.WriteTombstone,
    };

    private sealed class Held(World world, Process process, ResourceKey key) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            world.Store.Unlock(process, key);
            return ValueTask.CompletedTask;
        }
    }
}
