using System.Text;
using System.Text.Json.Nodes;

namespace Semel.Testing.Http;

/// <summary>What the client is to be told.</summary>
internal sealed record Reply(int Status, JsonNode? Json = null)
{
    /// <summary>Nothing: the connection is aborted.</summary>
    public static readonly Reply Lost = new(0) { Delivery = Delivery.None };

    public Delivery Delivery { get; init; } = Delivery.Whole;

    /// <summary>Sent instead of <see cref="Json"/> where set.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static Reply Problem(int status, string id, string message) =>
        new(status, new JsonObject { ["id"] = id, ["message"] = message });

    public static Reply NotFound(string what) => Problem(404, "not_found", $"There is no {what}.");

    public byte[] Body() => Encoding.UTF8.GetBytes(Text ?? Json?.ToJsonString() ?? "");
}

/// <summary>How much of a reply reaches the wire.</summary>
internal enum Delivery
{
    Whole,
    Half,
    None,
}
