namespace Semel;

/// <summary>Locks of the operating system, and who holds them.</summary>
public sealed partial class FileDataRepository
{
    private readonly Lazy<string> domain;

    /// <inheritdoc/>
    /// <remarks>Host, boot, process namespace and folder, with slashes between them; what is not known is different each time. Asking for it makes the folder.</remarks>
    public string LockDomain => domain.Value;

    /// <inheritdoc/>
    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        var paths = RecordPaths.Of(Folder, key);
        return new(HolderFile.Read(paths.Holder) is not null && FileLocks.IsHeld(paths.RunnerLock) ? HolderFile.Read(paths.Holder) : null);
    }

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
            var paths = RecordPaths.Of(Folder, key);
            var left = timeout == Timeout.InfiniteTimeSpan ? timeout : Longest(timeout - timeProvider.GetElapsedTime(start), TimeSpan.Zero);
            process = await EnterAsync(paths, paths.RunnerLock, left, cancellationToken).ConfigureAwait(false);
            if (process is null) return null;
            HolderFile.Write(paths.Holder, runner);
            return new RunnerLock(process, task, paths.Holder);
        }
        finally
        {
            if (process is null) task.Dispose();
        }
    }

    /// <exception cref="StateException">Another process held it for too long: it hangs or is stopped.</exception>
    private async ValueTask<T> WithWriteLockAsync<T>(ResourceKey key, Func<T> work, CancellationToken cancellationToken)
    {
        var paths = RecordPaths.Of(Folder, key);
        if (!LocksWrites) return Work();
        using var task = await writers.TryEnterAsync(key, LongestWrite, cancellationToken).ConfigureAwait(false);
        using var process = task is null ? null : await EnterAsync(paths, paths.WriteLock, LongestWrite, cancellationToken).ConfigureAwait(false);
        return process is not null
            ? Work()
            : throw new StateException($"The record {paths.Record} cannot be written: another process has held {paths.WriteLock} for {LongestWrite.TotalSeconds:0} seconds. Find the process that is stopped or hangs and end it; nothing was written.", paths.Record);

        T Work() => FileFault.Guard(paths.Record, () =>
        {
            folder.Prepare(paths.Folder);
            return work();
        });
    }

    private async ValueTask<FileStream?> EnterAsync(RecordPaths paths, string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            folder.Require();
            DurableFolder.Create(paths.Locks);
            return await locks.TryEnterAsync(path, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw FileFault.Translate(exception, path);
        }
    }

    /// <summary>Where the folder cannot be made, the lock says so better than the domain could.</summary>
    private string FindDomain()
    {
        try
        {
            folder.Require();
            DurableFolder.Create(Folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or StateException)
        {
        }
        return Semel.LockDomain.Of(Folder);
    }

    private static TimeSpan Longest(TimeSpan first, TimeSpan second) => first > second ? first : second;

    private sealed class RunnerLock(FileStream process, KeyedLock.Holder task, string holder) : IAsyncDisposable
    {
        private int released;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref released, 1) == 1) return;
            HolderFile.Remove(holder);
            await process.DisposeAsync().ConfigureAwait(false);
            task.Dispose();
        }
    }
}
