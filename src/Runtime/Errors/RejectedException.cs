namespace Semel;

/// <summary>The API rejected the create: it is proved that nothing was created. Fix the cause and run again.</summary>
public sealed class RejectedException(ResourceKey key, string message, int? status, string? problem, Exception? innerException = null)
    : ResourceException(key, message, innerException)
{
    /// <summary>The HTTP status; null when the request did not reach the server.</summary>
    public int? Status { get; } = status;

    /// <summary>What the API said, without the request's secrets.</summary>
    public string? Problem { get; } = problem;

    /// <summary>The reply's body as the document's model of this error shows it; null where there is none.</summary>
    public View? Error => (InnerException as ApiException)?.Error;

    /// <summary>The reply's problem details (RFC 9457); null where it had none.</summary>
    public ApiProblem? Details => (InnerException as ApiException)?.Details;
}
