using System.Collections.Concurrent;
using Semel.Testing.Repository;

namespace Semel.Testing;

public sealed partial class FaultRepository
{
    private readonly ConcurrentDictionary<IAsyncDisposable, bool> _held = new();

    /// <inheritdoc/>
    public string LockDomain => _inner.LockDomain;

    /// <inheritdoc/>
    public ValueTask<Runner?> FindHolderAsync(ResourceKey key, CancellationToken cancellationToken = default)
    {
        ThrowIfDead();
        return _inner.FindHolderAsync(key, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IAsyncDisposable?> TryLockAsync(ResourceKey key, Runner runner, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        await PassAsync(new RepositoryCall(RepositoryPoint.BeforeLock, key, null), cancellationToken).ConfigureAwait(false);
        IAsyncDisposable? taken = await _inner.TryLockAsync(key, runner, timeout, cancellationToken).ConfigureAwait(false);
        if (taken is null) return null;
        _held[taken] = true;
        try
        {
            await PassAsync(new RepositoryCall(RepositoryPoint.AfterLock, key, null), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await FreeAsync(taken).ConfigureAwait(false);
            throw;
        }

        return new HeldLock(taken, FreeAsync);
    }

    /// <summary>The process dies: what its system would free for it is free.</summary>
    internal async Task DieAsync()
    {
        Volatile.Write(ref _dead, 1);
        foreach (IAsyncDisposable held in _held.Keys) await FreeAsync(held).ConfigureAwait(false);
    }

    private async ValueTask FreeAsync(IAsyncDisposable held)
    {
        if (_held.TryRemove(held, out _)) await held.DisposeAsync().ConfigureAwait(false);
    }
}
