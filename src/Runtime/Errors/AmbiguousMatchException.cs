namespace Semel;

/// <summary>More than one resource matches; none is chosen.</summary>
public sealed class AmbiguousMatchException(ResourceKey key, string message, IReadOnlyList<string> candidates)
    : ResourceException(key, message)
{
    /// <summary>Ids of the resources found.</summary>
    public IReadOnlyList<string> Candidates { get; } = candidates;
}
