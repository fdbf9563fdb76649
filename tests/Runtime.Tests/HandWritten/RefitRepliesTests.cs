using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Refit;
using Semel.Runtime.Tests.Http;
using RefitException = Refit.ApiException;

namespace Semel.Runtime.Tests.HandWritten;

/// <summary>Every kind of reply that a Refit interface can return, end to end: the id is found in it, and an error status is judged, thrown or not.</summary>
[Trait("Feature", "A6")]
public sealed class RefitRepliesTests
{
    public static TheoryData<string> Kinds => ["ApiResponse", "IApiResponse", "HttpResponseMessage", "string"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task CreatedTwice_SendsOnePost_AndTheReplyIsTheCallersToRead(string kind)
    {
        await using var api = await LoopbackApi.StartAsync(Answer(201));
        var (first, second) = (await EnsureAsync(kind, api), await EnsureAsync(kind, api));
        Assert.Equal(1, api.Posts);
        Assert.Equal(["POST", "GET"], api.Seen.Select(request => request.Method));
        Assert.Contains("/replies/7", api.Seen.Last().Target, StringComparison.Ordinal);
        Assert.Equal(kind == "IApiResponse" ? ("201", "200") : ("created", "read"), (first, second));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task ErrorStatus_IsJudged_WhetherItIsThrownOrReturned(string kind)
    {
        await using var refusing = await LoopbackApi.StartAsync(Answer(422));
        Assert.Equal(422, (await Assert.ThrowsAsync<RejectedException>(() => EnsureAsync(kind, refusing))).Status);
        await using var failing = await LoopbackApi.StartAsync(Answer(500));
        await Assert.ThrowsAsync<IndeterminateException>(() => EnsureAsync(kind, failing));
        Assert.Equal((1, 1), (refusing.Posts, failing.Posts));
    }

    /// <summary>A caller's headers go on, and the key is among them, whatever the caller says.</summary>
    [Fact]
    [Trait("Feature", "E5")]
    public async Task HeaderCollection_GetsTheKey()
    {
        await using var api = await LoopbackApi.StartAsync(Answer(201));
        var headers = new Dictionary<string, string> { ["X-Trace"] = "t", ["idempotency-key"] = "of the caller" };
        using var http = api.NewClient();
        await ((IRefitReplies)new IdempotentRefitReplies(new RefitReplies(http), new SemelContext(new MemoryDataRepository(), "test"))).PostWithHeadersAsync("one", headers, TestContext.Current.CancellationToken);
        var sent = api.Seen.First().Headers;
        Assert.Equal(("t", IdempotencyKey.Create("test", "Headers", "one", 1)), (sent["X-Trace"], sent["Idempotency-Key"]));
        Assert.Equal("of the caller", headers["idempotency-key"]);
    }

    private readonly ConcurrentDictionary<LoopbackApi, MemoryDataRepository> _repositories = [];

    private async Task<string> EnsureAsync(string kind, LoopbackApi server)
    {
        using var http = server.NewClient();
        IRefitReplies api = new IdempotentRefitReplies(new RefitReplies(http), new SemelContext(_repositories.GetOrAdd(server, _ => new MemoryDataRepository()), "test"));
        var token = TestContext.Current.CancellationToken;
        switch (kind)
        {
            case "ApiResponse": return (await api.PostForResponseAsync(new("one"), token)).Content!.Name;
            case "IApiResponse": return $"{(int)(await api.PostForStatusAsync("one", token)).StatusCode}";
            case "HttpResponseMessage":
                using (var reply = await api.PostForMessageAsync("one", token)) return (string)JsonNode.Parse(await reply.Content.ReadAsStringAsync(token))!["name"]!;
            default: return (string)JsonNode.Parse(await api.PostForTextAsync("one", token))!["name"]!;
        }
    }

    private static Func<Microsoft.AspNetCore.Http.HttpContext, Task> Answer(int status) => async context =>
    {
        var isPost = context.Request.Method == "POST";
        context.Response.StatusCode = isPost ? status : 200;
        context.Response.Headers.Location = "/replies/7";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($$"""{ "id": "7", "name": "{{(isPost ? "created" : "read")}}" }"""));
    };
}

/// <summary>A Refit interface with every kind of reply.</summary>
public interface IRefitReplies
{
    [Post("/replies"), Idempotent(Key = "request.Name", Model = "Responses", Read = nameof(GetForResponseAsync))]
    Task<ApiResponse<Thing>> PostForResponseAsync([Body] ThingCreate request, CancellationToken cancellationToken = default);

