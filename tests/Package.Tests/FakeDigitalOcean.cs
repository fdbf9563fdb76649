using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Semel.Package.Tests;

/// <summary>As much of the DigitalOcean API as the five resources need: envelopes, ids, lists by page. It counts POSTs.</summary>
internal sealed class FakeDigitalOcean : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Singular = new() { ["droplets"] = "droplet", ["vpcs"] = "vpc", ["tags"] = "tag", ["load_balancers"] = "load_balancer", ["firewalls"] = "firewall" };

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, List<JsonObject>> _resources = new();

    private FakeDigitalOcean(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, int> Posts { get; } = new();

    public string Address => _app.Urls.First();

    public static async Task<FakeDigitalOcean> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeDigitalOcean(builder.Build());
        server._app.MapPost("/v2/{kind}", (Delegate)server.CreateAsync);
        server._app.MapGet("/v2/{kind}", server.List);
        server._app.MapGet("/v2/{kind}/{id}", server.Get);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> CreateAsync(string kind, HttpRequest request)
    {
        var body = (JsonObject)(await JsonNode.ParseAsync(request.Body))!;
        Posts.AddOrUpdate(kind, 1, (_, count) => count + 1);
        var all = _resources.GetOrAdd(kind, _ => []);
        lock (all)
        {
            if (kind == "droplets") body["id"] = 3164494 + all.Count;
            else if (kind != "tags") body["id"] = Guid.NewGuid().ToString();
            all.Add(body);
            return Json(new JsonObject { [Singular[kind]] = body.DeepClone() }, kind == "tags" ? 201 : 202);
        }
    }

    private IResult List(string kind, HttpRequest request)
    {
        var all = _resources.GetOrAdd(kind, _ => []);
        lock (all)
        {
            var found = all.Where(item => (request.Query["name"].ToString() is "" or null || item["name"]!.ToString() == request.Query["name"])
                && (request.Query["tag_name"].ToString() is "" or null || (item["tags"] as JsonArray)?.Any(tag => tag!.ToString() == request.Query["tag_name"]) == true)).ToList();
            return Json(new JsonObject { [kind] = new JsonArray([.. found.Select(item => item.DeepClone())]), ["links"] = new JsonObject(), ["meta"] = new JsonObject { ["total"] = found.Count } }, 200);
        }
    }

    private IResult Get(string kind, string id)
    {
        var all = _resources.GetOrAdd(kind, _ => []);
        lock (all)
        {
            var found = all.Find(item => item[kind == "tags" ? "name" : "id"]!.ToString() == id);
            return found is null ? Json(new JsonObject { ["id"] = "not_found", ["message"] = "not found" }, 404) : Json(new JsonObject { [Singular[kind]] = found.DeepClone() }, 200);
        }
    }

    private static IResult Json(JsonObject body, int status) => Results.Text(body.ToJsonString(), "application/json", statusCode: status);
}
