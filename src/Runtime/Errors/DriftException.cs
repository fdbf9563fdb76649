namespace Semel;

/// <summary>The recorded resource is not as it is wanted, and that is declared to be an error (<see cref="OnDrift.Fail"/>). Nothing was changed.</summary>
public sealed class DriftException(ResourceKey key, string message, IReadOnlyList<Difference> differences) : ResourceException(key, message)
{
    /// <summary>What differs.</summary>
    public IReadOnlyList<Difference> Differences { get; } = differences;
}
