namespace Semel;

/// <summary>
/// Locks of the operating system: a file that is open for one process only. They are free again when the process dies,
/// however it dies. Lock files are never deleted: two processes could then hold two files of one name.
/// </summary>
internal sealed class FileLocks(TimeProvider timeProvider)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    private volatile bool proved;

    /// <summary>The lock, or null when another process held it for all of <paramref name="timeout"/>.</summary>
    public async ValueTask<FileStream?> TryEnterAsync(string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var start = timeProvider.GetTimestamp();
        for (var wait = ShortestWait; ; wait = Min(wait * 2, LongestWait))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryOpen(path) is { } held) return Proved(held, path);
            var left = timeout == Timeout.InfiniteTimeSpan ? LongestWait : timeout - timeProvider.GetElapsedTime(start);
            if (left <= TimeSpan.Zero) return null;
            await Task.Delay(Min(wait, left), timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Whether a process holds the lock now; false where that cannot be found out. It is tried for an instant, in which others
    /// find it held: ask only where a holder is likely.
    /// </summary>
    public static bool IsHeld(string path)
    {
        try
        {
            using var free = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
            return false;
        }
        catch (IOException exception)
        {
            return SharingViolation.Is(exception);
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException exception) when (SharingViolation.Is(exception))
        {
            return null;
        }
    }

    /// <summary>Once: a lock that can be had twice is none. File locking may be switched off, or unknown to the file system.</summary>
    private FileStream Proved(FileStream held, string path)
    {
        if (proved) return held;
        var folder = Path.GetDirectoryName(path)!;
        var why = NetworkFileSystem.Holding(folder) is { } network ? $"it is on {network}, whose locks do not tell whether a runner on another machine is alive"
            : TryOpen(path) is { } second ? Discard(second)
            : null;
        if (why is null)
        {
            proved = true;
            return held;
        }
        held.Dispose();
        throw new StateException($"The data repository cannot use {folder}: {why}. Two runners could create the same resource. Give a folder on a local disk, or use a shared database.", folder);
    }

    private static string Discard(FileStream second)
    {
        second.Dispose();
        return "files cannot be locked there, or file locking is switched off for this program";
    }

    private static TimeSpan Min(TimeSpan first, TimeSpan second) => first < second ? first : second;
}
