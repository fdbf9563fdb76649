using System.Text.Json.Nodes;

namespace Semel.Processes;

/// <summary>What a run came to: a resource, or an error.</summary>
internal sealed record Report(string? Id, string? Outcome, int Generation, string? Error, string? Message)
{
    /// <summary>It was too slow to send anything: to be run again.</summary>
    public bool IsLate { get; private init; }

    /// <summary>Who holds the key, as host and process id; null: nobody, or that is not known.</summary>
    public string? Holder { get; private init; }

    public static Report Of<T>(Ensured<T> ensured) => new(ensured.Id, ensured.Outcome.ToString(), ensured.Generation, null, null);

    public static Report Of(Exception error) => new(null, null, 0, error.GetType().Name, error.Message)
    {
        IsLate = error is RejectedException { Status: null },
        Holder = error is BusyException { Holder: { } holder } ? $"{holder.Host}/{holder.Process}" : null,
    };

    public static Report Deleted(string id) => new(id, "Deleted", 0, null, null);

    public static Report Parse(string line)
    {
        var json = JsonNode.Parse(line)!.AsObject();
        return new((string?)json["id"], (string?)json["outcome"], (int)json["generation"]!, (string?)json["error"], (string?)json["message"]) { IsLate = (bool)json["late"]!, Holder = (string?)json["holder"] };
    }

    /// <summary>One line of JSON.</summary>
    public string ToLine() => new JsonObject
    {
        ["id"] = Id,
        ["outcome"] = Outcome,
        ["generation"] = Generation,
        ["error"] = Error,
        ["message"] = Message,
        ["late"] = IsLate,
        ["holder"] = Holder,
    }.ToJsonString();
}
