namespace Semel;

/// <summary>A read that had to answer "present or absent" answered neither; nothing was created and nothing deleted.</summary>
public sealed class UnknownException(ResourceKey key, string message, int? status, Exception? innerException = null)
    : ResourceException(key, message, innerException)
{
    /// <summary>The HTTP status of the read; null when there was none.</summary>
    public int? Status { get; } = status;
}
