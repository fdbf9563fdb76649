namespace Semel.Runtime.Tests.HandWritten;

/// <summary>A resource of the small cloud, as a person would write it.</summary>
public sealed record Thing(string Id, string Name, IReadOnlyList<string> Tags);

/// <summary>What creates one.</summary>
public sealed record ThingCreate(string Name)
{
    public IReadOnlyList<string> Tags { get; init; } = [];
}
