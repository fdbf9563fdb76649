using System.Runtime.CompilerServices;

namespace Semel;

/// <summary>Keeps each record as a JSON file in a folder of a local disk: readable, diffable, with its earlier versions beside it.</summary>
/// <remarks>
/// A write is atomic and on the disk before it returns. Any number of tasks and processes of one machine may share a folder.
/// A network file system is refused: its locks don't tell whether a runner is alive. Whatever is no secret stands there in
/// plain text; on Unix a folder that is made here is for this user only.
/// </remarks>
public sealed class FileDataRepository : IDataRepository
{
    private static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(30);

    private readonly TimeProvider timeProvider;
    private readonly KeyedLock writers;
    private readonly KeyedLock runners;
    private readonly FileLocks locks;
    private readonly RecordFiles files;

    /// <summary>Touches no disk: the folder is made by the first write.</summary>
    /// <param name="folder">The folder of the repository: <c>.semel</c>. A relative one is taken from the current directory, now.</param>
    /// <param name="timeProvider">Measures the timeouts of locks. Default: the system's clock.</param>
    public FileDataRepository(string folder, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        this.timeProvider = timeProvider ?? TimeProvider.System;
        writers = new(this.timeProvider);
        runners = new(this.timeProvider);
        locks = new(this.timeProvider);
        files = new(Folder, step => OnStep(step));
    }

    /// <summary>The full path of the folder.</summary>
    public string Folder { get; }

    internal Action<WriteStep> OnStep { get; init; } = static _ => { };

    internal bool LocksWrites { get; init; } = true;

    /// <inheritdoc/>
    public ValueTask<ResourceRecord?> FindAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        return new(FileFault.Guard(RecordPaths.Of(Folder, key).Record, () => files.Find(key)));
    }

    /// <inheritdoc/>
    public async ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        var paths = RecordPaths.Of(Folder, record.Key);
        if (!LocksWrites) return Write();
        using var task = await writers.TryEnterAsync(record.Key, LongestWrite, cancellationToken).ConfigureAwait(false);
        using var process = task is null ? null : await EnterAsync(paths.WriteLock, LongestWrite, cancellationToken).ConfigureAwait(false);
        return process is not null
            ? Write()
            : throw new StateException($"The record {paths.Record} cannot be written: another process has held {paths.WriteLock} for {LongestWrite.TotalSeconds:0} seconds. Find the process that is stopped or hangs and end it; nothing was written.", paths.Record);

        ResourceRecord? Write() => FileFault.Guard(paths.Record, () =>
        {
            DurableFolder.Create(paths.Folder);
            return files.TryWrite(record, expectedVersion);
        });
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ResourceRecord> ListAsync(string scope, string? model = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        var records = FileFault.Guard(RecordPaths.FolderOfScope(Folder, scope), () => files.List(scope, model).ToList());
        foreach (var record in records.OrderBy(record => record.Key.Model, StringComparer.Ordinal).ThenBy(record => record.Key.Instance, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ResourceRecord> HistoryAsync(ResourceKey key, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        foreach (var record in FileFault.Guard(RecordPaths.Of(Folder, key).Record, () => files.History(key).ToList()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    /// <inheritdoc/>
    public string LockDomain { get; } = Environment.MachineName;

    /// <inheritdoc/>
    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default) => new((Runner?)null);

    /// <inheritdoc/>
    /// <exception cref="StateException">The folder cannot be written, or is on a file system whose locks prove nothing.</exception>
    public async ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(runner);
        var start = timeProvider.GetTimestamp();
        var task = await runners.TryEnterAsync(key, timeout, cancellationToken).ConfigureAwait(false);
        if (task is null) return null;
        FileStream? process = null;
        try
        {
            var left = timeout == Timeout.InfiniteTimeSpan ? timeout : Longest(timeout - timeProvider.GetElapsedTime(start), TimeSpan.Zero);
            process = await EnterAsync(RecordPaths.Of(Folder, key).RunnerLock, left, cancellationToken).ConfigureAwait(false);
            return process is null ? null : new RunnerLock(process, task);
        }
        finally
        {
            if (process is null) task.Dispose();
        }
    }

    private async ValueTask<FileStream?> EnterAsync(string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            DurableFolder.Create(Path.GetDirectoryName(path)!);
            return await locks.TryEnterAsync(path, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileFault.Translate(exception, path);
        }
    }

    private static TimeSpan Longest(TimeSpan first, TimeSpan second) => first > second ? first : second;

    private sealed class RunnerLock(FileStream process, KeyedLock.Holder task) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await process.DisposeAsync().ConfigureAwait(false);
            task.Dispose();
        }
    }
}
