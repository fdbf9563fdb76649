using System.Net.Sockets;

namespace Semel.Testing.Handler;

/// <summary>The exceptions that a real connection gives its client.</summary>
internal static class HandlerFailures
{
    /// <summary>The same whether the request or the reply was lost: a client cannot tell.</summary>
    public static HttpRequestException Lost() => new(
        HttpRequestError.ResponseEnded, "Scripted: the connection was lost before a reply.",
        new HttpIOException(HttpRequestError.ResponseEnded, "Scripted: the response ended prematurely."));

    public static HttpRequestException Refused() => new(
        HttpRequestError.ConnectionError, "Scripted: the connection was refused.", new SocketException((int)SocketError.ConnectionRefused));

    public static TaskCanceledException TimedOut() => new("Scripted: the request timed out.", new TimeoutException("Scripted: the request timed out."));

    public static OperationCanceledException Cancelled(CancellationTokenSource source)
    {
        source.Cancel();
        return new OperationCanceledException("Scripted: the request was cancelled.", source.Token);
    }
}
