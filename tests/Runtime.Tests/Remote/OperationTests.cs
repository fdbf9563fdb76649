using Semel.Protocol;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Remote;

/// <summary>A create that an operation goes on with.</summary>
[Trait("Feature", "D8")]
public sealed class OperationTests
{
    private static readonly LongRunningOperation ByHeader = new("Operation-Location", null, null, "status", ["succeeded"], ["failed", "canceled"], "resource.id");
    private static readonly LongRunningOperation ByBody = new(null, "operation.id", "/clusters/{cluster}/operations/{operation}", "operation.status", ["DONE"], ["ERROR"], "operation.target");

    [Theory]
    [InlineData("/operations/9?code=x", "operations/9?code=x")]
    [InlineData("operations/9", "v2/operations/9")]
    [InlineData("{server}/operations/9", "operations/9")]
    public async Task OperationInAHeader_IsStoredAsAnAddress(string header, string stored)
    {
        await using var server = await LoopbackApi.StartAsync(context => new Answer(202, "", ("Operation-Location", header.Replace("{server}", $"http://{context.Request.Host}", StringComparison.Ordinal))).WriteAsync(context));
        using var http = new HttpClient { BaseAddress = new Uri(server.Address, "/v2") };
        Assert.Equal(new Uri(server.Address, "/" + stored).AbsoluteUri, Assert.IsType<CreateEvent.Accepted>(await Things.SendAsync(Things.Remote(http, Things.Described(operation: ByHeader)))).Operation);
    }

    [Fact]
    public async Task OperationInTheBody_IsStoredAsAnAddress_WithTheParents()
    {
        await using var server = await Api.AnsweringAsync(new Answer(202, """{"operation":{"id":9}}"""));
        using var http = server.NewClient();
        var remote = Things.Remote(http, Things.Described(operation: ByBody, create: "/clusters/{cluster}/things"), arguments: [new("cluster", "a/b")]);
        Assert.Equal(new Uri(server.Address, "/clusters/a%2Fb/operations/9").AbsoluteUri, Assert.IsType<CreateEvent.Accepted>(await Things.SendAsync(remote)).Operation);
    }

    [Theory]
    [InlineData(202, """{"id":"9"}""", null, "accepted")] // the operation's own id
    [InlineData(202, """{"thing":"7"}""", "thing", "7")]
    [InlineData(201, """{"id":"7"}""", null, "7")]
    [InlineData(202, """{}""", "thing", "accepted")]
    public async Task IdBesideAnOperation_IsTheResources_OnlyWhereTheDescriptorSays(int status, string body, string? idInReply, string expected)
    {
        var happened = await HappenedAsync(new Answer(status, body, ("Operation-Location", "/operations/9")), Things.Described(operation: ByHeader, idInReply: idInReply));
        Assert.Equal(expected, happened is CreateEvent.Accepted ? "accepted" : Assert.IsType<CreateEvent.Applied>(happened).Id);
    }

    [Fact]
    public async Task AcceptedWithAnIdAndNoOperation_IsApplied_AndWithNeither_IsInDoubt()
    {
        Assert.Equal("7", Assert.IsType<CreateEvent.Applied>(await HappenedAsync(new Answer(202, """{"id":"7"}"""), Things.Described(operation: ByHeader))).Id);
        Assert.Equal("7", Assert.IsType<CreateEvent.Applied>(await HappenedAsync(new Answer(202, """{"id":"7"}"""), Things.Described())).Id);
        Assert.IsType<CreateEvent.Ambiguous>(await HappenedAsync(new Answer(202), Things.Described(operation: ByHeader)));
    }

    [Theory]
    [InlineData("http://elsewhere.invalid/operations/9?sig=s3cret")]
    [InlineData("//elsewhere.invalid/operations/9?sig=s3cret")]
    [InlineData("https://127.0.0.2/operations/9?sig=s3cret")]
    public async Task OperationAtAnotherHost_IsInDoubt_AndItsAddressIsNotQuoted(string header)
    {
        var ambiguous = Assert.IsType<CreateEvent.Ambiguous>(await HappenedAsync(new Answer(202, "", ("Operation-Location", header)), Things.Described(operation: ByHeader)));
        Assert.Contains("credentials", ambiguous.Evidence);
        Assert.DoesNotContain("s3cret", ambiguous.Evidence);
    }

