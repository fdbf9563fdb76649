namespace Semel;

/// <summary>Where and how a create takes its idempotency key, and what the server does with it.</summary>
/// <param name="Place">Header, query or body.</param>
/// <param name="Name">Name of the header or parameter, or property path in the body: <c>Idempotency-Key</c>.</param>
/// <param name="Shape">How the key is written.</param>
public sealed record IdempotencyKeyField(KeyPlace Place, string Name, KeyShape Shape = KeyShape.Text)
{
    /// <summary>How long the server remembers a key, from its first use; null: for ever. Default: 24 hours.</summary>
    public TimeSpan? Window { get; init; } = TimeSpan.FromHours(24);

    /// <summary>True: a key that is older than the window is refused, never taken for a new one. Default: false.</summary>
    public bool RejectsLate { get; init; }

    /// <summary>Header that takes the time of the first send as HTTP date: <c>Repeatability-First-Sent</c>; null where there is none.</summary>
    public string? FirstSentHeader { get; init; }

    /// <summary>Header of the reply that marks a replay: <c>Idempotent-Replayed</c>; null where nothing does.</summary>
    public string? ReplayedHeader { get; init; }

    /// <summary>Most characters that a key may have. Default: 255. At least 20.</summary>
    public int MaximumLength { get; init; } = 255;

    /// <summary>True: a key may hold letters and digits only. Default: false.</summary>
    public bool LettersAndDigitsOnly { get; init; }
}
