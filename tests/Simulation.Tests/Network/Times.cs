namespace Semel.Simulation;

/// <summary>What the runtime assumes by default, and the simulated world keeps unless a fault says otherwise.</summary>
internal static class Times
{
    private static readonly SemelOptions Defaults = new();

    /// <summary>F.</summary>
    public static TimeSpan Flight { get; } = Defaults.FlightTime;

    /// <summary>L: what is a tick younger is not listed yet.</summary>
    public static TimeSpan Lag { get; } = Defaults.ListLag - TimeSpan.FromTicks(1);

    /// <summary>Just within F.</summary>
    public static TimeSpan LateArrival { get; } = Defaults.FlightTime - TimeSpan.FromTicks(1);

    /// <summary>After everything that anybody waits for.</summary>
    public static TimeSpan AfterFlight { get; } = TimeSpan.FromHours(2);

    /// <summary>A server that forgets its keys before a paused runner goes on.</summary>
    public static TimeSpan ShortWindow { get; } = TimeSpan.FromMinutes(20);

    /// <summary>Between runs of a closing phase: longer than every lag.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromMinutes(10);
}
