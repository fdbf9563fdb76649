using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

/// <summary>Headers of replies can be read without another method for each operation.</summary>
public sealed class ApiRepliesTests
{
    [Fact]
    public async Task HeadersOfACall_AreReadable()
    {
        await using var api = await StartAsync();
        using var http = api.NewClient();
        using var replies = ApiReplies.Capture();

        await SendAsync(http, "/things/{id}", "a");

        var reply = replies.Last!;
        Assert.Equal((HttpMethod.Get, "/things/{id}", 200), (reply.Method, reply.Path, reply.Status));
        Assert.Equal("1", reply.Header("x-count"));
        Assert.Equal(["a=1", "b=2"], reply.Headers["Set-Cookie"]);
        Assert.Equal("application/json", reply.Header("Content-Type"));
        Assert.Null(reply.Header("X-Nothing"));
        Assert.DoesNotContain("a=1", reply.ToString());
    }

    [Fact]
    public async Task FailedCallsAndCreates_AreThereToo()
    {
        await using var api = await StartAsync();
        using var http = api.NewClient();
        using var replies = ApiReplies.Capture();

        await Assert.ThrowsAsync<ApiException>(() => SendAsync(http, "/missing/{id}", "a"));
        var things = new ResourceClient<AnyView>(http, new SemelContext(new MemoryDataRepository(), "test"), new() { Model = "Things", Guarantee = Guarantee.AtMostOnce, CreatePath = "/things", Id = "id" });
        await things.CreateAsync("one", new AnyView([]), [], CancellationToken.None);

        Assert.Equal(["GET /missing/{id}: 404", "POST /things: 200"], replies.All.Select(reply => reply.ToString()));
    }

    [Fact]
    public async Task Scopes_NestAndEnd_AndKeepApart()
    {
        await using var api = await StartAsync();
        using var http = api.NewClient();
        using var outer = ApiReplies.Capture();
        using (var inner = ApiReplies.Capture())
        {
            await SendAsync(http, "/things/{id}", "a");
            Assert.Single(inner.All);
        }

        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            using var own = ApiReplies.Capture();
            await SendAsync(http, $"/n{number}/{{id}}", "a");
            return own.All.Select(reply => reply.Path).ToList();
        }));

        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"/n{number}/{{id}}"), others.Select(Assert.Single));
        Assert.Equal(9, outer.All.Count);
        outer.Dispose();
        await SendAsync(http, "/things/{id}", "a");
        Assert.Equal(9, outer.All.Count);
    }

    [Fact]
    public async Task OfManyReplies_TheNewestAreKept()
    {
        await using var api = await StartAsync();
        using var http = api.NewClient();
        using var replies = ApiReplies.Capture();

        for (var i = 0; i < ApiReplies.MaximumReplies + 5; i++) await SendAsync(http, "/things/{id}", "a");

        Assert.Equal(ApiReplies.MaximumReplies, replies.All.Count);
        Assert.Equal("105", replies.Last!.Header("X-Count"));
    }

    private static Task SendAsync(HttpClient http, string path, string id) =>
        new ApiClient(http, NoRepository.Context()).SendAsync(new ApiRequest(HttpMethod.Get, path).Path("id", id));

    private static Task<LoopbackApi> StartAsync()
    {
        var count = 0;
        return LoopbackApi.StartAsync(context =>
        {
            context.Response.Headers["X-Count"] = Interlocked.Increment(ref count).ToString(System.Globalization.CultureInfo.InvariantCulture);
            context.Response.Headers.SetCookie = new(["a=1", "b=2"]);
            context.Response.ContentType = "application/json";
            if (context.Request.Path.StartsWithSegments("/missing")) context.Response.StatusCode = 404;
            return context.Response.WriteAsync("""{"id":"1"}""");
        });
    }

    private sealed class AnyView(System.Text.Json.Nodes.JsonObject json) : View(json), IView<AnyView>
    {
        public static AnyView Wrap(System.Text.Json.Nodes.JsonObject json) => new(json);
    }
}
