using System.Collections.Immutable;

namespace Semel;

public sealed partial class SemelContext
{
    private ImmutableList<Action<EnsuredNotice>> _observers = [];

    /// <summary>Tells of every create of this context that succeeded, after its record is written: what an interface's bare return value doesn't show.</summary>
    /// <param name="observer">Called by the create before it returns, by several at once where creates run at once; what it throws reaches the create's caller.</param>
    /// <returns>Disposed, it ends that.</returns>
    public IDisposable Observe(Action<EnsuredNotice> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        Action<EnsuredNotice> own = notice => observer(notice); // the same observer may be added twice
        ImmutableInterlocked.Update(ref _observers, static (all, added) => all.Add(added), own);
        return new Observation(this, own);
    }

    internal void Tell(EnsuredNotice notice)
    {
        foreach (var observer in Volatile.Read(ref _observers)) observer(notice);
    }

    private sealed class Observation(SemelContext context, Action<EnsuredNotice> observer) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref context._observers, static (all, removed) => all.Remove(removed), observer);
    }
}