    /// <summary>A proxy that ends TLS leaves an API that knows its host, and not how it is reached: asked is where the create went.</summary>
    [Theory]
    [InlineData("https://127.0.0.1/operations/9?code=x")]
    [InlineData("http://127.0.0.1:1/operations/9?code=x")]
    public async Task OperationAtTheSameHostBehindAProxy_IsAskedWhereTheCreateWent(string header)
    {
        await using var server = await Api.RoutingAsync(
            ("POST /things", new Answer(202, "", ("Operation-Location", header))), ("GET /operations/9", new Answer(200, """{"status":"running"}""")));
        using var http = server.NewClient();
        var remote = Things.Remote(http, Things.Described(operation: ByHeader));
        var accepted = Assert.IsType<CreateEvent.Accepted>(await Things.SendAsync(remote));
        Assert.Equal(new Uri(server.Address, "/operations/9?code=x").AbsoluteUri, accepted.Operation);
        Assert.IsType<CreateEvent.OperationRunning>(await remote.PollAsync(accepted.Operation, TestContext.Current.CancellationToken));
    }

    /// <summary>By another name only where the program says so: at once, and for what an earlier run recorded by an address of then.</summary>
    [Theory]
    [InlineData("http://inside.invalid:8080/api/operations/9?code=x", "http://inside.invalid:8080/api", "/v2/operations/9?code=x")]
    [InlineData("http://inside.invalid:8080/api/operations/9", "http://inside.invalid:8080/api/", "/v2/operations/9")]
    [InlineData("//inside.invalid:8080/api/operations/9", "http://inside.invalid:8080", "/v2/api/operations/9")]
    [InlineData("http://inside.invalid:8080/apix/operations/9", "http://inside.invalid:8080/api", null)]
    [InlineData("http://inside.invalid:8081/api/operations/9", "http://inside.invalid:8080/api", null)]
    [InlineData("http://inside.invalid.elsewhere.invalid:8080/api/operations/9", "http://inside.invalid:8080/api", null)]
    [InlineData("http://user@elsewhere.invalid:8080/api/operations/9", "http://inside.invalid:8080/api", null)]
    public async Task OperationAtAnotherNameOfTheApi_IsAskedWhereTheProgramSaysThatItIs(string header, string server, string? asked)
    {
        await using var api = await Api.RoutingAsync(("POST /things", new Answer(202, "", ("Operation-Location", header))));
        using var http = api.NewClient();
        var options = new SemelOptions();
        options.Servers[server] = new Uri(api.Address, "/v2");
        var remote = Things.Remote(http, Things.Described(operation: ByHeader), semel: Things.Context(options: options));
        var happened = await Things.SendAsync(remote);
        if (asked is null)
        {
            Assert.Contains("SemelOptions.Servers", Assert.IsType<CreateEvent.Ambiguous>(happened).Evidence);
            Assert.Contains("SemelOptions.Servers", Assert.IsType<CreateEvent.NotKnown>(await remote.PollAsync(header, TestContext.Current.CancellationToken)).Evidence);
            Assert.Single(api.Seen);
            return;
        }

        Assert.Equal(new Uri(api.Address, asked).AbsoluteUri, Assert.IsType<CreateEvent.Accepted>(happened).Operation);
        await remote.PollAsync(header.StartsWith("//", StringComparison.Ordinal) ? $"http:{header}" : header, TestContext.Current.CancellationToken);
        Assert.Equal(asked, api.Seen.Last().Target);
    }

    [Fact]
    public async Task OperationAtAnotherHost_IsNotAsked_AndAtTheSameItIs()
    {
        await using var own = await Api.AnsweringAsync(new Answer(200, """{"status":"running"}"""));
        await using var other = await Api.AnsweringAsync(new Answer(200, """{"status":"running"}"""));
        using var http = own.NewClient();
        http.DefaultRequestHeaders.Add("X-Api-Key", "s3cret");
        var remote = Things.Remote(http, Things.Described(operation: ByHeader));
        Assert.IsType<CreateEvent.NotKnown>(await remote.PollAsync(new Uri(other.Address, "/operations/9").AbsoluteUri, TestContext.Current.CancellationToken));
        Assert.IsType<CreateEvent.NotKnown>(await remote.PollAsync("/operations/9", TestContext.Current.CancellationToken));
        Assert.Empty(other.Seen);
        Assert.IsType<CreateEvent.OperationRunning>(await remote.PollAsync(new Uri(own.Address, "/operations/9?code=x").AbsoluteUri, TestContext.Current.CancellationToken));
        Assert.Equal(("GET", "/operations/9?code=x", "s3cret"), (own.Seen.Single().Method, own.Seen.Single().Target, own.Seen.Single().Headers["X-Api-Key"]));
    }

