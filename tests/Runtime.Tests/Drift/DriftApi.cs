using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Semel.Runtime.Tests.Http;
using Semel.Runtime.Tests.Remote;

namespace Semel.Runtime.Tests.Drift;

/// <summary>An API of things with a version each: it keeps what it is given, hides passwords, adds a time of its own and counts what changes something.</summary>
internal sealed class DriftApi : IAsyncDisposable
{
    private readonly Dictionary<string, JsonObject> _things = [];
    private LoopbackApi _server = null!;
    private int _made;

    /// <summary>What changes something, with its body and its If-Match.</summary>
    public List<(string Method, string Path, JsonObject Body, string? IfMatch)> Mutations { get; } = [];

    public int Requests { get; private set; }

    /// <summary>Answered instead of the next update; the update is applied where it is no refusal.</summary>
    public int? NextUpdate { get; set; }

    /// <summary>So many of the next updates are preceded by somebody else's hand, and so refused.</summary>
    public int StaleUpdates { get; set; }

    /// <summary>Answered instead of the next read of one.</summary>
    public int? NextRead { get; set; }

    /// <summary>Done before the next update is looked at.</summary>
    public Action? BeforeUpdate { get; set; }

    /// <summary>What is shown besides, of the password: JSON of an object.</summary>
    public Func<string, string>? Repeat { get; set; }

    /// <summary>The next request of the method loses its request or its reply.</summary>
    public (string Method, string Fault)? Next { get; set; }

    public IReadOnlyDictionary<string, JsonObject> Live => _things;

    public HttpClient Http { get; private set; } = null!;

    public static async Task<DriftApi> StartAsync()
    {
        var api = new DriftApi();
        api._server = await LoopbackApi.StartAsync(api.AnswerAsync);
        api.Http = new HttpClient { BaseAddress = api._server.Address };
        return api;
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return _server.DisposeAsync();
    }

    /// <summary>Somebody else's hand.</summary>
    public void Edit(string id, string property, JsonNode? value)
    {
        _things[id][property] = value;
        _things[id]["version"] = (int)_things[id]["version"]! + 1;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Requests++;
        var text = _server.Seen.Last().Body;
        var body = text.Length == 0 ? [] : (JsonObject)JsonNode.Parse(text)!;
        var id = context.Request.Path.Value!.Split('/')[^1];
        var match = context.Request.Headers.IfMatch.FirstOrDefault();
        if (context.Request.Method != "GET") Mutations.Add((context.Request.Method, context.Request.Path, (JsonObject)body.DeepClone(), match));
        if (Next is { } next && next.Method == context.Request.Method)
        {
            Next = null;
            if (next.Fault == "lost reply") await AnsweredAsync(Discarding(context), body, id, match);
            context.Abort();
            return;
        }

        await AnsweredAsync(context, body, id, match);
    }

    /// <summary>What is answered goes nowhere.</summary>
    private static DefaultHttpContext Discarding(HttpContext context)
    {
        var other = new DefaultHttpContext();
        (other.Request.Method, other.Request.Path, other.Request.ContentType) = (context.Request.Method, context.Request.Path, context.Request.ContentType);
        return other;
    }

    private async Task AnsweredAsync(HttpContext context, JsonObject body, string id, string? match)
    {
        if (context.Request.Method == "GET" && id != "things" && NextRead is { } status)
        {
            NextRead = null;
            await new Answer(status).WriteAsync(context);
            return;
        }

        if (context.Request.Method is "PATCH" or "PUT" && BeforeUpdate is { } hand)
        {
            BeforeUpdate = null;
            hand();
        }

        if (StaleUpdates > 0 && context.Request.Method is "PATCH" or "PUT")
        {
            StaleUpdates--;
            Edit(id, "note", StaleUpdates);
        }

        var answering = (context.Request.Method, _things.GetValueOrDefault(id)) switch
        {
            ("POST", _) => Show(context, 201, Create(body)),
            ("GET", null) when id == "things" => new Answer(200, new JsonObject { ["things"] = new JsonArray([.. _things.Values.Select(Shown)]) }.ToJsonString()).WriteAsync(context),
            (_, null) => new Answer(404).WriteAsync(context),
            ("GET", { } thing) => Show(context, 200, thing),
            ("DELETE", _) => _things.Remove(id) ? new Answer(204).WriteAsync(context) : new Answer(404).WriteAsync(context),
            (_, { } thing) when match is not null && match != $"\"{thing["version"]}\"" => new Answer(412).WriteAsync(context),
            (var method, { } thing) => UpdateAsync(context, method, thing, body),
        };
        await answering;
    }

    private JsonObject Create(JsonObject body)
    {
        var id = $"t{++_made}";
        (body["id"], body["version"], body["updated_at"]) = (id, 1, "2026-01-01T00:00:00Z");
        return _things[id] = body;
    }

    private Task UpdateAsync(HttpContext context, string method, JsonObject thing, JsonObject body)
    {
        var status = NextUpdate ?? 200;
        NextUpdate = null;
        if (status is >= 400 and < 500) return new Answer(status, new JsonObject { ["message"] = $"this is not accepted: {body.ToJsonString()}" }.ToJsonString()).WriteAsync(context);
        if (method == "PUT") foreach (var name in thing.Select(property => property.Key).Except(["id", "version", "updated_at"]).ToList()) thing.Remove(name);
        var isMerge = context.Request.ContentType!.StartsWith("application/merge-patch+json", StringComparison.Ordinal);
        foreach (var (name, value) in body) Set(thing, name, value, isMerge);
        thing["version"] = (int)thing["version"]! + 1;
        return status == 200 ? Show(context, 200, thing) : new Answer(status).WriteAsync(context);
    }

    private static void Set(JsonObject thing, string name, JsonNode? value, bool isMerge)
    {
        if (isMerge && value is null) thing.Remove(name);
        else if (isMerge && value is JsonObject patch && thing[name] is JsonObject there) foreach (var (inner, changed) in patch) Set(there, inner, changed, isMerge);
        else thing[name] = value?.DeepClone();
    }

    private Task Show(HttpContext context, int status, JsonObject thing) => new Answer(status, Shown(thing).ToJsonString(), ("ETag", $"\"{thing["version"]}\"")).WriteAsync(context);

    private JsonObject Shown(JsonObject thing)
    {
        var shown = (JsonObject)thing.DeepClone();
        shown.Remove("password");
        if (Repeat is { } repeat && thing["password"] is { } password) foreach (var (name, value) in (JsonObject)JsonNode.Parse(repeat(password.GetValue<string>()))!) shown[name] = value?.DeepClone();
        return shown;
    }
}
