using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>An API's problem details (RFC 9457). A member of another type than the RFC gives is as absent.</summary>
public sealed class ApiProblem
{
    private static readonly string[] Members = ["type", "title", "status", "detail", "instance"];

    private readonly JsonObject _json;

    private ApiProblem(JsonObject json) => _json = json;

    /// <summary>A URI that names the kind of problem; <c>about:blank</c> where the API names none.</summary>
    public string Type => Text("type") ?? "about:blank";

    /// <summary>The kind of problem for people; null where the API says none.</summary>
    public string? Title => Text("title");

    /// <summary>What happened this time, for people; null where the API says nothing.</summary>
    public string? Detail => Text("detail");

    /// <summary>A URI that names this occurrence; null where the API names none.</summary>
    public string? Instance => Text("instance");

    /// <summary>The status that the API meant, which a gateway may have changed; null where it says none.</summary>
    public int? Status => _json["status"] is { } node && node.GetValueKind() == JsonValueKind.Number && NumberText.TryGetInt64(node.ToJsonString(), out var status) ? (int)status : null;

    /// <summary>What else the API says, by name.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Extensions => _json.Where(member => !Members.Contains(member.Key)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Understood by its media type, or by its members where an API sends it as plain JSON.</summary>
    internal static ApiProblem? Of(JsonNode? body, string? mediaType)
    {
        if (body is not JsonObject json) return null;
        var problem = new ApiProblem(json);
        var isOne = string.Equals(mediaType, "application/problem+json", StringComparison.OrdinalIgnoreCase)
            || (problem.Title is not null && (problem.Detail is not null || problem.Status is not null || problem.Text("type") is not null));
        return isOne ? problem : null;
    }

    private string? Text(string name) => JsonLiteral.TryGetText(_json[name], out var text) ? text : null;
}
