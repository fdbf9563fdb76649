using System.Text;
using System.Text.Json.Nodes;
using Semel.Runtime.Tests.Http;
using Semel.Runtime.Tests.Remote;
using Semel.Workflows;

namespace Semel.Runtime.Tests.Drift;

/// <summary>Secrets beside the body: in the query, in headers, in the client's address. The API quotes all that it was sent.</summary>
[Trait("Feature", "G1")]
public sealed class CallSecretTests
{
    private const string Canary = "canary-one";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("query")]
    [InlineData("header")]
    [InlineData("cookie")]
    [InlineData("authorization")]
    [InlineData("scheme")]
    [InlineData("address")]
    public async Task Secret_IsInNoRecordLogOrError(string place)
    {
        var status = 200;
        await using var api = await LoopbackApi.StartAsync(context => new Answer(status, new JsonObject
        {
            ["id"] = "t1",
            ["message"] = $"refused: {Uri.UnescapeDataString(context.Request.QueryString.Value!)} {string.Join(' ', context.Request.Headers.Select(header => $"{header.Key} {header.Value}"))}",
        }.ToJsonString()).WriteAsync(context));
        using var http = NewClient(api.Address, place);
        var (log, repository, said) = (new KeptLog(), new MemoryDataRepository(), new List<string>());
        var semel = new SemelContext(repository, "test", new SemelOptions { ClockSkew = TimeSpan.Zero, ListLag = TimeSpan.Zero }, log);
        foreach (var next in new[] { 422, 401, 500 })
        {
            status = next;
            var failed = await Assert.ThrowsAsync<ApiException>(() => new ApiClient(http, semel).SendAsync(With(new(HttpMethod.Get, "/things/t1"), place), Token));
            said.Add($"{failed} {failed.Problem} {failed.Body?.ToJsonString()}");
        }

        Assert.All(said, text => Assert.Contains("refused: ", text, StringComparison.Ordinal)); // it is quoted, but for the secret
        using var later = NewClient(api.Address, place); // without a connection that was open
        await api.DisposeAsync();
        said.Add((await Assert.ThrowsAsync<ApiException>(() => new ApiClient(later, semel).SendAsync(With(new(HttpMethod.Get, "/things/t1"), place), Token))).ToString());
        Assert.Contains("no connection to 127.0.0.1", said[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, string.Join('\n', [.. said, log.Text]), StringComparison.Ordinal);
    }

    /// <summary>The same for a create: what is refused, what is redirected, what succeeds.</summary>
    [Theory]
    [InlineData("query", 422)]
    [InlineData("header", 422)]
    [InlineData("scheme", 422)]
    [InlineData("address", 422)]
    [InlineData("address", 202)]
    [InlineData("address", 301)]
    [InlineData("query", 201)]
    [InlineData("header", 201)]
    public async Task SecretOfACreate_IsInNoRecordLogOrError(string place, int status)
    {
        await using var api = await LoopbackApi.StartAsync(context => context.Request.Method == "POST"
            ? new Answer(status, new JsonObject { [status == 202 ? "began" : "id"] = "t1", ["name"] = "db", ["message"] = $"refused: {Uri.UnescapeDataString(context.Request.QueryString.Value!)} {string.Join(' ', context.Request.Headers.Select(header => $"{header.Key} {header.Value}"))}" }.ToJsonString(), ("Location", "/operations/o1")).WriteAsync(context)
            : new Answer(404).WriteAsync(context));
        using var http = NewClient(api.Address, place);
        var (log, repository, said) = (new KeptLog(), new MemoryDataRepository(), new List<string>());
        var semel = new SemelContext(repository, "test", null, log, new Semel.Workflows.Tests.JumpingTime());
        var descriptor = new ResourceDescriptor { Model = "Things", Guarantee = Guarantee.AtMostOnce, CreatePath = "/things", Id = "id", NameInRequest = "name", Operation = status == 202 ? new LongRunningOperation("Location", null, null, "status", ["done"], ["failed"], null) : null };
        try
        {
            said.Add((await new ResourceClient<Thing>(http, semel, descriptor).CreateAsync("one", With(new(HttpMethod.Post, "/things"), place).Body(new JsonObject { ["name"] = "db" }), new CreateOptions<Thing>(), Token)).ToString()!);
            Assert.Equal(201, status);
        }
        catch (SemelException failed)
        {
            said.Add(failed.ToString());
        }

        var records = 0;
        await foreach (var version in repository.HistoryAsync(new ResourceKey("test", "Things", "one"), Token))
        {
            records++;
            said.Add(Encoding.UTF8.GetString(RecordJson.Write(version)));
        }

        Assert.NotEqual(0, records);
        Assert.NotEmpty(log.Text);
        Assert.DoesNotContain(Canary, string.Join('\n', [.. said, log.Text]), StringComparison.Ordinal);
    }

    /// <summary>A plan of a create, of a change, and of one whose read is refused by an API that quotes all that it was sent.</summary>
    [Theory, Trait("Feature", "A12")]
    [InlineData("query")]
    [InlineData("header")]
    [InlineData("cookie")]
    [InlineData("body")]
    public async Task Plan_ShowsNoSecret(string place)
    {
        var (status, said) = (200, new List<string>());
        await using var api = await LoopbackApi.StartAsync(context => new Answer(context.Request.Method == "POST" ? 201 : status, new JsonObject
        {
            ["id"] = "t1",
            ["name"] = "db",
            ["message"] = $"refused: {Uri.UnescapeDataString(context.Request.QueryString.Value!)} {string.Join(' ', context.Request.Headers.Select(header => $"{header.Key} {header.Value}"))}",
        }.ToJsonString()).WriteAsync(context));
        using var http = new HttpClient { BaseAddress = api.Address };
        var semel = new SemelContext(new MemoryDataRepository(), "test", new SemelOptions { ClockSkew = TimeSpan.Zero, ListLag = TimeSpan.Zero });
        var things = new ResourceClient<Thing>(http, semel, new()
        {
            Model = "Things",
            Guarantee = Guarantee.AtMostOnce,
            CreatePath = "/things",
            ReadPath = "/things/{id}",
            Id = "id",
            IdParameter = "id",
            NameInRequest = "name",
            Verify = Verify.WithGet,
            OnDrift = OnDrift.Update,
            Update = new("PATCH", "/things/{id}", ["password"]),
            Secrets = ["password"],
            InputParameters = ["zone"],
            CarriedParameters = ["api_token", "X-Session-Token", "Cookie"],
        });

        await PlanAsync("north", Canary); // of a create
        await RunAsync("north", Canary);
        await PlanAsync("north", "canary-two"); // of an update
        await PlanAsync("south", "canary-two"); // of what needs a new one
        status = 500;
        await PlanAsync("north", "canary-two"); // of what can't be read

        Assert.Contains("shown-south", said[2], StringComparison.Ordinal); // what is no secret is seen
        if (place == "body") Assert.Contains("password", said[1], StringComparison.Ordinal);
        else Assert.Contains(api.Seen, request => request.Method == "GET" && (request.Target + string.Join(' ', request.Headers.Values)).Contains("canary-two", StringComparison.Ordinal)); // it was quoted
        Assert.DoesNotContain("canary", string.Join('\n', said), StringComparison.Ordinal);

        Task<Ensured<Thing>> RunAsync(string zone, string secret)
        {
            var body = new JsonObject { ["name"] = "db" };
            if (place == "body") body["password"] = secret;
            return things.CreateAsync("one", With(new ApiRequest(HttpMethod.Post, "/things").Query("zone", $"shown-{zone}"), place, secret).Body(body), new CreateOptions<Thing>(), Token);
        }

        async Task PlanAsync(string zone, string secret)
        {
            var workflow = new Workflow("things");
            workflow.Step("thing", _ => RunAsync(zone, secret));
            var plan = await workflow.PlanAsync(semel, new PlanOptions { Refresh = true }, Token);
            said.Add($"{plan.ToJson()} {string.Join(' ', plan.Steps)} {string.Join(' ', plan.Steps.SelectMany(step => step.Resources).SelectMany(resource => resource.Changes))}");
        }
    }

    private static HttpClient NewClient(Uri address, string place)
    {
        var http = new HttpClient { BaseAddress = place == "address" ? new UriBuilder(address) { UserName = "shown", Password = Canary }.Uri : address };
        if (place == "authorization") http.DefaultRequestHeaders.Add("Authorization", $"Bearer {Canary}");
        if (place == "scheme") http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Canary);
        return http;
    }

    private static ApiRequest With(ApiRequest request, string place, string secret = Canary) => place switch
    {
        "query" => request.Query("api_token", secret),
        "header" => request.Header("X-Session-Token", secret),
        "cookie" => request.Header("Cookie", $"sid={secret}"),
        _ => request,
    };
}
