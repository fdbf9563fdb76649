using System.Text.Json.Serialization;

namespace Semel.Workflows;

/// <summary>What a run would do about a resource, and why.</summary>
public sealed record ResourcePlan
{
    /// <summary>The model of its key.</summary>
    public required string Model { get; init; }

    /// <summary>The instance of its key; in it, what is known only after a create stands as such.</summary>
    public required string Instance { get; init; }

    /// <summary>What would be done.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What its API lets Semel promise.</summary>
    public required Guarantee Guarantee { get; init; }

    /// <summary>The id of the resource that is there; null where none is.</summary>
    public string? Id { get; init; }

    /// <summary>True when the API was asked.</summary>
    public bool Verified { get; init; }

    /// <summary>What else would be done: follow-ups, deletes of what it replaces, waits.</summary>
    public IReadOnlyList<string> Duties { get; init; } = [];

    /// <summary>What is not as it is wanted; of a verdict Reuse it stays so.</summary>
    public IReadOnlyList<Difference> Changes { get; init; } = [];

    /// <summary>The fingerprint of what is wanted; null where that is known only after a create.</summary>
    public string? Fingerprint { get; init; }

    [JsonIgnore]
    internal ResourceKey Key { get; init; } = null!;
}
