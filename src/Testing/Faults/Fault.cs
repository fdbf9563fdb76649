namespace Semel.Testing;

/// <summary>A scripted fault of a server, a handler or a repository. It acts once where nothing else is said.</summary>
public sealed class Fault
{
    private readonly Action<Fault> _remove;
    private readonly TaskCompletionSource _hit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _remaining = 1;
    private int _skipped;
    private int _hits;
    private bool _met;

    internal Fault(Action<Fault> remove) => _remove = remove;

    /// <summary>Completes when the fault has acted for the first time. A fault that makes something wait has acted when the waiting begins.</summary>
    public Task Hit => _hit.Task;

    /// <summary>How often the fault has acted.</summary>
    public int Hits => Volatile.Read(ref _hits);

    /// <summary>True as soon as something has met the fault, which may be before it has acted to its end.</summary>
    internal bool Met => Volatile.Read(ref _met);

    internal Task Released => _released.Task;

    /// <summary>The fault acts on the first match only: the default.</summary>
    public Fault Once() => Times(1);

    /// <summary>The fault acts on so many matches.</summary>
    public Fault Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Volatile.Write(ref _remaining, count);
        return this;
    }

    /// <summary>The fault acts on every match, until <see cref="Remove"/>.</summary>
    public Fault Always() => Times(int.MaxValue);

    /// <summary>The fault lets so many matches pass first.</summary>
    public Fault Skip(int matches)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(matches);
        Volatile.Write(ref _skipped, matches);
        return this;
    }

    /// <summary>Lets go what the fault holds, now and from now on.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>Takes the fault out of the script; what it holds is let go.</summary>
    public void Remove()
    {
        _remove(this);
        Release();
    }

    // called under the script's lock
    internal bool TryTake()
    {
        if (_remaining == 0) return false;
        if (_skipped > 0)
        {
            _skipped--;
            return false;
        }

        if (_remaining < int.MaxValue) _remaining--;
        Volatile.Write(ref _met, true);
        return true;
    }

    internal void CountHit()
    {
        Interlocked.Increment(ref _hits);
        _hit.TrySetResult();
    }
}
