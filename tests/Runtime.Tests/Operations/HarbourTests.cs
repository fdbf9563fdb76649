using System.Text.Json.Nodes;
using HarbourModels;
using Semel.Runtime.Tests.Http;
using Semel.Runtime.Tests.Remote;

namespace Semel.Runtime.Tests.Operations;

/// <summary>Generated creates with parameters beside the path's, on real connections.</summary>
[Trait("Feature", "L7")]
public sealed class HarbourTests
{
    private const string Query = "?api-version=2024-05-01";
    private static readonly ShipCreateBerth Berth = new() { Pier = "a&b", Number = 7 };

    private static readonly (string, Answer)[] Routes =
    [
        ("GET /ships", new(200, """{"ships":[]}""")), ("POST /ships", new(201, """{"id":"s1","name":"Ada"}""")), ("GET /ships/s1", new(200, """{"id":"s1","name":"Ada"}""")),
        ("DELETE /ships/s1", new(204)), ("POST /buoys", new(201, """{"id":"b1"}""")), ("GET /buoys/b1", new(200, """{"id":"b1"}""")),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parameters_AreSentInTheirStyles_AndTheConstantByItself()
    {
        await using var server = await Api.RoutingAsync(Routes);
        using var http = server.NewClient();
        await new Harbour(http, Things.Context()).Ships.CreateAsync(new ShipCreate { Length = 9 }, "Ada", Berth, "acme", flags: ["x", "y"], pretty: true, session: "c;1", cancellationToken: Token);

        var post = Assert.Single(server.Seen, seen => seen.Method == "POST");
        Assert.Equal("/ships?api-version=2024-05-01&name=Ada&pretty=true&berth%5Bpier%5D=a%26b&berth%5Bnumber%5D=7&flags=x%7Cy", post.Target);
        Assert.Equal(("acme", "session=c%3B1", """{"length":9}"""), (post.Headers["X-Tenant"], post.Headers["Cookie"], post.Body));
    }

    [Fact]
    public async Task NameInTheQuery_IsTheInstance_AndASecondRunSendsNothingButTheVerifyingRead()
    {
        await using var server = await Api.RoutingAsync(Routes);
        using var http = server.NewClient();
        var semel = new SemelContext(new MemoryDataRepository(), "test", new SemelOptions { Verify = Verify.WithGet });
        var ships = new Harbour(http, semel).Ships;
        var first = await ships.CreateAsync(new ShipCreate(), "Ada", Berth, "acme", cancellationToken: Token);
        var second = await ships.CreateAsync(new ShipCreate(), "Ada", Berth, "acme", cancellationToken: Token);

        Assert.Equal((Outcome.Created, Outcome.Reused, "Ada"), (first.Outcome, second.Outcome, first.Key.Instance));
        Assert.Single(server.Seen, seen => seen.Method == "POST");
    }

    [Fact]
    public async Task WhatReadsNeedToo_IsCarriedToLookAndRead_AndNothingElseIs()
    {
        await using var server = await Api.RoutingAsync(Routes);
        using var http = server.NewClient();
        var semel = new SemelContext(new MemoryDataRepository(), "test", new SemelOptions { Verify = Verify.WithGet });
        for (var i = 0; i < 2; i++) await new Harbour(http, semel).Ships.CreateAsync(new ShipCreate(), "Ada", Berth, "acme", session: "s", apiVersion: "2025", cancellationToken: Token);

        Assert.Equal(["GET /ships?api-version=2025&name=Ada", "GET /ships/s1?api-version=2025"], server.Seen.Where(seen => seen.Method == "GET").Select(seen => $"{seen.Method} {seen.Target}"));
        Assert.All(server.Seen, seen => Assert.Equal("acme", seen.Headers["X-Tenant"]));
        Assert.All(server.Seen.Where(seen => seen.Method == "GET"), seen => Assert.DoesNotContain("Cookie", seen.Headers.Keys));
    }

    [Fact]
    public async Task WhatSaysWhatIsCreated_IsRecorded_AndHeadersAndCookiesAreNot()
    {
        await using var server = await Api.RoutingAsync(Routes);
        using var http = server.NewClient();
        var semel = Things.Context();
        var made = await new Harbour(http, semel).Ships.CreateAsync(new ShipCreate { Length = 3 }, "Ada", Berth, "tenant-canary", pretty: true, session: "cookie-canary", cancellationToken: Token);

        var live = Assert.IsType<LiveRecord>(await semel.Repository.FindAsync(made.Key, Token));
        Assert.Equal("""{"length":3,"?name":"Ada","?berth":["berth[pier]=a&b","berth[number]=7"]}""", live.Input!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task Fingerprint_ChangesWithWhatIsCreated_AndNotWithHowItIsAsked()
    {
        await using var server = await Api.RoutingAsync(Routes);
        using var http = server.NewClient();
        var same = await FingerprintAsync(http, Berth, "one", pretty: true);

        Assert.Equal(same, await FingerprintAsync(http, Berth, "two", pretty: null));
        Assert.NotEqual(same, await FingerprintAsync(http, new() { Pier = "c" }, "one", pretty: true));
    }

    [Fact]
    public async Task Delete_IsSentItsOwnParameters()
    {
        await using var server = await Api.RoutingAsync(Routes);
        using var http = server.NewClient();
        var ships = new Harbour(http, Things.Context()).Ships;
        await ships.CreateAsync(new ShipCreate(), "Ada", Berth, "acme", cancellationToken: Token);
        await ships.DeleteAsync("s1", "acme", force: true, cancellationToken: Token);

        var sent = Assert.Single(server.Seen, seen => seen.Method == "DELETE");
        Assert.Equal(("/ships/s1?api-version=2024-05-01&force=true", "acme"), (sent.Target, sent.Headers["X-Tenant"]));
    }

    [Fact]
    public async Task Adoption_ReadsWithWhatItIsGiven()
    {
        await using var server = await Api.RoutingAsync(Routes);
        using var http = server.NewClient();
        await new Harbour(http, Things.Context()).Ships.AdoptAsync("mine", "s1", "Ada", "acme", cancellationToken: Token);

        Assert.All(server.Seen, seen => Assert.Equal(("acme", true), (seen.Headers["X-Tenant"], seen.Target.Contains(Query, StringComparison.Ordinal))));
        Assert.NotEmpty(server.Seen);
    }

    [Fact]
    public async Task CreateWithoutABody_IsNamedByItsQuery_AndSendsAnEmptyObject()
    {
        await using var server = await Api.RoutingAsync(Routes);
        using var http = server.NewClient();
        var made = await new Harbour(http, Things.Context()).Buoys.CreateAsync("North", color: "red", cancellationToken: Token);

        var post = Assert.Single(server.Seen, seen => seen.Method == "POST");
        Assert.Equal(("North", "/buoys?name=North&color=red", "{}"), (made.Key.Instance, post.Target, post.Body));
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_OfACreateWithParameters_IsNotFollowed(int status)
    {
        await using var server = await Api.RoutingAsync(("POST /buoys", new(status, "", ("Location", "/elsewhere"))), ("POST /elsewhere", new(201, """{"id":"b1"}""")));
        using var http = server.NewClient();
        await Assert.ThrowsAsync<IndeterminateException>(() => new Harbour(http, Things.Context()).Buoys.CreateAsync("North", cancellationToken: Token));

        Assert.Single(server.Seen, seen => seen.Method == "POST");
    }

    [Fact]
    public async Task RecordsOfOneName_AreInstancesOfTheirOwn_ByTypeNameAndData()
    {
        var made = 0;
        await using var server = await LoopbackApi.StartAsync(context => new Answer(201, $$"""{"id":"r{{Interlocked.Increment(ref made)}}"}""").WriteAsync(context));
        using var http = server.NewClient();
        var records = new Harbour(http, Things.Context()).ZoneRecords;
        var first = await records.CreateAsync("z", new RecordCreate { Type = RecordCreateType.A, Name = "w/w", Data = "192.0.2.1" }, Token);
        var second = await records.CreateAsync("z", new RecordCreate { Type = RecordCreateType.A, Name = "w/w", Data = "192.0.2.2" }, Token);
        var empty = await records.CreateAsync("z", new RecordCreate { Type = RecordCreateType.Mx }, Token);

        Assert.Equal(["z/A/w%2Fw/192.0.2.1", "z/A/w%2Fw/192.0.2.2", "z/MX//"], [first.Key.Instance, second.Key.Instance, empty.Key.Instance]);
        Assert.Equal(3, server.Seen.Count(seen => seen.Method == "POST"));
    }

    [Fact]
    public async Task ListOfNoResource_IsReadPageAfterPage()
    {
        await using var server = await Api.RoutingAsync(
            ("GET /tides?harbour=h", new(200, """{"tides":[{"height":1.5},{"height":2}],"next_cursor":"c2"}""")), ("GET /tides?harbour=h&cursor=c2", new(200, """{"tides":[{"height":3}]}""")));
        using var http = server.NewClient();
        var heights = new List<double?>();
        await foreach (var tide in new Harbour(http, Things.Context()).Tides.ListAsync("h", Token)) heights.Add(tide.Height);

        Assert.Equal([1.5, 2, 3], heights);
    }

    [Fact]
    public async Task ListOfNoResource_FailsLoudly_WhereALaterPageDoes()
    {
        await using var server = await Api.RoutingAsync(("GET /tides?cursor=c2", new(500)), ("GET /tides", new(200, """{"tides":[{"height":1}],"next_cursor":"c2"}""")));
        using var http = server.NewClient();
        await Assert.ThrowsAsync<ApiException>(async () => { await foreach (var _ in new Harbour(http, Things.Context()).Tides.ListAsync(cancellationToken: Token)) { } });
    }

    [Fact]
    public void Request_IsTakenOnce()
    {
        using var http = new HttpClient { BaseAddress = new("http://127.0.0.1:9") };
        var client = new ResourceClient<Thing>(http, Things.Context(), Things.Described());
        var request = new ApiRequest(HttpMethod.Post, "/things").Body(new JsonArray());

#pragma warning disable SEM4004 // thrown before there is anything to await
        Assert.Throws<ArgumentException>(() => { _ = client.CreateAsync("x", request, new CreateOptions<Thing>(), Token); });
        Assert.Throws<InvalidOperationException>(() => { _ = client.CreateAsync("x", request, new CreateOptions<Thing>(), Token); });
#pragma warning restore SEM4004
    }

    private static async Task<string> FingerprintAsync(HttpClient http, ShipCreateBerth berth, string tenant, bool? pretty)
    {
        var semel = Things.Context();
        var made = await new Harbour(http, semel).Ships.CreateAsync("i", new ShipCreate(), berth, tenant, pretty: pretty, cancellationToken: Token);
        return Assert.IsType<LiveRecord>(await semel.Repository.FindAsync(made.Key, Token)).Fingerprint!;
    }
}
