namespace Semel.HandWritten.Tests;

/// <summary>A resource of the simulated API, as a person would write it.</summary>
public sealed record Item(string Id, string Name, string Size, string Status, IReadOnlyList<string> Tags);

/// <summary>What creates one.</summary>
public sealed record ItemCreate(string Name, string Owner, string Size, string Secret)
{
    /// <summary>Texts that a list can be filtered by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
