namespace Semel;

/// <summary>Another runner holds the key, or may still be sending its create.</summary>
public sealed class BusyException(ResourceKey key, string message, Runner? holder = null) : ResourceException(key, message)
{
    /// <summary>Who; null where that is not known.</summary>
    public Runner? Holder { get; } = holder;
}
