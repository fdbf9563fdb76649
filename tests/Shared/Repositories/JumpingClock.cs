namespace Semel;

/// <summary>A clock on which every wait is over at once and has taken as long as it should.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long ticks = DateTimeOffset.UnixEpoch.Ticks;

    public TimeSpan Waited => TimeSpan.FromTicks(Interlocked.Read(ref ticks) - DateTimeOffset.UnixEpoch.Ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero) Interlocked.Add(ref ticks, dueTime.Ticks);
        if (dueTime >= TimeSpan.Zero) ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
