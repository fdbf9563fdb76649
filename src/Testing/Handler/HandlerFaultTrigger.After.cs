using Semel.Testing.Handler;

namespace Semel.Testing;

public sealed partial class HandlerFaultTrigger
{
    /// <summary>Sends the request and throws its reply away; the client gets the same exception as after <see cref="LoseRequest"/>.</summary>
    public Fault LoseReply() => InsteadOfTheReply(HandlerFailures.Lost);

    /// <summary>Sends the request and throws its reply away; the client gets the exception of a timeout.</summary>
    public Fault TimeOutAfterSending() => InsteadOfTheReply(HandlerFailures.TimedOut);

    /// <summary>Sends the request, throws its reply away, and cancels the source whose token the client's caller has given.</summary>
    public Fault CancelAfterSending(CancellationTokenSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return InsteadOfTheReply(() => HandlerFailures.Cancelled(source));
    }

    /// <summary>Sends the request; the reply's body ends in its middle, as where a connection breaks.</summary>
    public Fault TruncateReply() => Afterwards(static async response =>
    {
        byte[] body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        response.Content = new TruncatedContent(body.AsMemory(0, body.Length / 2), response.Content.Headers);
        return response;
    });

    /// <summary>Sends the request; the client gets this status and body instead of those of the reply.</summary>
    /// <param name="status">From 200 to 599.</param>
    /// <param name="body">Shown as <c>application/json</c>.</param>
    public Fault ReplaceReply(int status, string body = "")
    {
        CheckStatus(status);
        ArgumentNullException.ThrowIfNull(body);
        return Afterwards(response =>
        {
            HttpResponseMessage replaced = Answer(response.RequestMessage, status, body);
            response.Dispose();
            return Task.FromResult(replaced);
        });
    }

    /// <summary>Sends the request and holds its reply until <see cref="Fault.Release"/>. Joins the next fault on the same request.</summary>
    public Fault HoldReply() => Script(new HandlerEffect
    {
        Decides = false,
        After = static async (fault, response, cancellationToken) =>
        {
            fault.CountHit();
            await fault.Released.WaitAsync(cancellationToken).ConfigureAwait(false);
            return response;
        },
    });
}
