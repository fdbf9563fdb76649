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
    public ServerReply StoreError(ServerRequest request, TimeSpan now)
    {
        var reply = ServerReply.Problem(500, "something broke");
        if (request.Key is not null) _keys[request.Key] = new(reply, Hash.Of(request.Body), now, "");
        return reply;
    }

    private StoredReply? Stored(ServerRequest request, TimeSpan now) =>
        profile.KeyWindow is { } window && request.Key is not null && _keys.TryGetValue(request.Key, out var known) && now - known.At < window ? known : null;

    private sealed record StoredReply(ServerReply Reply, ulong Body, TimeSpan At, string Id);
}
