using Semel.Protocol;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Remote;

/// <summary>Resources whose operations are served elsewhere than the rest of the API, and what they carry there.</summary>
public sealed class ServerTests : IAsyncLifetime
{
    private const string Files = "https://files.example.com";
    private static readonly Dictionary<string, string> All = new[] { "POST /things", "GET /things", "GET /things/{id}", "DELETE /things/{id}" }.ToDictionary(operation => operation, _ => Files);
    private LoopbackApi _api = null!;
    private LoopbackApi _files = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await Api.RoutingAsync();
        _files = await Api.RoutingAsync(
            ("POST /v1/things", new Answer(201, """{"id":"7"}""")), ("GET /v1/things", new Answer(200, """{"things":[]}""")),
            ("GET /v1/things/7", new Answer(200, """{"id":"7"}""")), ("DELETE /v1/things/7", new Answer(204)));
        _http = _api.NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _api.DisposeAsync();
        await _files.DisposeAsync();
    }

    [Fact]
    public async Task EveryCallOfTheResource_GoesToItsServer()
    {
        var remote = Things.Remote(_http, Things.Described(servers: All), semel: Context());

        Assert.Equal("7", Assert.IsType<CreateEvent.Applied>(await Things.SendAsync(remote)).Id);
        Assert.IsType<CreateEvent.SeenPresent>(await remote.GetAsync("7", TestContext.Current.CancellationToken));
        Assert.IsType<CreateEvent.Looked>(await remote.LookAsync(TestContext.Current.CancellationToken));
        Assert.IsType<CreateEvent.Deleted>(await remote.DeleteAsync("7", null, false, Things.NoDeadline, TestContext.Current.CancellationToken));

        Assert.Equal(["POST", "GET", "GET", "DELETE"], _files.Seen.Select(request => request.Method));
        Assert.Empty(_api.Seen);
    }

    [Fact]
    public async Task OperationWithoutAServerOfItsOwn_StaysAtTheBaseAddress()
    {
        await using var api = await Api.RoutingAsync(("GET /things/7", new Answer(200, """{"id":"7"}""")));
        using var http = api.NewClient();
        var remote = Things.Remote(http, Things.Described(servers: new Dictionary<string, string> { ["POST /things"] = Files }), semel: Context());

        await Things.SendAsync(remote);
        Assert.IsType<CreateEvent.SeenPresent>(await remote.GetAsync("7", TestContext.Current.CancellationToken));

        Assert.Equal(("POST", "GET"), (Assert.Single(_files.Seen).Method, Assert.Single(api.Seen).Method));
    }

    /// <summary>Also where only the delete's is not known: what can't be ended is not begun.</summary>
    [Theory]
    [InlineData("POST /things")]
    [InlineData("DELETE /things/{id}")]
    public void ServerThatIsNotSet_IsRefusedBeforeAnythingIsSent(string operation)
    {
        var error = Assert.Throws<InvalidOperationException>(() => Things.Remote(_http, Things.Described(servers: new Dictionary<string, string> { [operation] = Files })));

        Assert.Contains(Files, error.Message, StringComparison.Ordinal);
        Assert.Empty(_api.Seen);
    }

    [Fact]
    public async Task LocationAtTheReadsServer_NamesTheResource()
    {
        await using var uploads = await LoopbackApi.StartAsync(context => new Answer(201, "", ("Location", new Uri(_files.Address, "/v1/things/7").AbsoluteUri)).WriteAsync(context));
        using var http = uploads.NewClient();
        var remote = Things.Remote(http, Things.Described(servers: new Dictionary<string, string> { ["GET /things/{id}"] = Files }), semel: Context());

        Assert.Equal("7", Assert.IsType<CreateEvent.Applied>(await Things.SendAsync(remote)).Id);
    }

    /// <summary>The address in it is one that the API knows itself by behind a proxy, as the program says.</summary>
    [Theory]
    [InlineData("http://inside.invalid:8080/api/things/7", "7")]
    [InlineData("http://inside.invalid:8081/api/things/7", null)]
    public async Task LocationByAnotherNameOfTheApi_NamesTheResource_WhereTheProgramSaysWhatItIs(string location, string? id)
    {
        await using var api = await LoopbackApi.StartAsync(context => new Answer(201, "", ("Location", location)).WriteAsync(context));
        using var http = api.NewClient();
        var options = new SemelOptions();
        options.Servers["http://inside.invalid:8080/api"] = api.Address;
        var happened = await Things.SendAsync(Things.Remote(http, Things.Described(), semel: Things.Context(options: options)));
        Assert.Equal(id, (happened as CreateEvent.Applied)?.Id);
        Assert.Single(api.Seen);
    }

    /// <summary>An operation's address is asked where the program says that the API is, and with what the create carried.</summary>
    [Theory]
    [InlineData("/v1/operations/9", "/v1/operations/9?api-version=3")]
    [InlineData("/v1/operations/9?code=x", "/v1/operations/9?code=x&api-version=3")]
    [InlineData("/v1/operations/9?api-version=4", "/v1/operations/9?api-version=4")]
    public async Task Operation_IsAskedWithWhatTheCreateCarries(string address, string asked)
    {
        var operation = new LongRunningOperation("Operation-Location", null, null, "status", ["succeeded"], ["failed"], "id");
        var call = new ApiRequest(HttpMethod.Post, "/things").Query("api-version", "3").Query("other", "x").Header("X-Project", "p");
        var remote = Things.Remote(_http, Things.Described(operation: operation, carried: ["api-version", "X-Project"]), semel: Context(), call: call);

        await remote.PollAsync(new Uri(_files.Address, address).AbsoluteUri, TestContext.Current.CancellationToken);

        var seen = Assert.Single(_files.Seen);
        Assert.Equal((asked, "p"), (seen.Target, seen.Headers["X-Project"]));
    }

    [Fact]
    public async Task OperationAtAnOriginThatTheProgramHasNotSet_IsNotAsked()
    {
        var operation = new LongRunningOperation("Operation-Location", null, null, "status", ["succeeded"], ["failed"], "id");
        var remote = Things.Remote(_http, Things.Described(operation: operation));

        Assert.IsType<CreateEvent.NotKnown>(await remote.PollAsync(new Uri(_files.Address, "/v1/operations/9").AbsoluteUri, TestContext.Current.CancellationToken));
        Assert.Empty(_files.Seen);
    }

    [Fact]
    public async Task HelperTags_AreDeletedWithWhatTheCreateCarries()
    {
        await using var api = await Api.RoutingAsync(("DELETE /things/7", new Answer(204)), ("GET /things", new Answer(200, """{"things":[]}""")));
        using var http = api.NewClient();
        var marker = new MarkerField(MarkerKind.Tags, "tags", HelperPath: "/tags/{tag}");
        var call = new ApiRequest(HttpMethod.Post, "/things").Query("api-version", "3");
        var remote = Things.Remote(http, Things.Described(marker: marker, carried: ["api-version"]), call: call);

        await remote.DeleteAsync("7", Marker.For(Things.Key, 1).ToString(), keepsIdentity: false, Things.NoDeadline, TestContext.Current.CancellationToken);

        var deletes = api.Seen.Where(request => request.Method == "DELETE").ToList();
        Assert.Equal(3, deletes.Count);
        Assert.All(deletes, request => Assert.EndsWith("?api-version=3", request.Target, StringComparison.Ordinal));
    }

    private SemelContext Context()
    {
        var options = new SemelOptions();
        options.Servers[Files] = new Uri(_files.Address, "/v1");
        return Things.Context(options: options);
    }
}
