namespace Semel.CommandLine.Worker;

/// <summary>The system's clock, so much later.</summary>
internal sealed class LaterTime(TimeSpan later) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
}