    [Get("/replies/{id}")]
    Task<ApiResponse<Thing>> GetForResponseAsync(string id, CancellationToken cancellationToken = default);

    [Post("/replies"), Idempotent(Key = "name", Model = "Statuses", Read = nameof(GetForStatusAsync))]
    Task<IApiResponse> PostForStatusAsync([Body] string name, CancellationToken cancellationToken = default);

    [Get("/replies/{id}")]
    Task<IApiResponse> GetForStatusAsync(string id, CancellationToken cancellationToken = default);

    [Post("/replies"), Idempotent(Key = "name", Model = "Messages", Read = nameof(GetForMessageAsync))]
    Task<HttpResponseMessage> PostForMessageAsync([Body] string name, CancellationToken cancellationToken = default);

    [Get("/replies/{id}")]
    Task<HttpResponseMessage> GetForMessageAsync(string id, CancellationToken cancellationToken = default);

    [Post("/replies"), Idempotent(Key = "name", Model = "Texts", Read = nameof(GetForTextAsync))]
    Task<string> PostForTextAsync([Body] string name, CancellationToken cancellationToken = default);

    [Get("/replies/{id}")]
    Task<string> GetForTextAsync(string id, CancellationToken cancellationToken = default);

    [Post("/replies"), Idempotent(Key = "name", Model = "Headers", IdempotencyKey = "Idempotency-Key", Read = nameof(GetForTextAsync))]
    Task<string> PostWithHeadersAsync([Body] string name, [HeaderCollection] IDictionary<string, string> headers, CancellationToken cancellationToken = default);
}

/// <summary>What Refit would write for it.</summary>
internal sealed class RefitReplies(HttpClient http) : IRefitReplies
{
    public Task<ApiResponse<Thing>> PostForResponseAsync(ThingCreate request, CancellationToken cancellationToken) => ResponseAsync(PostAsync(request.Name, null, cancellationToken), cancellationToken);

    public Task<ApiResponse<Thing>> GetForResponseAsync(string id, CancellationToken cancellationToken) => ResponseAsync(GetAsync(id, cancellationToken), cancellationToken);

    public async Task<IApiResponse> PostForStatusAsync(string name, CancellationToken cancellationToken) => await ResponseAsync(PostAsync(name, null, cancellationToken), cancellationToken);

    public async Task<IApiResponse> GetForStatusAsync(string id, CancellationToken cancellationToken) => await ResponseAsync(GetAsync(id, cancellationToken), cancellationToken);

    public Task<HttpResponseMessage> PostForMessageAsync(string name, CancellationToken cancellationToken) => PostAsync(name, null, cancellationToken);

    public Task<HttpResponseMessage> GetForMessageAsync(string id, CancellationToken cancellationToken) => GetAsync(id, cancellationToken);

    public Task<string> PostForTextAsync(string name, CancellationToken cancellationToken) => TextAsync(PostAsync(name, null, cancellationToken), cancellationToken);

    public Task<string> GetForTextAsync(string id, CancellationToken cancellationToken) => TextAsync(GetAsync(id, cancellationToken), cancellationToken);

    public Task<string> PostWithHeadersAsync(string name, IDictionary<string, string> headers, CancellationToken cancellationToken) => TextAsync(PostAsync(name, headers, cancellationToken), cancellationToken);

    private async Task<HttpResponseMessage> PostAsync(string name, IDictionary<string, string>? headers, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "replies") { Content = new StringContent(name) };
        foreach (var header in headers ?? new Dictionary<string, string>()) request.Headers.Add(header.Key, header.Value);
        return await http.SendAsync(request, cancellationToken);
    }

    private Task<HttpResponseMessage> GetAsync(string id, CancellationToken cancellationToken) => http.GetAsync($"replies/{id}", cancellationToken);

    private static async Task<ApiResponse<Thing>> ResponseAsync(Task<HttpResponseMessage> sending, CancellationToken cancellationToken)
    {
        var response = await sending;
        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
        return new(response.StatusCode, response.IsSuccessStatusCode ? new Thing((string)json["id"]!, (string)json["name"]!, []) : null, response.Headers);
    }

    private static async Task<string> TextAsync(Task<HttpResponseMessage> sending, CancellationToken cancellationToken)
    {
        using var response = await sending;
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync(cancellationToken) : throw new RefitException(response.StatusCode);
    }
}
