namespace Semel;

/// <summary>Keeps one versioned record per resource key. Unreadable state is an error, never "nothing there".</summary>
public interface IDataRepository
{
    /// <summary>The current record of a key, or null when there never was one.</summary>
    /// <exception cref="StateException">The record is corrupt, truncated, of a newer format or of another key.</exception>
    ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default);

    /// <summary>Writes the record durably as version <paramref name="expectedVersion"/> + 1 if that is still the current version.</summary>
    /// <param name="record">The record; its <see cref="ResourceRecord.Version"/> is ignored.</param>
    /// <param name="expectedVersion">The version that was read; 0 when there was none.</param>
    /// <param name="cancellationToken">Honoured only before the write begins.</param>
    /// <returns>The record with its new version, or null when another version is there: nothing was written.</returns>
    /// <exception cref="StateException">The repository cannot be written: read-only, full, its record is unreadable, or the version that was read is gone without a trace.</exception>
    ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default);

    /// <summary>The current records of a scope, ordered by model and instance (ordinal); of one model where it is given.</summary>
    IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, CancellationToken cancellationToken = default);

    /// <summary>Every version of a key's record that is kept, oldest first and contiguous; the last one is current.</summary>
    IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes old versions of a scope's records for good. Current versions stay, and so does every version of a record whose
    /// create, replacement or delete is unfinished. Runners may work meanwhile; what is left is contiguous, also after a crash.
    /// </summary>
    /// <param name="scope">The scope.</param>
    /// <param name="retention">What stays.</param>
    /// <param name="dryRun">True: nothing is removed, it is only said what would be.</param>
    /// <param name="cancellationToken">Stops between two removals.</param>
    /// <returns>What was removed, or would be, by model and instance (ordinal); keys that lose nothing are not in it.</returns>
    /// <exception cref="StateException">A record of the scope cannot be read, then nothing was removed; or the repository cannot be written.</exception>
    ValueTask<IReadOnlyList<RemovedVersions>> TrimHistoryAsync(string scope, Retention retention, bool dryRun, CancellationToken cancellationToken = default);

    /// <summary>
    /// Names what a free lock proves: a runner of the same domain whose lock is free is dead or done. Another machine, boot,
    /// container or file system is another domain.
    /// </summary>
    string LockDomain { get; }

    /// <summary>Held by a runner while it works on a key; free again when it is disposed or its process dies.</summary>
    /// <param name="key">The key.</param>
    /// <param name="runner">Who takes it, for others to see.</param>
    /// <param name="timeout">How long to wait for it.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The lock, or null when another runner held it for all of <paramref name="timeout"/>.</returns>
    ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default);

    /// <summary>Who holds the key's lock, as far as that is known; null: nobody, or it isn't known. For people: it proves nothing, and never fails.</summary>
    ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default);

    /// <summary>
    /// The key of the secrets' fingerprints that is kept with this repository, made when it is first asked for: at least 32 bytes. Default: null,
    /// the repository keeps none, and <see cref="SemelOptions.FingerprintKey"/> has to be set where an input holds secrets.
    /// </summary>
    /// <exception cref="StateException">It can't be read or made.</exception>
    ValueTask<byte[]?> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) => new((byte[]?)null);
}
