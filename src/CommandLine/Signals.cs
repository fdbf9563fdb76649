using System.Runtime.InteropServices;

namespace Semel.CommandLine;

/// <summary>The first Ctrl-C or SIGTERM lets no further step begin, the second one cancels what is in flight.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _cancelled = new();
    private readonly IReadOnlyList<PosixSignalRegistration> _registrations;

    public Signals() => _registrations = [PosixSignalRegistration.Create(PosixSignal.SIGINT, Received), PosixSignalRegistration.Create(PosixSignal.SIGTERM, Received)];

    public CancellationToken Stopping => _stopping.Token;

    public CancellationToken Cancelled => _cancelled.Token;

    /// <summary>Called at the first signal.</summary>
    public Action OnStopping { get; set; } = static () => { };

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stopping.Dispose();
        _cancelled.Dispose();
    }

    private void Received(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (_stopping.IsCancellationRequested)
        {
            _cancelled.Cancel();
            return;
        }

        OnStopping();
        _stopping.Cancel();
    }
}
