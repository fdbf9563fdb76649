namespace Semel.Generator.Model;

internal enum KeyPlace { Header, Query, Body }

internal enum KeyShape { Text, StructuredString, Uuid4 }

/// <summary>Where a create takes its idempotency key, and what the server does with it.</summary>
/// <param name="Name">Name of the header or parameter, or property path in the body.</param>
internal sealed record IdempotencyKeyModel(KeyPlace Place, string Name, KeyShape Shape)
{
    public static readonly TimeSpan UsualWindow = TimeSpan.FromHours(24);

    public const int UsualLength = 255;

    /// <summary>How long the server remembers a key; null: for ever.</summary>
    public TimeSpan? Window { get; init; } = UsualWindow;

    /// <summary>Whether a key that is too old is refused rather than taken for a new one.</summary>
    public bool RejectsLate { get; init; }

    /// <summary>Header with the time of the first send, or null.</summary>
    public string? FirstSentHeader { get; init; }

    /// <summary>Header of the reply that marks a replay, or null.</summary>
    public string? ReplayedHeader { get; init; }

    public int MaximumLength { get; init; } = UsualLength;

    public bool LettersAndDigitsOnly { get; init; }
}
