namespace Semel.CommandLine.Tests;

/// <summary>What the first signal does and what the second.</summary>
public sealed class SignalTests
{
    [Fact, Trait("Feature", "E6")]
    public void TheFirstStops_TheSecondCancels()
    {
        var told = 0;
        using var signals = new Signals { OnStopping = () => told++ };

        signals.Received();
        Assert.Equal((1, true, false), (told, signals.Stopping.IsCancellationRequested, signals.Cancelled.IsCancellationRequested));
        signals.Received();
        Assert.Equal((1, true, true), (told, signals.Stopping.IsCancellationRequested, signals.Cancelled.IsCancellationRequested));
    }

    [Fact, Trait("Feature", "E6")]
    public void TheSecond_CountsWhileTheFirstIsStillBeingTold()
    {
        var told = 0;
        using var signals = new Signals();
        signals.OnStopping = () =>
        {
            if (++told == 1) signals.Received();
        };

        signals.Received();

        Assert.Equal((1, true, true), (told, signals.Stopping.IsCancellationRequested, signals.Cancelled.IsCancellationRequested));
    }
}
