using System.Net;
using Semel.Testing.Tests.Support;

namespace Semel.Testing.Tests;

public sealed class ServerTests
{
    [Fact]
    public async Task Token_IsAskedForWhereSet()
    {
        await using CloudServer server = await CloudServer.StartAsync(new CloudOptions { Token = "right" });
        using HttpClient right = server.CreateClient();
        using var none = new HttpClient { BaseAddress = server.BaseAddress };
        using var wrong = new HttpClient { BaseAddress = server.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", "wrong") } };

        Assert.Equal(201, (await right.CreateAsync(CloudKind.Tags, Bodies.Tag("a"))).Status);
        Answer refused = await wrong.CreateAsync(CloudKind.Tags, Bodies.Tag("b"));
        Assert.Equal((401, "unauthorized", "Bearer"), (refused.Status, refused.Error, refused.Headers["WWW-Authenticate"]));
        Assert.Equal(401, (await none.ReadAsync("/v1/tags")).Status);
        Assert.Single(server.Applied);
        Assert.DoesNotContain(server.Requests, request => request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Requests_HoldWhatWasSentAndAnswered()
    {
        await using CloudServer server = await CloudServer.StartAsync();
        using HttpClient http = server.CreateClient();
        http.DefaultRequestHeaders.Add("Idempotency-Key", "key-1");
        await http.CreateAsync(CloudKind.Tags, Bodies.Tag());
        await http.ReadAsync("/v1/tags?page=2");

        Assert.Equal(
            [("POST", "/v1/tags", "", 201, "key-1"), ("GET", "/v1/tags", "?page=2", 200, "key-1")],
            server.Requests.Select(request => (request.Method, request.Path, request.Query, request.Status ?? 0, request.Header("idempotency-key") ?? "")));
        Assert.Equal(Bodies.Tag(), server.Requests[0].Body);
        Assert.Null(server.Requests[1].Body);
        Assert.Same(server.Mutations[0].Path, server.Requests[0].Path);
        Assert.Single(server.Mutations);
    }

    [Theory]
    [InlineData("GET", "/", 404)]
    [InlineData("GET", "/v1", 404)]
    [InlineData("GET", "/v1/clouds", 404)]
    [InlineData("GET", "/v1/servers/", 404)]
    [InlineData("GET", "/v1/servers/1/disks", 404)]
    [InlineData("GET", "/v2/servers", 404)]
    [InlineData("PATCH", "/v1/servers/1", 405)]
    [InlineData("DELETE", "/v1/servers", 405)]
    [InlineData("POST", "/v1/servers/1", 405)]
    public async Task UnknownPathOrMethod_IsRefused(string method, string path, int status)
    {
        await using CloudServer server = await CloudServer.StartAsync();
        using HttpClient http = server.CreateClient();
        Assert.Equal(status, (await http.SendAsync(method, path)).Status);
    }

    [Fact]
    public async Task ListensOnLoopbackOnly_EachOnItsOwnPort()
    {
        await using CloudServer one = await CloudServer.StartAsync();
        await using CloudServer two = await CloudServer.StartAsync();
        Assert.True(IPAddress.IsLoopback(IPAddress.Parse(one.BaseAddress.Host)));
        Assert.NotEqual(one.BaseAddress.Port, two.BaseAddress.Port);
        Assert.Equal(0, two.Count(CloudKind.Servers));
    }

    [Fact]
    public async Task Dispose_EndsRequestsThatWait_AndIsRepeatable()
    {
        CloudServer server = await CloudServer.StartAsync();
        using HttpClient http = server.CreateClient();
        Fault hang = server.Faults.On("POST", "/v1/servers").Hang();
        Fault hold = server.Faults.On("POST", "/v1/tags").Hold();
        Task<Answer> hanging = http.CreateAsync(CloudKind.Servers, Bodies.Server());
        Task<Answer> held = http.CreateAsync(CloudKind.Tags, Bodies.Tag());
        await Task.WhenAll(hang.Hit, hold.Hit);

        await server.DisposeAsync();
        await server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
        await Assert.ThrowsAsync<HttpRequestException>(() => held);
        Assert.Empty(server.Applied);
    }

    [Fact]
    public async Task SenselessOptions_AreRefused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => CloudServer.StartAsync(new CloudOptions { StartupTime = TimeSpan.FromSeconds(-1) }));
        await Assert.ThrowsAsync<ArgumentException>(() => CloudServer.StartAsync(new CloudOptions { Token = "" }));
        await Assert.ThrowsAsync<ArgumentNullException>(() => CloudServer.StartAsync(new CloudOptions { TimeProvider = null! }));
    }
}
