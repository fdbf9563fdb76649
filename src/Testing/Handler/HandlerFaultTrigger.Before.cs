using Semel.Testing.Handler;

namespace Semel.Testing;

public sealed partial class HandlerFaultTrigger
{
    /// <summary>Does not send the request; the client gets the same exception as after <see cref="LoseReply"/>: it cannot tell.</summary>
    public Fault LoseRequest() => Instead(static _ => throw HandlerFailures.Lost());

    /// <summary>Does not send the request; the client gets the exception of a connection that was refused, which proves that.</summary>
    public Fault RefuseConnection() => Instead(static _ => throw HandlerFailures.Refused());

    /// <summary>Does not send the request; the client gets the exception of a timeout.</summary>
    public Fault TimeOut() => Instead(static _ => throw HandlerFailures.TimedOut());

    /// <summary>Does not send the request, and cancels the source whose token the client's caller has given.</summary>
    public Fault Cancel(CancellationTokenSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Instead(_ => throw HandlerFailures.Cancelled(source));
    }

    /// <summary>Does not send the request; the client gets this answer.</summary>
    /// <param name="status">From 200 to 599.</param>
    /// <param name="body">Sent as <c>application/json</c>.</param>
    public Fault Reply(int status, string body = "")
    {
        CheckStatus(status);
        ArgumentNullException.ThrowIfNull(body);
        return Instead(request => Answer(request, status, body));
    }

    /// <summary>Waits by the handler's clock, then sends the request. Joins the next fault on the same request.</summary>
    public Fault Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return Script(new HandlerEffect
        {
            Decides = false,
            Before = async (fault, _, cancellationToken) =>
            {
                Task delay = Task.Delay(time, _clock, cancellationToken);
                fault.CountHit();
                await delay.ConfigureAwait(false);
                return null;
            },
        });
    }

    /// <summary>Holds the request until <see cref="Fault.Release"/> and sends it then, unless the client has given up. Joins the next fault on the same request.</summary>
    public Fault Hold() => Script(new HandlerEffect
    {
        Decides = false,
        Before = static async (fault, _, cancellationToken) =>
        {
            fault.CountHit();
            await fault.Released.WaitAsync(cancellationToken).ConfigureAwait(false);
            return null;
        },
    });
}
