using System.Text.Json.Nodes;

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

    /// <summary>The JSON that the API answered with, without the request's secrets; null where it answered with none. It is in no message and no log of Semel's.</summary>
    public JsonNode? Body { get; internal init; }

    /// <summary>The body as the document's model of this error shows it; null where the document has none for this status, or the body is no object.</summary>
    /// <example><c>catch (ApiException failed) when (failed.Error is Models.Error { Code: "quota" } error)</c></example>
    public View? Error { get; internal init; }

    /// <summary>The problem details (RFC 9457), understood without a document; null where the body is something else.</summary>
    public ApiProblem? Details { get; internal init; }

    /// <summary>How long the API asks to wait before the next request (<c>Retry-After</c>); null when it doesn't.</summary>
    public TimeSpan? RetryAfter { get; }
}
