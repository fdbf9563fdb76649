using System.Net;
using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

/// <summary>Nothing repeats a create behind our back: every client × every fault, counted by the server.</summary>
[Trait("Feature", "E7")]
public sealed class OneShotWireTests
{
    private static readonly Dictionary<string, Func<DelegatingHandler[]>> Clients = new()
    {
        ["bare"] = () => [],
        ["retrying"] = () => [new RetryingHandler()],
        ["buffering"] = () => [new RetryingHandler(), new BufferingHandler()],
        ["buffering above"] = () => [new BufferingHandler(), new RetryingHandler()],
        ["cloning by reading"] = () => [CloningHandler.ByReading()],
        ["cloning by stream"] = () => [CloningHandler.ByStream()],
        ["cloning by copying"] = () => [CloningHandler.ByCopying()],
        ["compressing"] = () => [new CompressingHandler(), new RetryingHandler()],
        ["hedging"] = () => [new HedgingHandler()],
        ["logging"] = () => [new LoggingHandler()],
    };

    private static readonly string[] Faults = ["created", "503", "307", "308", "303", "401", "abort", "fin", "rst", "truncated"];

    public static TheoryData<string, string> Matrix() =>
        [.. Clients.Keys.SelectMany(client => Faults.Select(fault => (client, fault)))];

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Create_ReachesTheServerOnceAtMost_AndNoProofIsFalse(string client, string fault)
    {
        await using var server = await FaultyServer.StartAsync(fault);
        using var http = NewClient(server.Address, fault, Clients[client]());

        var reply = await Create.SendAsync(http, server.Address);

        Assert.InRange(server.Posts, 0, 1);
        if (reply is CreateReply.NotApplied or CreateReply.Exists) Assert.True(server.Posts == 0 || fault == "401", "proved not applied, but the server got it");
        if (reply is CreateReply.Applied) Assert.Equal("created", fault);
        if (server.Posts == 1 && fault is not ("created" or "401")) Assert.IsType<CreateReply.Ambiguous>(reply);
    }

    [Theory]
    [InlineData("retrying", "503")]
    [InlineData("retrying", "abort")]
    [InlineData("retrying", "fin")]
    [InlineData("retrying", "rst")]
    [InlineData("buffering", "503")]
    [InlineData("cloning by reading", "503")]
    [InlineData("cloning by stream", "fin")]
    [InlineData("cloning by copying", "503")]
    [InlineData("compressing", "503")]
    [InlineData("hedging", "created")]
    [InlineData("bare", "307")]
    [InlineData("bare", "308")]
    [InlineData("bare", "401")]
    public async Task NegativeControl_APlainContentIsSentMoreThanOnce(string client, string fault)
    {
        await using var server = await FaultyServer.StartAsync(fault);
        using var http = NewClient(server.Address, fault, Clients[client]());
        using var content = new ByteArrayContent("{}"u8.ToArray());

        await Record.ExceptionAsync(() => http.PostAsync("/things", content));

        Assert.InRange(server.Posts, 2, int.MaxValue);
    }

    [Theory]
    [InlineData("bare")]
    [InlineData("logging")]
    [InlineData("hedging")]
    [InlineData("retrying")]
    public async Task HandlersThatOnlyLook_DoNoHarm(string client)
    {
        await using var server = await FaultyServer.StartAsync("created");
        using var http = NewClient(server.Address, "created", Clients[client]());

        var reply = Assert.IsType<CreateReply.Applied>(await Create.SendAsync(http, server.Address));

        Assert.Equal("7", reply.Body["id"]!.ToJsonString());
        Assert.Equal(1, server.Posts);
    }

    [Theory]
    [InlineData("buffering")]
    [InlineData("cloning by reading")]
    [InlineData("cloning by stream")]
    [InlineData("cloning by copying")]
    [InlineData("compressing")]
    public async Task HandlersThatKeepACopy_AreRefusedBeforeAnythingIsSent(string client)
    {
        await using var server = await FaultyServer.StartAsync("created");
        using var http = NewClient(server.Address, "created", Clients[client]());

        var reply = Assert.IsType<CreateReply.NotApplied>(await Create.SendAsync(http, server.Address));

        Assert.Contains("buffers, reads or changes the body", reply.Evidence);
        Assert.Equal(0, server.Posts);
    }

    [Fact]
    public async Task PostWithoutBody_IsSentOnceWhenTheConnectionCloses()
    {
        await using var server = await FaultyServer.StartAsync("fin on reuse");
        using var http = NewClient(server.Address, "fin on reuse", []);
        var client = new ApiClient(http, NoRepository.Context());
        await client.SendAsync(new ApiRequest(HttpMethod.Get, "/things"));

        await Assert.ThrowsAsync<ApiException>(() => client.SendAsync(new ApiRequest(HttpMethod.Post, "/things/1/actions")));

        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task NegativeControl_PostWithNullContentIsSentAgainWhenTheConnectionCloses()
    {
        await using var server = await FaultyServer.StartAsync("fin on reuse");
        using var http = NewClient(server.Address, "fin on reuse", []);
        using var warm = await http.GetAsync("/things");

        await Record.ExceptionAsync(() => http.PostAsync("/things/1/actions", null));

        Assert.InRange(server.Posts, 2, int.MaxValue);
    }

    private static HttpClient NewClient(Uri address, string fault, DelegatingHandler[] handlers)
    {
        HttpMessageHandler innermost = new SocketsHttpHandler { Credentials = fault == "401" ? new NetworkCredential("user", "password") : null };
        foreach (var handler in handlers.Reverse())
        {
            handler.InnerHandler = innermost;
            innermost = handler;
        }

        return new HttpClient(innermost) { BaseAddress = address };
    }
}
