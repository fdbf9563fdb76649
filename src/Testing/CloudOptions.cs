namespace Semel.Testing;

/// <summary>How a <see cref="CloudServer"/> starts.</summary>
public sealed record CloudOptions
{
    /// <summary>The bearer token that every request must carry; null: none is asked for. Default: null.</summary>
    public string? Token { get; init; }

    /// <summary>The clock of <c>created_at</c>, of the list lag and of delays. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How long a created server has the status <c>new</c> before it is <c>active</c>. Default: zero.</summary>
    public TimeSpan StartupTime { get; init; }

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (StartupTime < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(StartupTime), StartupTime, "StartupTime must not be negative.");
        if (Token is { Length: 0 })
            throw new ArgumentException("Token must be null or not empty.", nameof(Token));
    }
}
