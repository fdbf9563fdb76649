namespace Semel.Simulation;

/// <summary>The clock of one process: the world's time and what this clock is wrong by. Timers go by the world's time.</summary>
internal sealed class VirtualClock(World world, Process process) : TimeProvider
{
    public static readonly DateTimeOffset Epoch = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>How far this clock is ahead of the world's.</summary>
    public TimeSpan Offset { get; private set; }

    public void Jump(TimeSpan time)
    {
        Offset += time;
        process.Observe((ulong)world.Now.Ticks ^ (ulong)time.Ticks); // whoever looked at it before knows another time than whoever looks later
    }

    public override DateTimeOffset GetUtcNow()
    {
        process.Settle();
        world.Touch(process);
        return Epoch + world.Now + Offset;
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        world.Touch(process);
        return world.Now.Ticks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan && period != TimeSpan.Zero) throw new NotSupportedException("Nothing in the runtime needs a periodic timer.");
        var timer = new VirtualTimer(world, process, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}

/// <summary>A timer in the world's queue.</summary>
internal sealed class VirtualTimer(World world, Process process, TimerCallback callback, object? state) : ITimer
{
    public Process Process => process;

    public TimeSpan Due { get; private set; }

    public long Order { get; private set; }

    public void Fire() => callback(state);

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        world.Timers.Remove(this);
        if (dueTime < TimeSpan.Zero) return true;
        Due = world.Now + dueTime;
        Order = world.NextOrder();
        world.Timers.Add(this);
        return true;
    }

    public void Dispose() => world.Timers.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
