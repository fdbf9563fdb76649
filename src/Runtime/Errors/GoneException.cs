namespace Semel;

/// <summary>The resource was deleted, as its record says; nothing was sent.</summary>
public sealed class GoneException(ResourceKey key, string message, string id) : ResourceException(key, message)
{
    /// <summary>The id of the resource that was deleted.</summary>
    public string Id { get; } = id;
}
