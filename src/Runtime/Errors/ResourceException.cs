namespace Semel;

/// <summary>An error about one resource key.</summary>
public abstract class ResourceException(ResourceKey key, string message, Exception? innerException = null)
    : SemelException(message, innerException)
{
    /// <summary>The resource key.</summary>
    public ResourceKey Key { get; } = key;
}
