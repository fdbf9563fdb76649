using System.Text.Json.Nodes;
using Semel.Testing.Http;
using Semel.Testing.Storage;

namespace Semel.Testing.Keys;

/// <summary>What the server knows of one key.</summary>
/// <param name="Body">The first request's body, for comparison.</param>
/// <param name="FirstSeen">When that came.</param>
internal sealed record KeyEntry(string? Body, DateTimeOffset FirstSeen)
{
    private (int Status, string? Json, IReadOnlyList<KeyValuePair<string, string>> Headers) _reply;

    /// <summary>What the first request made; null where a failure was kept instead.</summary>
    public StoredResource? Made { get; init; }

    /// <summary>A failure that the client is told takes the place of the reply.</summary>
    public bool Stores5xx { get; init; }

    public bool InProgress { get; set; }

    /// <summary>The reply as it is now: a later change of it, such as a fault's, is not kept.</summary>
    public void Keep(Reply reply) => _reply = (reply.Status, reply.Json?.ToJsonString(), reply.Headers);

    public Reply Replay() =>
        new(_reply.Status, _reply.Json is null ? null : JsonNode.Parse(_reply.Json)) { Headers = _reply.Headers };
}
