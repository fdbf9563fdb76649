namespace Semel;

/// <summary>What an exception of a send proves, by its type and error code only.</summary>
internal static class SendFailure
{
    private const long RefusedStream = 7; // RFC 9113, section 7: REFUSED_STREAM

    /// <summary>True when no connection came to be.</summary>
    public static bool IsBeforeConnection(Exception error) => error is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError,
    };

    /// <summary>True when the server says that it did not look at the request.</summary>
    public static bool IsRefusedStream(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpProtocolException { ErrorCode: RefusedStream }) return true;
        }

        return false;
    }

    /// <summary>The error's type and code: <c>HttpRequestException, ResponseEnded</c>. Messages may quote what was sent.</summary>
    public static string Describe(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } http => $"{nameof(HttpRequestException)}, {http.HttpRequestError}",
        HttpIOException io => $"{nameof(HttpIOException)}, {io.HttpRequestError}",
        _ => error.GetType().Name,
    };
}
