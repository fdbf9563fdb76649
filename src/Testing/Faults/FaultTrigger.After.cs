using System.Text.Json.Nodes;
using Semel.Testing.Faults;
using Semel.Testing.Http;

namespace Semel.Testing;

public sealed partial class FaultTrigger
{
    /// <summary>Applies the request, then aborts the connection before a byte of the reply.</summary>
    public Fault LoseReply() => Afterwards(static (_, _) => Reply.Lost);

    /// <summary>Applies the request, then answers with this status and the API's usual error body.</summary>
    public Fault FailAfterApplying(int status = 500)
    {
        Reply failure = Standard(status);
        return Afterwards((_, _) => failure);
    }

    /// <summary>Applies the request, then sends the reply's head and half of its body and closes the connection.</summary>
    public Fault TruncateReply() => Afterwards(static (_, reply) => reply with { Delivery = Delivery.Half });

    /// <summary>Applies the request, then answers with the right status and a body that is no JSON.</summary>
    public Fault UnreadableReply() => Afterwards(static (_, reply) => reply with { Text = "<html><body>Welcome</body></html>" });

    /// <summary>Applies the request, then answers with the right status and without the id of the resource, or of the operation and where it is.</summary>
    public Fault ReplyWithoutId() => Afterwards(static (situation, reply) =>
    {
        if (reply.Json?["operation"] is JsonObject operation)
        {
            operation.Remove("id");
            operation.Remove("resource_id");
            return reply with { Headers = [.. reply.Headers.Where(header => header.Key != "Operation-Location")] };
        }

        if (RouteTable.Locate(situation.Request.Path) is { } location && reply.Json?[location.Definition.Singular] is JsonObject resource)
            resource.Remove(location.Definition.IdProperty);
        return reply;
    });

    /// <summary>Applies the request, then holds the reply until <see cref="Fault.Release"/>; until then its idempotency key is in use.</summary>
    public Fault HoldReply() => Script(new FaultEffect
    {
        Decides = false,
        KeepsWorking = true,
        After = static async (run, situation, reply) =>
        {
            run.Mark();
            await run.Released.WaitAsync(situation.Stopping);
            return reply;
        },
    });

    /// <summary>Applies the request, then waits until the client gives up.</summary>
    public Fault HangAfterApplying() => Script(new FaultEffect
    {
        After = static async (run, situation, _) =>
        {
            run.Mark();
            await Task.Delay(Timeout.InfiniteTimeSpan, situation.Gone);
            return Reply.Lost;
        },
    });
}
