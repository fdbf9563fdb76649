using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Semel.Runtime.Tests.Http;
using Semel.Runtime.Tests.Remote;

namespace Semel.Runtime.Tests.Sets;

/// <summary>A network with members, rules and guests. It shows numbers as texts and words in upper case, and adds properties of its own.</summary>
internal sealed class SetApi : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<JsonObject>> _sets = new() { ["members"] = [], ["rules"] = [], ["guests"] = [] };
    private LoopbackApi _server = null!;
    private int _made;

    /// <summary>What changed something, in order: <c>POST members</c>, <c>DELETE members/s1</c>.</summary>
    public List<string> Mutations { get; } = [];

    public int Requests => _server.Seen.Count;

    /// <summary>The next request that begins so loses its request, its reply, or is answered with a status.</summary>
    public (string Request, string Fault)? Next { get; set; }

    public HttpClient Http { get; private set; } = null!;

    public static async Task<SetApi> StartAsync()
    {
        var api = new SetApi();
        api._server = await LoopbackApi.StartAsync(api.AnswerAsync);
        api.Http = api._server.NewClient();
        return api;
    }

    /// <summary>One word for each item: its <c>server_id</c>, port or name.</summary>
    public IReadOnlyList<string> Of(string set) => [.. _sets[set].Select(item => (item["server_id"] ?? item["port"] ?? item["name"])!.ToString()).Order(StringComparer.Ordinal)];

    /// <summary>Somebody else's hand.</summary>
    public void Edit(string set, Action<List<JsonObject>> edit) => edit(_sets[set]);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var segments = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries); // networks/n1/members/s1
        var (method, set, id) = (context.Request.Method, segments[2], segments.ElementAtOrDefault(3));
        var request = $"{method} {set}{(id is null ? "" : $"/{id}")}";
        var fault = Next is { } next && request.StartsWith(next.Request, StringComparison.Ordinal) ? next.Fault : null;
        if (fault is not null) Next = null;
        if (fault == "lost request") context.Abort();
        else if (int.TryParse(fault, out var status)) await new Answer(status).WriteAsync(context);
        else
        {
            Answer answer;
            lock (_gate)
            {
                if (method != "GET") Mutations.Add(request);
                answer = Answered(method, _sets[set], set, id, _server.Seen.Last().Body);
            }

            if (fault == "lost reply") context.Abort();
            else await answer.WriteAsync(context);
        }
    }

    private Answer Answered(string method, List<JsonObject> items, string set, string? id, string body) => (method, id) switch
    {
        ("GET", null) => new(200, new JsonObject { ["items"] = new JsonArray([.. items.Select(Shown)]) }.ToJsonString()),
        ("GET", _) => items.Find(item => IdOf(item) == id) is { } found ? new(200, Shown(found).ToJsonString()) : new(404),
        ("POST", _) => Posted(items, set, (JsonObject)JsonNode.Parse(body)!),
        ("PUT", _) => Put(items, id!),
        ("DELETE", _) => new(items.RemoveAll(item => IdOf(item) == id) > 0 ? 204 : 404),
        _ => new(405),
    };

    private Answer Posted(List<JsonObject> items, string set, JsonObject item)
    {
        if (set == "rules") (item["id"], item["created_at"]) = ($"r{++_made}", "2026-01-01T00:00:00Z");
        items.Add(item);
        return set == "rules" ? new(201, Shown(item).ToJsonString()) : new(204);
    }

    private static Answer Put(List<JsonObject> items, string name)
    {
        if (!items.Exists(item => IdOf(item) == name)) items.Add(new JsonObject { ["name"] = name });
        return new(204);
    }

    private static string IdOf(JsonObject item) => (item["server_id"] ?? item["id"] ?? item["name"])!.ToString();

    private static JsonNode Shown(JsonObject item)
    {
        var shown = (JsonObject)item.DeepClone();
        shown["x_own"] = true;
        if (shown["port"] is { } port) shown["port"] = port.ToString();
        if (shown["protocol"] is { } protocol) shown["protocol"] = protocol.ToString().ToUpperInvariant();
        return shown;
    }
}
