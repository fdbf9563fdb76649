namespace Semel.Simulation;

/// <summary>What the server knows of idempotency keys. It never marks a replay: a mark helps people only.</summary>
internal sealed partial class SimulatedServer
{
    public void ForgetKeys() => _keys.Clear();

    /// <summary>With the resource that was deleted last, its key is forgotten.</summary>
    public void ForgetKeyOfDeleted()
    {
        if (Resources.Where(resource => !resource.IsLive).MaxBy(resource => resource.DeletedIn) is not { } deleted) return;
        foreach (var (key, _) in _keys.Where(pair => pair.Value.Id == deleted.Id).ToList()) _keys.Remove(key);
    }

    public bool Knows(ServerRequest request, TimeSpan now) => Stored(request, now) is not null;

    /// <summary>The server breaks, and keeps that as its answer to this key.</summary>
    public ServerReply StoreError(ServerRequest request, TimeSpan now) => Keep(ServerReply.Problem(500, "something broke") with { RetryAfterSeconds = 480 }, request, now);

    /// <summary>What the request says is refused, this once, or as often as its key comes.</summary>
    public ServerReply Refuse(ServerRequest request, TimeSpan now)
    {
        var refusal = ServerReply.Problem(422, "not like this");
        return profile.StoresRejections ? Keep(refusal, request, now) : refusal;
    }

    private ServerReply Keep(ServerReply reply, ServerRequest request, TimeSpan now)
    {
        if (request.Key is not null) _keys[request.Key] = new(reply, Hash.Of(request.Body), now, "");
        return reply;
    }

    private StoredReply? Stored(ServerRequest request, TimeSpan now) =>
        profile.KeyWindow is { } window && request.Key is not null && _keys.TryGetValue(request.Key, out var known) && now - known.At < window ? known : null;

    private sealed record StoredReply(ServerReply Reply, ulong Body, TimeSpan At, string Id);
}
