namespace Semel;

/// <summary>One lock per key among the tasks of this process. Keys that nobody holds or waits for cost nothing.</summary>
internal sealed class KeyedLock(TimeProvider timeProvider)
{
    private readonly Dictionary<ResourceKey, Gate> gates = [];

    /// <summary>The lock, or null when another task held it for all of <paramref name="timeout"/>.</summary>
    public async ValueTask<Holder?> TryEnterAsync(ResourceKey key, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var gate = Join(key);
        var entered = false;
        try
        {
            entered = gate.Free.Wait(0, CancellationToken.None) || await WaitAsync(gate, timeout, cancellationToken).ConfigureAwait(false);
            return entered ? new Holder(this, key, gate) : null;
        }
        finally
        {
            if (!entered) Leave(key, gate);
        }
    }

    /// <summary>Who holds the key, where the holder said so.</summary>
    public Runner? Holding(ResourceKey key)
    {
        lock (gates) return gates.TryGetValue(key, out var gate) ? gate.Runner : null;
    }

    private async ValueTask<bool> WaitAsync(Gate gate, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var elapsed = new CancellationTokenSource(timeout, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(elapsed.Token, cancellationToken);
        try
        {
            await gate.Free.WaitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return false;
        }
    }

    private Gate Join(ResourceKey key)
    {
        lock (gates)
        {
            if (!gates.TryGetValue(key, out var gate)) gates.Add(key, gate = new());
            gate.Users++;
            return gate;
        }
    }

    private void Leave(ResourceKey key, Gate gate)
    {
        lock (gates)
        {
            if (--gate.Users == 0) gates.Remove(key);
        }
    }

    internal sealed class Gate
    {
        public SemaphoreSlim Free { get; } = new(1, 1);

        public int Users { get; set; }

        public Runner? Runner { get; set; }
    }

    internal sealed class Holder(KeyedLock owner, ResourceKey key, Gate gate) : IDisposable, IAsyncDisposable
    {
        private Gate? held = gate;

        public Runner? Runner { set => held!.Runner = value; }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref held, null) is not { } released) return;
            released.Runner = null;
            released.Free.Release();
            owner.Leave(key, released);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
