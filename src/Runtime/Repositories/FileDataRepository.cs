using System.Runtime.CompilerServices;

namespace Semel;

/// <summary>Keeps each record as a JSON file in a folder of a local disk: readable, diffable, with its earlier versions beside it.</summary>
/// <remarks>
/// A write is atomic and on the disk before it returns. Any number of tasks and processes of one machine may share a folder.
/// A network file system is refused: its locks don't tell whether a runner is alive. Whatever is no secret stands there in
/// plain text; on Unix a folder that is made here is for this user only.
/// </remarks>
public sealed partial class FileDataRepository : IDataRepository
{
    private static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(30);

    private readonly TimeProvider timeProvider;
    private readonly KeyedLock writers;
    private readonly KeyedLock runners;
    private readonly FileLocks locks;
    private readonly RecordFiles files;
    private readonly RepositoryFolder folder;

    /// <summary>Touches no disk: the folder is made by the first write.</summary>
    /// <param name="folder">The folder of the repository: <c>.semel</c>. A relative one is taken from the current directory, now.</param>
    /// <param name="timeProvider">Measures the timeouts of locks. Default: the system's clock.</param>
    public FileDataRepository(string folder, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        this.folder = new(Folder);
        domain = new(FindDomain);
        this.timeProvider = timeProvider ?? TimeProvider.System;
        writers = new(this.timeProvider);
        runners = new(this.timeProvider);
        locks = new(this.timeProvider);
        files = new(Folder, step => OnStep(step));
    }

    /// <summary>The full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>The file with the key of the secrets' fingerprints: beside the folder, for its owner only. Keep it out of version control.</summary>
    public string FingerprintKeyFile => Folder + ".key";

    internal Action<WriteStep> OnStep { get; init; } = static _ => { };

    internal bool LocksWrites { get; init; } = true;

    /// <inheritdoc/>
    public ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        folder.Require();
        return new(FileFault.Guard(RecordPaths.Of(Folder, key).Record, () => files.Find(key)));
    }

    /// <inheritdoc/>
    public async ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        return await WithWriteLockAsync(record.Key, () => files.TryWrite(record, expectedVersion), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        folder.Require();
        var records = FileFault.Guard(RecordPaths.FolderOfScope(Folder, scope), () => files.List(scope, model).ToList());
        foreach (var record in records.OrderBy(record => record.Key.Model, StringComparer.Ordinal).ThenBy(record => record.Key.Instance, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> GetFingerprintKeyAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Semel.FingerprintKeyFile.GetOrCreate(FingerprintKeyFile));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        folder.Require();
        foreach (var record in FileFault.Guard(RecordPaths.Of(Folder, key).Record, () => files.History(key)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }
}
