namespace Semel;

/// <summary>A runner holds two locks: the operating system's, as a file repository does, and the database's.</summary>
public sealed partial class PostgreSqlDataRepository
{
    /// <summary>Only its locks are used.</summary>
    private readonly FileDataRepository local;
    private readonly AdvisoryLocks remote;
    private readonly TimeProvider timeProvider;

    /// <summary>The full path of the folder with the locks of this machine's runners.</summary>
    public string LockFolder { get; }

    /// <inheritdoc/>
    /// <remarks>That of the local lock folder: a lost connection to the database says nothing about a runner.</remarks>
    public string LockDomain => local.LockDomain;

    /// <inheritdoc/>
    /// <exception cref="StateException">The lock folder cannot be written or is on a file system whose locks prove nothing, or there is no connection.</exception>
    public async ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        var start = timeProvider.GetTimestamp();
        var here = await TryLockHereAsync(key, runner, timeout, cancellationToken).ConfigureAwait(false);
        if (here is null) return null;
        var entered = false;
        try
        {
            var left = timeout == Timeout.InfiniteTimeSpan ? timeout : TimeSpan.FromTicks(long.Max(0, (timeout - timeProvider.GetElapsedTime(start)).Ticks));
            entered = await remote.TryEnterAsync(key, runner, left, cancellationToken).ConfigureAwait(false);
            return entered ? new BothLocks(here, remote, key) : null;
        }
        finally
        {
            if (!entered) await here.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        if (await local.FindHolderAsync(key, cancellationToken).ConfigureAwait(false) is { } here) return here;
        try
        {
            return await remote.FindHolderAsync(key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is StateException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private async ValueTask<IAsyncDisposable?> TryLockHereAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            return await local.TryLockAsync(key, runner, timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (StateException exception)
        {
            throw new StateException($"{exception.Message} The folder is that of the locks of this machine's runners; lockFolder names another one.", exception.Location, exception);
        }
    }

    private sealed class BothLocks(IAsyncDisposable here, AdvisoryLocks remote, ResourceKey key) : IAsyncDisposable
    {
        private int released;

        /// <summary>The local one last: until then no other task of this process asks for the key.</summary>
        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref released, 1) == 1) return;
            await remote.LeaveAsync(key).ConfigureAwait(false);
            await here.DisposeAsync().ConfigureAwait(false);
        }
    }
}
