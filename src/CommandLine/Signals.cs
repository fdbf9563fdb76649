using System.Runtime.InteropServices;

namespace Semel.CommandLine;

/// <summary>The first Ctrl-C or SIGTERM lets no further step begin, the second one cancels what is in flight.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _cancelled = new();
    private readonly IReadOnlyList<PosixSignalRegistration> _registrations;
    private int _received;

    public Signals() => _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Received), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Received)];

    public CancellationToken Stopping => _stopping.Token;

    public CancellationToken Cancelled => _cancelled.Token;

    /// <summary>Called at the first signal.</summary>
    public Action OnStopping { get; set; } = static () => { };

    public void Dispose()
    {
        // a signal may still be handled by a thread of its own, so the sources, which have no timers, are left to the collector
        foreach (var registration in _registrations) registration.Dispose();
    }

    /// <summary>What a signal does. Each is handled by a thread of its own, so that the second may come while the first is still being told.</summary>
    internal void Received()
    {
        if (Interlocked.Increment(ref _received) > 1)
        {
            _stopping.Cancel();
            _cancelled.Cancel();
            return;
        }

        OnStopping();
        _stopping.Cancel();
    }

    private void Received(PosixSignalContext signal)
    {
        signal.Cancel = true;
        Received();
    }
}
