using System.Net;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>What the handler guards on the wire, whatever else is in the chain.</summary>
[Trait("Feature", "E7")]
public sealed class CreateAttemptHandlerTests
{
    private static readonly SemelContext Semel = new(new MemoryDataRepository(), "test");

    private static CreateOrGetOptions<string> Keyed => new() { Id = id => id, IdempotencyKey = new(KeyPlace.Header, "Idempotency-Key") };

    [Fact]
    public async Task Key_TravelsWithoutAParameterForIt_TheSameInEveryAttempt()
    {
        var answers = 0;
        await using var api = await LoopbackApi.StartAsync(context =>
        {
            context.Response.StatusCode = ++answers == 1 ? 500 : 201;
            return Task.CompletedTask;
        });
        using var http = api.NewClient(new CreateAttemptHandler());
        var semel = new SemelContext(new MemoryDataRepository(), "test");

        await semel.CreateOrGetAsync("Things", "one", (_, token) => PostAsync(http, token), Keyed);

        var keys = api.Seen.Select(request => request.Headers["Idempotency-Key"]).ToList();
        Assert.Equal((2, 1), (keys.Count, keys.Distinct().Count()));
        Assert.Equal(IdempotencyKey.Create("test", "Things", "one", 1), keys[0]);
    }

    [Fact]
    public async Task WithoutTheHandler_TheKeyIsNotSent_AndNothingIsRepeatedBlindly()
    {
        await using var api = await LoopbackApi.StartAsync(500);
        using var http = api.NewClient();
        var semel = new SemelContext(new MemoryDataRepository(), "test");

        var stopped = await Assert.ThrowsAsync<IndeterminateException>(() => semel.CreateOrGetAsync("Things", "one", (_, token) => PostAsync(http, token), Keyed));
        Assert.Contains("without its idempotency key", stopped.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<IndeterminateException>(() => semel.CreateOrGetAsync("Things", "one", (_, token) => PostAsync(http, token), Keyed));
        Assert.Equal(1, api.Posts);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RetryingHandler_GetsNoSecondPostOut_WhereverItStands(bool isOutside)
    {
        await using var api = await LoopbackApi.StartAsync(503);
        DelegatingHandler[] handlers = isOutside ? [new Retrying(), new CreateAttemptHandler()] : [new CreateAttemptHandler(), new Retrying()];
        using var http = api.NewClient(handlers);

        await Assert.ThrowsAsync<IndeterminateException>(() => new SemelContext(new MemoryDataRepository(), "test").CreateOrGetAsync("Things", "one", (_, token) => PostAsync(http, token)));
        Assert.Equal(1, api.Posts);
    }

    [Fact]
    public async Task WithoutTheHandler_ARetryingHandlerSendsAgain()
    {
        await using var api = await LoopbackApi.StartAsync(503);
        using var http = api.NewClient(new Retrying());
        await Assert.ThrowsAsync<IndeterminateException>(() => new SemelContext(new MemoryDataRepository(), "test").CreateOrGetAsync("Things", "one", (_, token) => PostAsync(http, token)));
        Assert.Equal(3, api.Posts);
    }

    [Theory]
    [InlineData(307)]
    [InlineData(308)]
    [InlineData(302)]
    public async Task Redirect_IsNotFollowedToASecondCreate_AndItsReplyIsNotBelieved(int status)
    {
        await using var api = await LoopbackApi.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/elsewhere" ? 200 : status;
            if (context.Request.Path != "/elsewhere") context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using var http = api.NewClient(new CreateAttemptHandler());
        await Assert.ThrowsAsync<IndeterminateException>(() => new SemelContext(new MemoryDataRepository(), "test").CreateOrGetAsync("Things", "one", (_, token) => PostAsync(http, token)));
        Assert.Equal(1, api.Posts);
    }

    [Theory]
    [InlineData(201, typeof(IndeterminateException))]
    [InlineData(400, typeof(RejectedException))]
    public async Task ErrorAfterThePost_IsJudgedByWhatThePostWasAnsweredWith(int status, Type expected)
    {
        await using var api = await LoopbackApi.StartAsync(status);
        using var http = api.NewClient(new CreateAttemptHandler());
        var thrown = await Record.ExceptionAsync(() => new SemelContext(new MemoryDataRepository(), "test").CreateOrGetAsync("Things", "one", async (_, token) =>
        {
            using var response = await http.PostAsync("things", null, token);
            return Fail(); // alone it would prove that nothing was applied
        }));
        Assert.IsType(expected, thrown);
        Assert.Equal("", api.Seen.Single().Body);
    }

    /// <summary>The caller's own code does not look at its token, as that of a process that stood still can't.</summary>
    [Theory]
    [InlineData("before it", "PATCH")]
    [InlineData("behind it", "PATCH")]
    [InlineData("before it", "DELETE")]
    [Trait("Feature", "F2")]
    public async Task ChangeThatIsHeldUpPastItsDeadline_IsNotSent_WhereverThatHappens(string where, string method)
    {
        Assert.Equal(0, await SentAsync(method, held => where == "before it" ? [held, new CreateAttemptHandler()] : [new CreateAttemptHandler(), held], TimeSpan.FromMinutes(1)));
        Assert.Equal(1, await SentAsync(method, held => [held, new CreateAttemptHandler()], TimeSpan.FromSeconds(1)));
        Assert.Equal(1, await SentAsync(method, held => [held], TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task OutsideOfACreate_RequestsPass()
    {
        await using var api = await LoopbackApi.StartAsync(200);
        using var http = api.NewClient(new CreateAttemptHandler());
        for (var i = 0; i < 2; i++) (await http.PostAsync("things", new StringContent("x"), TestContext.Current.CancellationToken)).Dispose();
        Assert.Equal(2, api.Posts);
        Assert.Null(CreateAttempt.Current);
    }

    [Fact]
    public async Task NoConnection_IsProofThatNothingWasApplied()
    {
        using var http = new HttpClient(new CreateAttemptHandler(new SocketsHttpHandler())) { BaseAddress = new("http://127.0.0.1:1/") };
        await Assert.ThrowsAsync<RejectedException>(() => Semel.CreateOrGetAsync("Things", "refused", (_, token) => PostAsync(http, token)));
        using var bare = new HttpClient { BaseAddress = new("http://127.0.0.1:1/") };
        await Assert.ThrowsAsync<RejectedException>(() => Semel.CreateOrGetAsync("Things", "refused", (_, token) => PostAsync(bare, token)));
    }

    /// <summary>Changes a resource, or replaces it, with requests that are held up; how many of them arrived.</summary>
    private static async Task<int> SentAsync(string method, Func<HeldUp, DelegatingHandler[]> handlers, TimeSpan by)
    {
        await using var api = await LoopbackApi.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Method == "POST" ? 201 : 200;
            return Task.CompletedTask;
        });
        var time = new ManualTime();
        using var http = api.NewClient(handlers(new HeldUp(time, by)));
        var semel = new SemelContext(new MemoryDataRepository(), "test", timeProvider: time);
        async Task ChangeAsync()
        {
            using var request = new HttpRequestMessage(new(method), "things/1") { Content = method == "DELETE" ? null : new StringContent("x") };
            using var response = await http.SendAsync(request, CancellationToken.None);
            response.EnsureSuccessStatusCode();
        }

        CreateOrGetOptions<string> Wanting(string size) => new()
        {
            Id = id => id,
            Input = [new("size", size)],
            OnDrift = method == "DELETE" ? OnDrift.Replace : OnDrift.Update,
            Update = (_, _) => ChangeAsync(),
            Delete = (_, _) => ChangeAsync(),
        };
        await semel.CreateOrGetAsync("Things", "one", (_, token) => PostAsync(http, token), Wanting("small"));
        var thrown = await Record.ExceptionAsync(() => semel.CreateOrGetAsync("Things", "one", (_, token) => PostAsync(http, token), Wanting("large")));
        var sent = api.Seen.Count(request => request.Method == method);
        Assert.Equal(sent == 0, thrown is UnknownException { InnerException: TimeoutException });
        return sent;
    }

    private static string Fail() => throw new HttpRequestException("of a GET that came after it", null, HttpStatusCode.BadRequest);

    private static async Task<string> PostAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var content = new StringContent("""{ "name": "one" }""");
        using var response = await http.PostAsync("things", content, cancellationToken);
        response.EnsureSuccessStatusCode();
        return "1";
    }

    private sealed class HeldUp(ManualTime time, TimeSpan by) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method != HttpMethod.Post) time.Advance(by);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Retrying : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var attempt = 1; ; attempt++)
            {
                var response = await base.SendAsync(request, cancellationToken);
                if (response.IsSuccessStatusCode || attempt == 3) return response;
            }
        }
    }
}
