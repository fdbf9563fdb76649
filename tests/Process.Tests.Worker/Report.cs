using System.Text.Json.Nodes;

namespace Semel.Processes;

/// <summary>What a run came to: a resource, or an error.</summary>
internal sealed record Report(string? Id, string? Outcome, int Generation, string? Error, string? Message)
{
    public static Report Of<T>(Ensured<T> ensured) => new(ensured.Id, ensured.Outcome.ToString(), ensured.Generation, null, null);

    public static Report Of(Exception error) => new(null, null, 0, error.GetType().Name, error.Message);

    public static Report Deleted(string id) => new(id, "Deleted", 0, null, null);

    public static Report Parse(string line)
    {
        var json = JsonNode.Parse(line)!.AsObject();
        return new((string?)json["id"], (string?)json["outcome"], (int)json["generation"]!, (string?)json["error"], (string?)json["message"]);
    }

    /// <summary>One line of JSON.</summary>
    public string ToLine() => new JsonObject
    {
        ["id"] = Id,
        ["outcome"] = Outcome,
        ["generation"] = Generation,
        ["error"] = Error,
        ["message"] = Message,
    }.ToJsonString();
}
