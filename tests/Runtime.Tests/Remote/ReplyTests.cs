using System.Globalization;
using Semel.Protocol;

namespace Semel.Runtime.Tests.Remote;

/// <summary>What a reply to a create says about the resource.</summary>
public sealed class ReplyTests
{
    [Theory]
    [InlineData(201, "/things/7", "7")]
    [InlineData(200, "things/7", "7")]
    [InlineData(202, "/things/7?view=full", "7")]
    [InlineData(204, "/things/7", "7")]
    [InlineData(201, "/things/a%20b/", "a b")]
    [InlineData(201, "{server}/things/7", "7")]
    [InlineData(303, "/things/7", "7")]
    [InlineData(302, "/things/7", null)]
    [InlineData(500, "/things/7", null)]
    [InlineData(201, "/things/", null)]
    [InlineData(201, "/things/7/status", null)]
    [InlineData(201, "/operations/7", null)]
    [InlineData(303, "/login", null)]
    [InlineData(201, "https://elsewhere.invalid/things/7", null)]
    [InlineData(201, null, null)]
    public async Task LocationOfAReplyWithoutABody_NamesTheResource_WhereItIsTheAddressOfOne(int status, string? location, string? id)
    {
        await using var server = await Semel.Runtime.Tests.Http.LoopbackApi.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            if (location is not null) context.Response.Headers.Location = location.Replace("{server}", $"http://{context.Request.Host}", StringComparison.Ordinal);
            return Task.CompletedTask;
        });
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        var happened = await Things.SendAsync(Things.Remote(http, Things.Described(marker: new MarkerField(MarkerKind.Tags, "tags"))));
        if (id is null)
        {
            Assert.IsType<CreateEvent.Ambiguous>(happened);
            return;
        }

        var applied = Assert.IsType<CreateEvent.Applied>(happened);
        Assert.Equal((id, id, null), (applied.Id, (string?)applied.Body["id"], applied.CarriesMarker));
    }

    [Theory]
    [InlineData("/v2", "/v2/things/7")]
    [InlineData("/v2/", "/things/7")]
    public async Task Location_WithOrWithoutTheBasePath_AndWithTheParents(string basePath, string location)
    {
        await using var server = await Api.AnsweringAsync(new Answer(201, "", ("Location", location.Replace("/things", "/clusters/a/things", StringComparison.Ordinal))));
        using var http = new HttpClient { BaseAddress = new Uri(server.Address, basePath) };
        var descriptor = Things.Described(create: "/clusters/{cluster}/things", read: "/clusters/{cluster}/things/{id}");
        Assert.Equal("7", Assert.IsType<CreateEvent.Applied>(await Things.SendAsync(Things.Remote(http, descriptor, arguments: [new("cluster", "a")]))).Id);
        Assert.IsType<CreateEvent.Ambiguous>(await Things.SendAsync(Things.Remote(http, descriptor, arguments: [new("cluster", "b")])));
    }

    [Theory]
    [InlineData("/things/a%2Fb/7", "a%2Fb/7")]
    [InlineData("/things/a", null)]
    [InlineData("/things/a/7/x", null)]
    public async Task LocationOfWhatHasSeveralParameters_NamesAllItsParts(string location, string? id)
    {
        await using var server = await Api.AnsweringAsync(new Answer(201, "", ("Location", location)));
        using var http = new HttpClient { BaseAddress = server.Address };
        var happened = await Things.SendAsync(Things.Remote(http, Things.Described(read: "/things/{kind}/{id}", id: "kind+id", idParameter: "kind+id")));

        Assert.Equal(id, (happened as CreateEvent.Applied)?.Id);
        if (id is not null) Assert.Equal("a/b", (string?)Assert.IsType<CreateEvent.Applied>(happened).Body["kind"]);
    }

    [Fact]
    public async Task ItemThatLivesBesideItsCollection_IsNamedByItsLocation_AndRead()
    {
        await using var server = await Api.RoutingAsync(("POST /clusters/a/things", new Answer(201, "", ("Location", "/things/7"))), ("GET /things/7", new Answer(200, """{"id":7}""")));
        using var http = server.NewClient();
        var remote = Things.Remote(http, Things.Described(create: "/clusters/{cluster}/things"), arguments: [new("cluster", "a")]);
        Assert.Equal("7", Assert.IsType<CreateEvent.Applied>(await Things.SendAsync(remote)).Id);
        Assert.IsType<CreateEvent.SeenPresent>(await remote.GetAsync("7", TestContext.Current.CancellationToken));
        var unnamed = Things.Remote(http, Things.Described(create: "/clusters/{cluster}/things", read: "/regions/{region}/things/{id}"), arguments: [new("cluster", "a")]);
        Assert.IsType<CreateEvent.Ambiguous>(await Things.SendAsync(unnamed));
    }

    [Fact]
    public async Task BodyGoesBeforeTheLocation_AndAnUnreadableBodyProvesNothing()
    {
        Assert.Equal("8", Assert.IsType<CreateEvent.Applied>(await HappenedAsync(new Answer(201, """{"id":8}""", ("Location", "/things/7")))).Id);
        Assert.Equal("7", Assert.IsType<CreateEvent.Applied>(await HappenedAsync(new Answer(201, """{"message":"done"}""", ("Location", "/things/7")))).Id);
        Assert.IsType<CreateEvent.Ambiguous>(await HappenedAsync(new Answer(201, "<html>", ("Location", "/things/7"))));
    }

    [Fact]
    public async Task IdInTheReply_IsReadWhereTheDescriptorSays()
    {
        var descriptor = Things.Described(idInReply: "data.thingID", envelope: "data.thing");
        var shown = Assert.IsType<CreateEvent.Applied>(await HappenedAsync(new Answer(200, """{"data":{"thingID":"7","thing":{"name":"web-1"}}}"""), descriptor));
        Assert.Equal(("7", "web-1", false), (shown.Id, (string?)shown.Body["name"], shown.CarriesMarker));
        Assert.IsType<CreateEvent.Ambiguous>(await HappenedAsync(new Answer(200, """{"data":{"thing":{"id":"8"}}}"""), descriptor));
    }

    [Fact]
    public async Task ReplyThatIsNotTheResource_IsReadAfterwards_AndSaysNothingAboutItsMarker()
    {
        var descriptor = Things.Described(marker: new MarkerField(MarkerKind.Tags, "tags"), replyIsResource: false);
        await using var server = await Api.AnsweringAsync(new Answer(201, """{"id":"7","token":"once"}"""));
        using var http = server.NewClient();
        var remote = Things.Remote(http, descriptor);
        var applied = Assert.IsType<CreateEvent.Applied>(await Things.SendAsync(remote));
        Assert.Equal(("7", """{"id":"7"}""", null), (applied.Id, applied.Body.ToJsonString(), applied.CarriesMarker));
        Assert.True(remote.Policy.ReadsAfterCreate);
        Assert.False(Things.Remote(http, Things.Described()).Policy.ReadsAfterCreate);
    }

    [Fact]
    [Trait("Feature", "E3")]
    public async Task StatusThatIsSentUnread_IsNotApplied_AndSaysWhenToTryAgain()
    {
        var descriptor = Things.Described(rejectsUnread: [429, 403]);
        Assert.Equal(TimeSpan.FromSeconds(17), Wait(await HappenedAsync(new Answer(429, "", ("Retry-After", "17")), descriptor)));
        Assert.Equal(TimeSpan.FromSeconds(3), Wait(await HappenedAsync(new Answer(429), descriptor)));
        Assert.Equal(TimeSpan.FromSeconds(3), Wait(await HappenedAsync(new Answer(403), descriptor)));
        Assert.Null(Wait(await HappenedAsync(new Answer(422, "", ("Retry-After", "17")), descriptor)));
        Assert.IsType<CreateEvent.Ambiguous>(await HappenedAsync(new Answer(503, "", ("Retry-After", "17")), descriptor));

        static TimeSpan? Wait(CreateEvent happened) => Assert.IsType<CreateEvent.NotApplied>(happened).RetryAfter;
    }

    [Fact]
    [Trait("Feature", "E3")]
    public async Task RetryAfter_IsReadAsADateToo_AndIsNeverNegative()
    {
        var time = new ManualTime();
        Assert.Equal(TimeSpan.FromSeconds(90), await WaitAsync(time.GetUtcNow().AddSeconds(90)));
        Assert.Equal(TimeSpan.Zero, await WaitAsync(time.GetUtcNow().AddSeconds(-90)));

        async Task<TimeSpan?> WaitAsync(DateTimeOffset until)
        {
            await using var server = await Api.AnsweringAsync(new Answer(503, "", ("Retry-After", until.ToString("R", CultureInfo.InvariantCulture))));
            using var http = server.NewClient();
            var remote = Things.Remote(http, Things.Described(), semel: Things.Context(time: time));
            return Assert.IsType<CreateEvent.Ambiguous>(await remote.PostAsync(Things.Intent(), new Deadline(new RunClock(time), time.GetUtcNow().AddMinutes(1)), TestContext.Current.CancellationToken)).RetryAfter;
        }
    }

    [Theory]
    [InlineData(409, "no such thing", true)]
    [InlineData(422, "invalid", true)]
    [InlineData(400, "duplicate: it already exists", false)]
    [InlineData(500, "already exists", false)]
    [Trait("Feature", "E4")]
    [Trait("Feature", "A8")]
    public async Task AlreadyExists_IsSaidByADeclaredStatus_AndNeverByAText(int status, string message, bool exists)
    {
        var happened = await HappenedAsync(new Answer(status, $$"""{"message":"{{message}}"}"""), Things.Described(saysExists: [422]));
        Assert.Equal(exists ? status : null, (happened as CreateEvent.Exists)?.Status);
        if (status == 422) Assert.IsType<CreateEvent.NotApplied>(await HappenedAsync(new Answer(422)));
    }

    private static async Task<CreateEvent> HappenedAsync(Answer answer, ResourceDescriptor? descriptor = null)
    {
        await using var server = await Api.AnsweringAsync(answer);
        using var http = server.NewClient();
        return await Things.SendAsync(Things.Remote(http, descriptor ?? Things.Described()));
    }
}
