using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol;

/// <summary>A clock that is set while a create runs neither ends a wait nor lets a late POST out.</summary>
public sealed class RunClockTests
{
    private static readonly DateTimeOffset Begun = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SettableTime _time = new(Begun);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void ClockIsSet_TheRunGoesOnByWhatElapsed(int hours)
    {
        var clock = new RunClock(_time);
        _time.Set(TimeSpan.FromHours(hours));
        _time.Elapse(TimeSpan.FromSeconds(5));
        Assert.Equal(Begun.AddSeconds(5), clock.Now);
    }

    [Fact]
    public void ClockIsSetAhead_OrTheMachineSlept_TheDeadlineIsOver()
    {
        var deadline = new Deadline(new RunClock(_time), Begun.AddMinutes(1));
        Assert.False(deadline.IsOver);
        _time.Set(TimeSpan.FromHours(1));
        Assert.True(deadline.IsOver);
    }

    [Fact]
    public void ClockIsSetBack_TheDeadlineIsOverAllTheSame()
    {
        var deadline = new Deadline(new RunClock(_time), Begun.AddMinutes(1));
        _time.Set(TimeSpan.FromHours(-1));
        Assert.Equal(TimeSpan.FromMinutes(1), deadline.Left);
        _time.Elapse(TimeSpan.FromMinutes(1));
        Assert.True(deadline.IsOver);
    }

    /// <summary>A wall clock that is set, and the time that elapses.</summary>
    private sealed class SettableTime(DateTimeOffset begun) : TimeProvider
    {
        private TimeSpan _elapsed;
        private TimeSpan _set;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => begun + _elapsed + _set;

        public override long GetTimestamp() => _elapsed.Ticks;

        public void Set(TimeSpan by) => _set += by;

        public void Elapse(TimeSpan by) => _elapsed += by;
    }
}
