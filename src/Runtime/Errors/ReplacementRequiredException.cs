namespace Semel;

/// <summary>What is wanted of the recorded resource can't be reached by an update: only a new resource can have it. Nothing was changed.</summary>
public sealed class ReplacementRequiredException(ResourceKey key, string message, IReadOnlyList<Difference> differences) : ResourceException(key, message)
{
    /// <summary>What differs; those that need a new resource say so.</summary>
    public IReadOnlyList<Difference> Differences { get; } = differences;
}
