namespace Semel.Simulation;

/// <summary>Requests on their way, and what becomes of them on arrival.</summary>
internal sealed class Network(World world)
{
    private int _sent;

    public List<Message> InFlight { get; } = [];

    /// <summary>The message that arrives next.</summary>
    public Message? NextDue
    {
        get
        {
            Message? next = null;
            foreach (var message in InFlight)
            {
                if (next is null || message.Due < next.Due) next = message;
            }

            return next;
        }
    }

    public Message Send(Process sender, ServerRequest request, TimeSpan delay)
    {
        var message = new Message(_sent++, sender, request, world.Now + delay);
        InFlight.Add(message);
        return message;
    }

    public void Apply(Message message, FaultId fault)
    {
        InFlight.Remove(message);
        world.Server.Advance(world.Now);
        if (message.Request.IsMutating) message.Sender.Mutations++;
        message.Reply = Answer(message, message.Request, fault);
        message.Sender.Observe(message.Reply.Digest());
        world.Tell($"server: {message.Request.Verb.ToString().ToUpperInvariant()} {message.Request.Path} of {World.NameOf(message.Sender.Index)} → {message.Reply.Status}");
    }

    public void AddTo(ref Hash hash)
    {
        foreach (var message in InFlight)
        {
            hash.Add(message.Request.Digest());
            hash.Add(message.Due.Ticks);
            hash.Add(message.Sender.Index);
        }
    }

    private ServerReply Answer(Message message, ServerRequest request, FaultId fault) => fault switch
    {
        FaultId.Unauthorized => ServerReply.Problem(401, "who are you"),
        FaultId.Forbidden => ServerReply.Problem(403, "not for you"),
        FaultId.NotFound => ServerReply.Problem(404, "there is none"),
        FaultId.Invalid => world.Server.Refuse(request, world.Now),
        FaultId.TooMany => ServerReply.Problem(429, "slower") with { RetryAfterSeconds = 480 },
        FaultId.ServerError => ServerReply.Problem(500, "something broke"),
        FaultId.Redirect307 => new(307) { Location = "/things" },
        FaultId.Redirect308 => new(308) { Location = "/things" },
        FaultId.Redirect303 => new(303) { Location = "/elsewhere" },
        FaultId.Refused => ServerReply.Problem(409, "it is in use"),
        FaultId.UnreadableRead => new(200, "<html>"),
        FaultId.StaleRead => Stale(request, Times.Lag),
        FaultId.StaleReplica => Stale(request, TimeSpan.FromHours(2)),
        FaultId.AppliedThenServerError => After(request, ServerReply.Problem(500, "something broke")),
        FaultId.AppliedThenNotFound => After(request, ServerReply.Problem(404, "there is none")),
        FaultId.AppliedThenConflict => After(request, ServerReply.Problem(409, "it exists")),
        FaultId.AppliedWithoutId => After(request, new(200, """{"thing":{"name":"web-1"}}""")),
        FaultId.AppliedUnreadable => After(request, new(201, "<html>")),
        FaultId.AcceptedThenFailed => Accepted(request),
        FaultId.SoftDelete => SoftDelete(request),
        FaultId.IgnoresKey => Handle(request with { Key = null }, fault),
        FaultId.StoresError when !world.Server.Knows(request, world.Now) => world.Server.StoreError(request, world.Now),
        FaultId.InProgress when !world.Server.Knows(request, world.Now) => InProgress(message),
        FaultId.EndsInError => InError(request),
        FaultId.DropsKeyAtDelete => DropKey(request),
        _ => Handle(request, fault),
    };

    private ServerReply Handle(ServerRequest request, FaultId fault)
    {
        var lag = fault switch
        {
            FaultId.Lag => Times.Lag,
            FaultId.LagBeyond => Times.Lag + TimeSpan.FromHours(3),
            _ => TimeSpan.Zero,
        };
        return world.Server.Handle(request, world.Now, lag, fault == FaultId.MarkerDropped);
    }

    /// <summary>A replica that is behind answers.</summary>
    private ServerReply Stale(ServerRequest request, TimeSpan behind)
    {
        var asOf = world.Now - behind;
        return request.Verb == Verb.List ? world.Server.List(request, asOf) : world.Server.Read(request, asOf);
    }

    private ServerReply After(ServerRequest request, ServerReply reply)
    {
        var applied = Handle(request, FaultId.None);
        return applied.Status is >= 200 and < 300 ? reply : applied;
    }

    private ServerReply Accepted(ServerRequest request)
    {
        var before = world.Server.Resources.Count;
        var reply = Handle(request, FaultId.None);
        if (world.Server.Resources.Count == before) return reply;
        world.Server.Resources[^1].FailsAt = world.Now + (SimulatedServer.OperationTime / 2);
        return reply with { Status = 202 };
    }

    /// <summary>An earlier request of this key is being worked on, and done a minute later.</summary>
    private ServerReply InProgress(Message message)
    {
        Send(message.Sender, message.Request, TimeSpan.FromMinutes(1));
        return ServerReply.Problem(409, "a request with this key is in progress");
    }

    private ServerReply InError(ServerRequest request)
    {
        var before = world.Server.Resources.Count;
        var reply = Handle(request, FaultId.None);
        if (world.Server.Resources.Count > before) world.Server.Resources[^1].EndsInError = true;
        return reply;
    }

    private ServerReply DropKey(ServerRequest request)
    {
        var reply = Handle(request, FaultId.None);
        if (reply.Status == 204) world.Server.ForgetKeyOfDeleted();
        return reply;
    }

    private ServerReply SoftDelete(ServerRequest request)
    {
        var reply = Handle(request, FaultId.None);
        if (reply.Status == 204) world.Server.ShowDeleted();
        return reply;
    }
}
