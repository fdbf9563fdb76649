using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>Resources under a parent: the same name, and even the same id, under two parents is two resources.</summary>
public sealed class ParentScenarios
{
    private static readonly ResourceDescriptor Pool = new()
    {
        Model = "Pools",
        Guarantee = Guarantee.UniqueName,
        CreatePath = "/clusters/{cluster_id}/pools",
        Id = "id",
        IdParameter = "pool_id",
        ReadPath = "/clusters/{cluster_id}/pools/{pool_id}",
        DeletePath = "/clusters/{cluster_id}/pools/{pool_id}",
        List = new("/clusters/{cluster_id}/pools", "pools"),
        NameInRequest = "name",
        NameInResource = "name",
    };

    [Fact]
    [Trait("Feature", "B1")]
    public async Task TheSameInstanceUnderTwoParents_IsTwoResources_AndADeleteTouchesOne()
    {
        var pools = new ConcurrentDictionary<string, ConcurrentQueue<JsonObject>>();
        await using var server = await StartAsync(pools);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        var semel = new SemelContext(new MemoryDataRepository(), "test");
        var client = new ResourceClient<PoolView>(http, semel, Pool);
        var request = PoolView.Named("workers");

        var inA = await client.CreateAsync("workers", request, [new("cluster_id", "a")], CancellationToken.None);
        var inB = await client.CreateAsync("workers", request, [new("cluster_id", "b")], CancellationToken.None);
        Assert.Equal((Outcome.Created, Outcome.Created), (inA.Outcome, inB.Outcome));
        Assert.Equal(inA.Id, inB.Id);

        await client.DeleteAsync(inB.Id, [new("cluster_id", "b")], CancellationToken.None);
        Assert.Equal(Outcome.Reused, (await client.CreateAsync("workers", request, [new("cluster_id", "a")], CancellationToken.None)).Outcome);
        Assert.Equal(2, (await client.CreateAsync("workers", request, [new("cluster_id", "b")], CancellationToken.None)).Generation);
    }

    private static async Task<WebApplication> StartAsync(ConcurrentDictionary<string, ConcurrentQueue<JsonObject>> pools)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/clusters/{cluster}/pools", async (string cluster, HttpRequest request) =>
        {
            var body = (JsonObject)(await JsonNode.ParseAsync(request.Body))!;
            body["id"] = 1;
            pools.GetOrAdd(cluster, _ => []).Enqueue(body);
            return Results.Text(body.ToJsonString(), "application/json", statusCode: 201);
        });
        app.MapGet("/clusters/{cluster}/pools", (string cluster) => Results.Text(
            new JsonObject { ["pools"] = new JsonArray([.. pools.GetOrAdd(cluster, _ => []).Select(pool => pool.DeepClone())]) }.ToJsonString(), "application/json"));
        app.MapDelete("/clusters/{cluster}/pools/{id}", (string cluster, string id) =>
        {
            pools[cluster].Clear();
            return Results.NoContent();
        });
        await app.StartAsync();
        return app;
    }

    private sealed class PoolView(JsonObject json) : View(json), IView<PoolView>
    {
        public static PoolView Wrap(JsonObject json) => new(json);

        public static PoolView Named(string name) => new(new JsonObject { ["name"] = name });
    }
}
