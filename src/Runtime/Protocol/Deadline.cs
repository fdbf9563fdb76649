namespace Semel.Protocol;

/// <summary>Nothing is sent later: others may have looked meanwhile.</summary>
internal sealed record Deadline(RunClock Clock, DateTimeOffset At)
{
    public TimeSpan Left => At - Clock.Latest;

    public bool IsOver => Left <= TimeSpan.Zero;
}
