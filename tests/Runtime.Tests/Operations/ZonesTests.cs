using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Semel.Runtime.Tests.Http;
using ZonesModels;

namespace Semel.Runtime.Tests.Operations;

/// <summary>A generated resource whose path takes its name and its type.</summary>
[Trait("Feature", "L2")]
public sealed class ZonesTests : IAsyncLifetime
{
    private const string Collection = "/zones/z/rrsets";
    private readonly Dictionary<string, JsonObject> _sets = new(StringComparer.Ordinal);
    private readonly MemoryDataRepository _repository = new();
    private LoopbackApi _server = null!;
    private HttpClient _http = null!;

    private Zones.ZoneRrsetsResource Sets => new Zones(_http, new SemelContext(_repository, "test")).ZoneRrsets;

    public async ValueTask InitializeAsync()
    {
        _server = await LoopbackApi.StartAsync(AnswerAsync);
        _http = _server.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task IdOfSeveralParts_IsCreatedOnce_Read_Updated_Deleted_AndCreatedAgain()
    {
        var created = await Sets.CreateAsync("z", new() { Name = "a/b", Type = "AAAA", Ttl = 60 });
        var again = await Sets.CreateAsync("z", new() { Name = "a/b", Type = "AAAA", Ttl = 60 });
        var other = await Sets.CreateAsync("z", new() { Name = "a/b", Type = "A", Ttl = 60 });
        var updated = await Sets.CreateAsync("z", new() { Name = "a/b", Type = "AAAA", Ttl = 70 });

        Assert.Equal(("a%2Fb/AAAA", Outcome.Created), (created.Id, created.Outcome));
        Assert.Equal(("a%2Fb/AAAA", Outcome.Reused), (again.Id, again.Outcome));
        Assert.Equal(("a%2Fb/A", Outcome.Created), (other.Id, other.Outcome));
        Assert.Equal((Outcome.Updated, 70, 2), (updated.Outcome, (int?)_sets["a%2Fb/AAAA"]["ttl"], _server.Posts));
        Assert.Equal(70, (await Sets.GetAsync("z", "a/b", "AAAA")).Ttl);

        await Sets.DeleteAsync("z", "a/b", "AAAA");
        await Assert.ThrowsAsync<GoneException>(() => Sets.GetAsync("z", "a/b", "AAAA"));
        Assert.Equal(60, (await Sets.GetAsync("z", "a/b", "A")).Ttl);

        Assert.Equal((Outcome.Created, 2), (await Sets.CreateAsync("z", new() { Name = "a/b", Type = "AAAA" }) is var anew ? anew.Outcome : default, anew.Generation));
        Assert.Equal(["a%2Fb/A", "a%2Fb/AAAA"], _sets.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>What addresses it is what the request says, so one read finds it again.</summary>
    [Fact]
    public async Task LostReply_IsResolvedByAReadOfTheParts()
    {
        _lose = true;
        var doubt = await Assert.ThrowsAsync<IndeterminateException>(() => Sets.CreateAsync("z", new() { Name = "www", Type = "A" }));
        await Sets.ResolveAsync("z", "www/A", doubt.Candidates[0]);

        Assert.Equal(("www/A", 1, 1), ((await Sets.CreateAsync("z", new() { Name = "www", Type = "A" })).Id, _sets.Count, _server.Posts));
        Assert.Contains(_server.Seen, request => request.Method == "GET" && request.Target == Collection + "/www/A");
    }

    [Fact]
    public async Task StrangersSet_IsAdoptedByItsParts()
    {
        _sets["www/A"] = new JsonObject { ["name"] = "www", ["type"] = "A" };

        await Sets.AdoptAsync("z", "mine", CompositeId.Of("www", "A"), existingName: "www/A");

        Assert.Equal("www/A", (await Sets.CreateAsync("z", "mine", new() { Name = "www", Type = "A" })).Id);
        Assert.Equal(0, _server.Posts);
        await Assert.ThrowsAsync<ArgumentException>(() => Sets.AdoptAsync("z", "other", "www", existingName: null));
    }

    private bool _lose;

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var id = path.Length > Collection.Length ? IdIn(context) : null;
        switch (context.Request.Method)
        {
            case "POST":
                var set = (JsonObject)JsonNode.Parse(_server.Seen.Last().Body)!;
                var made = CompositeId.Of((string)set["name"]!, (string)set["type"]!);
                context.Response.StatusCode = _sets.TryAdd(made, set) ? 201 : 409;
                if (_lose) context.Abort();
                else await context.Response.WriteAsync(new JsonObject { ["rrset"] = set.DeepClone() }.ToJsonString());
                break;
            case "GET" when id is null:
                await context.Response.WriteAsync(new JsonObject { ["rrsets"] = new JsonArray([.. _sets.Values.Select(one => one.DeepClone())]) }.ToJsonString());
                break;
            case "DELETE":
                context.Response.StatusCode = _sets.Remove(id!) ? 204 : 404;
                break;
            case "PUT" or "GET" when _sets.TryGetValue(id!, out var known):
                if (context.Request.Method == "PUT") known["ttl"] = JsonNode.Parse(_server.Seen.Last().Body)!["ttl"]!.DeepClone();
                await context.Response.WriteAsync(new JsonObject { ["rrset"] = known.DeepClone() }.ToJsonString());
                break;
            default:
                context.Response.StatusCode = 404;
                break;
        }
    }

    /// <summary>As it stands in the address: a path is decoded but for its slashes.</summary>
    private static string IdIn(HttpContext context) => context.Request.Path.Value![(Collection.Length + 1)..];
}
