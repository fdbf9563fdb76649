using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http.Security;

/// <summary>Handlers that add credentials, over real HTTP.</summary>
public sealed class SecurityHandlerTests
{
    private const string Secret = "s3cret-key";

    public static TheoryData<string> Handlers() => ["basic", "bearer", "source", "header", "query", "cookie"];

    [Theory, MemberData(nameof(Handlers))]
    public async Task Credentials_AreWhereTheApiWantsThem(string kind)
    {
        await using var api = await LoopbackApi.StartAsync(200, "{}");
        using var http = api.NewClient(NewHandler(kind));

        await SendAsync(http, new ApiRequest(HttpMethod.Get, "/things").Query("q", "a b"));

        var seen = Assert.Single(api.Seen);
        switch (kind)
        {
            case "basic": Assert.Equal("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ü:" + Secret)), seen.Headers["Authorization"]); break;
            case "bearer" or "source": Assert.Equal("Bearer " + Secret, seen.Headers["Authorization"]); break;
            case "header": Assert.Equal(Secret, seen.Headers["X-Key"]); break;
            case "query": Assert.Equal($"/things?q=a%20b&key={Secret}", seen.Target); break;
            default: Assert.Equal("key=" + Secret, seen.Headers["Cookie"]); break;
        }
    }

    [Theory, MemberData(nameof(Handlers))]
    public async Task Credentials_AreInNoErrorThatQuotesThem(string kind)
    {
        await using var api = await LoopbackApi.StartAsync(async context =>
        {
            context.Response.StatusCode = 403;
            var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("ü:" + Secret));
            await context.Response.WriteAsync($$"""{"title":"{{Secret}} and {{(kind == "basic" ? basic : "")}} are wrong","detail":"no"}""");
        });
        var handler = NewHandler(kind);
        using var http = api.NewClient(handler);

        var error = await Assert.ThrowsAsync<ApiException>(() => SendAsync(http, new ApiRequest(HttpMethod.Get, "/things")));
        var create = await Assert.ThrowsAsync<RejectedException>(() => CreateAsync(http));

        var shown = $"{error}{error.Body!.ToJsonString()}{error.Details!.Title}{create}{create.Details!.Title}{handler}";
        Assert.DoesNotContain(Secret, shown);
        Assert.DoesNotContain("w7w6", shown); // the beginning of the name and the password in base64
        Assert.Contains("*** and", shown);
    }

    [Theory, MemberData(nameof(Handlers))]
    public async Task Redirect_CarriesCredentialsToNoOtherOrigin(string kind)
    {
        await using var other = await LoopbackApi.StartAsync(200, "{}");
        await using var api = await LoopbackApi.StartAsync(context =>
        {
            context.Response.Redirect(context.Request.Path.StartsWithSegments("/here") ? "/there" : context.Request.Path.StartsWithSegments("/there") ? "/last" : $"{other.Address}elsewhere");
            if (context.Request.Path.StartsWithSegments("/last")) context.Response.StatusCode = 200;
            return Task.CompletedTask;
        });
        using var http = api.NewClient(NewHandler(kind));

        await SendAsync(http, new ApiRequest(HttpMethod.Get, "/away"));
        await SendAsync(http, new ApiRequest(HttpMethod.Get, "/here"));

        var seen = Assert.Single(other.Seen);
        Assert.DoesNotContain(Secret, string.Join(' ', seen.Headers.Values) + seen.Target);
        Assert.DoesNotContain("w7w6", string.Join(' ', seen.Headers.Values));
        if (kind is "header" or "cookie") Assert.All(api.Seen, request => Assert.Contains(Secret, string.Join(' ', request.Headers.Values)));
        Assert.Equal(["/away", "/here", "/there", "/last"], api.Seen.Select(request => request.Target.Split('?')[0]));
    }

    /// <summary>What the handler's own redirects are for: without them a key in a header goes along.</summary>
    [Fact]
    public async Task HeaderOfTheClientItself_WouldBeCarriedToAnotherOrigin()
    {
        await using var other = await LoopbackApi.StartAsync(200, "{}");
        await using var api = await LoopbackApi.StartAsync(context =>
        {
            context.Response.Redirect($"{other.Address}elsewhere");
            return Task.CompletedTask;
        });
        using var http = api.NewClient();
        http.DefaultRequestHeaders.Add("X-Key", Secret);

        await SendAsync(http, new ApiRequest(HttpMethod.Get, "/away"));

        Assert.Equal(Secret, Assert.Single(other.Seen).Headers["X-Key"]);
    }

    [Fact]
    public async Task Redirect_OfAnythingButAReadIsTheReply()
    {
        await using var api = await LoopbackApi.StartAsync(context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = "/there";
            return Task.CompletedTask;
        });
        using var http = api.NewClient(NewHandler("header"));

        Assert.Equal(307, (await Assert.ThrowsAsync<ApiException>(() => SendAsync(http, new ApiRequest(HttpMethod.Delete, "/things")))).Status);
        Assert.Single(api.Seen);
    }

    [Fact]
    public async Task HandlerThatWasUsedAndFollowsRedirects_IsRefused()
    {
        await using var api = await LoopbackApi.StartAsync(200, "{}");
        var innermost = new SocketsHttpHandler();
        using var bare = new HttpClient(innermost) { BaseAddress = api.Address };
        await SendAsync(bare, new ApiRequest(HttpMethod.Get, "/things"));
        using var http = new HttpClient(new ApiKeyHandler(ApiKeyPlace.Header, "X-Key", Secret) { InnerHandler = innermost }) { BaseAddress = api.Address };

        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(http, new ApiRequest(HttpMethod.Get, "/things")));

        Assert.Single(api.Seen);
    }

    [Fact]
    public async Task SourceThatFails_SendsNothing_AndTheCreateIsKnownNotToBeApplied()
    {
        await using var api = await LoopbackApi.StartAsync(200, """{"id":"1"}""");
        var isBroken = true;
        using var http = api.NewClient(new BearerTokenHandler(_ => isBroken ? throw new TimeoutException(Secret) : ValueTask.FromResult("t")));
        var repository = new MemoryDataRepository();

        var error = await Assert.ThrowsAsync<RejectedException>(() => CreateAsync(http, repository));
        Assert.Empty(api.Seen);
        Assert.DoesNotContain(Secret, error.Message);

        isBroken = false;
        Assert.Equal(Outcome.Created, (await CreateAsync(http, repository)).Outcome);
        Assert.Equal(1, api.Posts);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("")]
    public async Task SecretThatWouldEndAHeader_IsRefused(string secret)
    {
        await using var api = await LoopbackApi.StartAsync(200, "{}");
        foreach (DelegatingHandler handler in new DelegatingHandler[] { new BearerTokenHandler(_ => ValueTask.FromResult(secret)), new ApiKeyHandler(ApiKeyPlace.Header, "X-Key", _ => ValueTask.FromResult(secret)), new ApiKeyHandler(ApiKeyPlace.Cookie, "k", _ => ValueTask.FromResult(secret)) })
        {
            using var http = api.NewClient(handler);
            var error = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(http, new ApiRequest(HttpMethod.Get, "/things")));
            Assert.DoesNotContain("X-Evil", error.ToString());
        }

        Assert.Empty(api.Seen);
    }

    private static DelegatingHandler NewHandler(string kind) => kind switch
    {
        "basic" => new BasicAuthenticationHandler("ü", Secret),
        "bearer" => new BearerTokenHandler(Secret),
        "source" => new BearerTokenHandler(_ => ValueTask.FromResult(Secret)),
        "header" => new ApiKeyHandler(ApiKeyPlace.Header, "X-Key", Secret),
        "query" => new ApiKeyHandler(ApiKeyPlace.Query, "key", Secret),
        "cookie" => new ApiKeyHandler(ApiKeyPlace.Cookie, "key", Secret),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Task SendAsync(HttpClient http, ApiRequest request) => new ApiClient(http, NoRepository.Context()).SendAsync(request);

    private static Task<Ensured<Thing>> CreateAsync(HttpClient http, IDataRepository? repository = null) =>
        new ResourceClient<Thing>(http, new SemelContext(repository ?? new MemoryDataRepository(), "test"), new() { Model = "Things", Guarantee = Guarantee.AtMostOnce, CreatePath = "/things", Id = "id" })
            .CreateAsync("one", new Thing([]), [], CancellationToken.None);

    private sealed class Thing(JsonObject json) : View(json), IView<Thing>
    {
        public static Thing Wrap(JsonObject json) => new(json);
    }
}
