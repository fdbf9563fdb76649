namespace Semel.Testing;

/// <summary>A fault that a create meets once, or a few times, before it works.</summary>
public sealed class CreateFault
{
    private readonly Func<HandlerFaultTrigger, IReadOnlyList<Fault>> _onClient;
    private readonly Func<FaultTrigger, IReadOnlyList<Fault>>? _onServer;

    /// <summary>A fault of your own.</summary>
    /// <param name="name">What the report calls it.</param>
    /// <param name="script">Scripts it for the requests that create, and returns what must act.</param>
    public CreateFault(string name, Func<HandlerFaultTrigger, IReadOnlyList<Fault>> script) : this(name, script, null)
    {
    }

    private CreateFault(string name, Func<HandlerFaultTrigger, IReadOnlyList<Fault>> onClient, Func<FaultTrigger, IReadOnlyList<Fault>>? onServer)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(onClient);
        (Name, _onClient, _onServer) = (name, onClient, onServer);
    }

    /// <summary>What the report calls it.</summary>
    public string Name { get; }

    /// <summary>Every fault that a correct client gets over: nothing, then what comes before the create is applied, then what comes after.</summary>
    public static IReadOnlyList<CreateFault> All { get; } =
    [
        new("none", static _ => []),
        new("connection refused", static create => [create.RefuseConnection()]),
        new("lost request", static create => [create.LoseRequest()], static create => [create.LoseRequest()]),
        new("timeout before sending", static create => [create.TimeOut()]),
        new("500, not applied", static create => [create.Reply(500)], static create => [create.Reject(500)]),
        new("503, not applied", static create => [create.Reply(503)], static create => [create.Reject(503)]),
        new("429, not applied", static create => [create.Reply(429)], static create => [create.Reject(429)]),
        new("lost reply", static create => [create.LoseReply()], static create => [create.LoseReply()]),
        new("two lost replies", static create => [create.LoseReply(), create.LoseReply()], static create => [create.LoseReply(), create.LoseReply()]),
        new("timeout after sending", static create => [create.TimeOutAfterSending()]),
        new("truncated reply", static create => [create.TruncateReply()], static create => [create.TruncateReply()]),
        new("unreadable reply", static create => [create.ReplaceReply(200, "<html>")], static create => [create.UnreadableReply()]),
        new("reply without id", static create => [create.ReplaceReply(201, "{}")], static create => [create.ReplyWithoutId()]),
        new("applied, then 500", static create => [create.ReplaceReply(500)], static create => [create.FailAfterApplying(500)]),
        new("applied, then 409", static create => [create.ReplaceReply(409)], static create => [create.FailAfterApplying(409)]),
        new("lost reply, then 401", static create => [create.LoseReply(), create.Reply(401)], static create => [create.LoseReply(), create.Reject(401)]),
    ];

    /// <summary>Scripts the fault on the server where that can be, else in front of it.</summary>
    internal IReadOnlyList<Fault> Script(CreateTarget target, FaultHandler handler) =>
        _onServer is not null && target.Server is { } server
            ? _onServer(server.On(target.Method, target.Path))
            : _onClient(handler.On(target.Method, target.Path));
}
