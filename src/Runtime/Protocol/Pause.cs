using Semel.Workflows;

namespace Semel.Protocol;

/// <summary>Waits until a time of the run's clock and says, every few seconds, for what and how long still.</summary>
internal static class Pause
{
    /// <summary>How often it is said.</summary>
    public static readonly TimeSpan Countdown = TimeSpan.FromSeconds(10);

    public static async Task UntilAsync(SemelContext context, RunClock clock, ResourceKey key, DateTimeOffset until, string reason, CancellationToken cancellationToken)
    {
        while (until - clock.Now is { Ticks: > 0 } left)
        {
            Tell(context, key, left, reason);
            await Task.Delay(left < Countdown ? WholeMilliseconds(left) : Countdown, context.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>In the log, and to who runs the step; seconds are enough.</summary>
    public static void Tell(SemelContext context, ResourceKey key, TimeSpan left, string reason)
    {
        left = TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds));
        Log.Waiting(context.Logger, key, left, reason);
        StepScope.Current?.Waiting(key, left, reason);
    }

    /// <summary>A delay counts whole milliseconds and leaves out the rest, for which it would be called again and again.</summary>
    private static TimeSpan WholeMilliseconds(TimeSpan left) => TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
}