    [Theory]
    [InlineData(200, """{"status":"Running"}""", "running 17")]
    [InlineData(200, """{"status":"anything"}""", "running 17")]
    [InlineData(200, """{"status":"SUCCEEDED","resource":{"id":7}}""", "succeeded 7")]
    [InlineData(200, """{"status":"succeeded"}""", "not known 200")]
    [InlineData(200, """{"status":"succeeded","resource":{"id":""}}""", "not known 200")]
    [InlineData(200, """{"state":"succeeded","resource":{"id":7}}""", "not known 200")]
    [InlineData(200, "<html>", "not known 200")]
    [InlineData(200, """{"status":"Canceled","error":{"message":"no room for hunter2-hunter2"}}""", "failed status 'Canceled': no room for ***")]
    [InlineData(404, "", "absent")]
    [InlineData(410, "", "absent")]
    [InlineData(401, "", "not known 401")]
    [InlineData(503, "", "not known 503")]
    public async Task Poll_TellsHowTheOperationStands(int status, string body, string expected)
    {
        await using var server = await Api.AnsweringAsync(new Answer(status, body, ("Retry-After", "17")));
        using var http = server.NewClient();
        var remote = Things.Remote(http, Things.Described(operation: ByHeader), """{"name":"web-1","password":"hunter2-hunter2"}""");
        var happened = await remote.PollAsync(new Uri(server.Address, "/operations/9").AbsoluteUri, TestContext.Current.CancellationToken);
        Assert.Equal(expected, happened switch
        {
            CreateEvent.OperationRunning running => $"running {running.RetryAfter?.TotalSeconds}",
            CreateEvent.OperationSucceeded succeeded => $"succeeded {succeeded.Id}",
            CreateEvent.OperationFailed failed => $"failed {failed.Evidence}",
            CreateEvent.SeenAbsent => "absent",
            CreateEvent.NotKnown unknown => $"not known {unknown.Status}",
            _ => happened.GetType().Name,
        });
    }

    [Theory]
    [InlineData(404, "", false, nameof(CreateEvent.OperationFailed))]
    [InlineData(200, """{"id":"7","status":"error"}""", true, nameof(CreateEvent.OperationSucceeded))]
    [InlineData(200, """{"id":"7","status":"error"}""", false, nameof(CreateEvent.NotKnown))]
    [InlineData(500, "", true, nameof(CreateEvent.NotKnown))]
    public async Task OperationThatFailedButNamesAResource_MadeNothing_OnlyIfThatIsNotThere(int status, string body, bool showsReadiness, string expected)
    {
        await using var server = await Api.RoutingAsync(
            ("GET /operations/9", new Answer(200, """{"status":"failed","resource":{"id":"7"}}""")),
            ("GET /things/7", new Answer(status, body)));
        using var http = server.NewClient();
        var remote = Things.Remote(http, Things.Described(operation: ByHeader, ready: showsReadiness ? new ReadyCondition("status", ["ready"], ["error"]) : null));
        Assert.Equal(expected, (await remote.PollAsync(new Uri(server.Address, "/operations/9").AbsoluteUri, TestContext.Current.CancellationToken)).GetType().Name);
    }

    [Fact]
    public async Task PutThatAnOperationGoesOnWith_IsTheResourceOfItsAddress()
    {
        await using var server = await Api.RoutingAsync(
            ("PUT /things/web-1", new Answer(202, """{"id":"web-1"}""", ("Operation-Location", "/operations/9"))),
            ("GET /operations/9", new Answer(200, """{"status":"succeeded"}""")));
        using var http = server.NewClient();
        var remote = Things.Remote(http, Things.Described(Guarantee.Natural, operation: ByHeader, create: "/things/{id}", method: HttpMethod.Put));
        var accepted = Assert.IsType<CreateEvent.Accepted>(await Things.SendAsync(remote));
        Assert.Equal("web-1", Assert.IsType<CreateEvent.OperationSucceeded>(await remote.PollAsync(accepted.Operation, TestContext.Current.CancellationToken)).Id);
    }

    [Fact]
    public void PathOfAnOperationThatLacksAValue_IsRefused_BeforeAnythingIsWritten()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://localhost") };
        Assert.Contains("it has 2", Assert.Throws<ArgumentException>(() => Things.Remote(http, Things.Described(operation: ByBody))).Message);
    }

    private static async Task<CreateEvent> HappenedAsync(Answer answer, ResourceDescriptor descriptor)
    {
        await using var server = await Api.AnsweringAsync(answer);
        using var http = server.NewClient();
        return await Things.SendAsync(Things.Remote(http, descriptor));
    }
}
