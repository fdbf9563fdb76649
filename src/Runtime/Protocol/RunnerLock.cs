namespace Semel.Protocol;

/// <summary>The lock of a key, or the runner that held it for all of the time to wait. The wait says who holds it, and how long still.</summary>
internal sealed class RunnerLock : IAsyncDisposable
{
    private readonly IAsyncDisposable? _held;

    private RunnerLock(IAsyncDisposable? held, Runner? other) => (_held, Other) = (held, other);

    public bool IsHeld => _held is not null;

    /// <summary>Who holds it else, as far as that is known.</summary>
    public Runner? Other { get; }

    public static async Task<RunnerLock> TakeAsync(SemelContext context, ResourceKey key, CancellationToken cancellationToken)
    {
        var runner = context.Runner;
        var clock = new RunClock(context.TimeProvider);
        var end = clock.Now + context.Options.LockTimeout;
        var slice = TimeSpan.Zero;
        while (true)
        {
            if (await context.Repository.TryLockAsync(key, runner, slice, cancellationToken).ConfigureAwait(false) is { } held) return new RunnerLock(held, null);
            var other = await context.Repository.FindHolderAsync(key, cancellationToken).ConfigureAwait(false);
            var left = end - clock.Now;
            if (left <= TimeSpan.Zero) return new RunnerLock(null, other);
            var reason = other is null ? "another runner holds its key" : $"{other} holds its key since {other.Since:u}";
            Pause.Tell(context, key, left, reason);
            slice = left < Pause.Countdown ? left : Pause.Countdown;
        }
    }

    /// <exception cref="BusyException">Another runner held the key for all of the time to wait.</exception>
    public static async Task<RunnerLock> RequireAsync(SemelContext context, ResourceKey key, CancellationToken cancellationToken)
    {
        var taken = await TakeAsync(context, key, cancellationToken).ConfigureAwait(false);
        return taken.IsHeld
            ? taken
            : throw new BusyException(key, $"{(taken.Other is { } other ? $"{other}, since {other.Since:u}," : "Another runner")} held {key} for {context.Options.LockTimeout}; run again when that is done.", taken.Other);
    }

    public ValueTask DisposeAsync() => _held?.DisposeAsync() ?? ValueTask.CompletedTask;
}
