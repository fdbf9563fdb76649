namespace Semel;

/// <summary>The API rejected the create: it is proved that nothing was created. Fix the cause and run again.</summary>
public sealed class RejectedException(ResourceKey key, string message, int? status, string? problem, Exception? innerException = null)
    : ResourceException(key, message, innerException)
{
    /// <summary>The HTTP status; null when the request did not reach the server.</summary>
    public int? Status { get; } = status;

    /// <summary>What the API said, without the request's secrets.</summary>
    public string? Problem { get; } = problem;
}
