using Semel.Testing.Faults;
using Semel.Testing.Http;

namespace Semel.Testing;

/// <summary>A scripted fault. It acts once where nothing else is said.</summary>
public sealed class Fault
{
    private readonly FaultScript _script;
    private readonly Func<CloudRequest, bool> _matches;
    private readonly TaskCompletionSource _hit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _remaining = 1;
    private int _skipped;
    private int _hits;

    internal Fault(FaultScript script, Func<CloudRequest, bool> matches, FaultEffect effect)
    {
        (_script, _matches, Effect) = (script, matches, effect);
    }

    /// <summary>Completes when the fault has acted for the first time. A fault that makes a request wait has acted when the waiting begins.</summary>
    public Task Hit => _hit.Task;

    /// <summary>How often the fault has acted.</summary>
    public int Hits => Volatile.Read(ref _hits);

    internal FaultEffect Effect { get; }

    internal Task Released => _released.Task;

    /// <summary>The fault acts on the first matching request only: the default.</summary>
    public Fault Once() => Times(1);

    /// <summary>The fault acts on so many matching requests.</summary>
    public Fault Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Volatile.Write(ref _remaining, count);
        return this;
    }

    /// <summary>The fault acts on every matching request, until <see cref="Remove"/>.</summary>
    public Fault Always() => Times(int.MaxValue);

    /// <summary>The fault lets so many matching requests pass first.</summary>
    public Fault Skip(int requests)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(requests);
        Volatile.Write(ref _skipped, requests);
        return this;
    }

    /// <summary>Lets the requests go that <see cref="FaultTrigger.Hold"/> holds, now and from now on.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>Takes the fault out of the script; requests that it holds are let go.</summary>
    public void Remove()
    {
        _script.Remove(this);
        Release();
    }

    // called under the script's lock
    internal bool TryTake(CloudRequest request)
    {
        if (_remaining == 0 || !_matches(request)) return false;
        if (_skipped > 0)
        {
            _skipped--;
            return false;
        }

        if (_remaining < int.MaxValue) _remaining--;
        return true;
    }

    internal void CountHit()
    {
        Interlocked.Increment(ref _hits);
        _hit.TrySetResult();
    }
}
