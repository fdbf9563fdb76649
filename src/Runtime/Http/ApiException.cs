namespace Semel;

/// <summary>The API did not answer a request as documented: an error status, no reply in time, or a reply that cannot be read.</summary>
public sealed class ApiException : SemelException
{
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="path">The request's path, without its query.</param>
    /// <param name="status">The reply's status, if there was one.</param>
    /// <param name="problem">What the API said.</param>
    /// <param name="retryAfter">How long the API asks to wait.</param>
    /// <param name="innerException">The cause.</param>
    public ApiException(string message, HttpMethod method, string path, int? status = null, string? problem = null, TimeSpan? retryAfter = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Method = method;
        Path = path;
        Status = status;
        Problem = problem;
        RetryAfter = retryAfter;
    }

    /// <summary>The HTTP status; null when there was no reply.</summary>
    public int? Status { get; }

    /// <summary>The request's method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The request's path, without its query.</summary>
    public string Path { get; }

    /// <summary>What the API said: at most 500 characters of its <c>detail</c>, <c>title</c>, <c>message</c> or <c>error</c>, without the request's secrets; null when it said nothing readable.</summary>
    public string? Problem { get; }

    /// <summary>How long the API asks to wait before the next request (<c>Retry-After</c>); null when it doesn't.</summary>
    public TimeSpan? RetryAfter { get; }
}
