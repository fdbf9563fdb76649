namespace Semel.Protocol;

/// <summary>The time of one run: the wall clock as it began, and what has elapsed since. A clock that is set meanwhile neither ends nor prolongs a wait.</summary>
internal sealed class RunClock(TimeProvider time)
{
    private readonly long _timestamp = time.GetTimestamp();
    private DateTimeOffset _begun = time.GetUtcNow();

    public DateTimeOffset Now => _begun + time.GetElapsedTime(_timestamp);

    /// <summary>The later of both: what elapsed may leave out that the machine slept.</summary>
    public DateTimeOffset Latest => time.GetUtcNow() is var wall && wall > Now ? wall : Now;

    /// <summary>From now on the time is the later of both: what was sent while the machine slept, or the clock was set, was sent by then.</summary>
    public void CatchUp() => _begun += Latest - Now;
}
