namespace Semel;

/// <summary>A resource of the same name exists and is not proved to be ours.</summary>
public sealed class ConflictException(ResourceKey key, string message, IReadOnlyList<string> candidates)
    : ResourceException(key, message)
{
    /// <summary>Ids of the resources found.</summary>
    public IReadOnlyList<string> Candidates { get; } = candidates;
}
