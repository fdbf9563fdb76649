using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

/// <summary>What a create proves when it takes too long, is cancelled or is stopped.</summary>
public sealed class CreateInterruptionTests
{
    [Fact]
    [Trait("Feature", "E1")]
    public async Task NoReplyInTime_IsAmbiguous()
    {
        var time = new ManualTime();
        await using var server = new RawServer(connection => Task.Delay(Timeout.Infinite, connection.Stopping));
        using var http = new HttpClient();

        var create = Create.SendAsync(http, server.Address, time: time);
        await server.FirstRequest;
        time.Advance(TimeSpan.FromSeconds(60));

        var reply = Assert.IsType<CreateReply.Ambiguous>(await create);
        Assert.Equal("no reply in time", reply.Evidence);
        Assert.False(reply.Cancelled);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    [Trait("Feature", "E6")]
    public async Task CancelledAfterTheFirstByte_IsAmbiguous()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(connection => Task.Delay(Timeout.Infinite, connection.Stopping));
        using var http = new HttpClient();

        var create = Create.SendAsync(http, server.Address, cancellationToken: cancel.Token);
        await server.FirstRequest;
        await cancel.CancelAsync();

        Assert.True(Assert.IsType<CreateReply.Ambiguous>(await create).Cancelled);
    }

    [Fact]
    [Trait("Feature", "E6")]
    public async Task CancelledBeforeTheFirstByte_ProvesNotApplied()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        await using var server = RawServer.Writing("");
        using var http = new HttpClient();

        var reply = Assert.IsType<CreateReply.NotApplied>(await Create.SendAsync(http, server.Address, cancellationToken: cancel.Token));

        Assert.True(reply.Cancelled);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task CancelledWhileTheReplyIsRead_IsAmbiguous()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(async connection =>
        {
            await connection.WriteAsync("HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{\"id\":");
            await Task.Delay(Timeout.Infinite, connection.Stopping);
        });
        using var http = new HttpClient(new AfterHeaders(cancel.Cancel));

        var reply = Assert.IsType<CreateReply.Ambiguous>(await Create.SendAsync(http, server.Address, cancellationToken: cancel.Token));

        Assert.True(reply.Cancelled);
        Assert.Equal(201, reply.Status);
    }

    [Fact]
    public async Task CallbackThatThrows_StopsTheSend()
    {
        await using var server = await LoopbackApi.StartAsync(201, """{"id":1}""");
        using var http = server.NewClient();
        var stop = new TimeoutException("the intent is too old");

        var reply = Assert.IsType<CreateReply.NotApplied>(await Create.SendAsync(http, server.Address, () => throw stop));

        Assert.Same(stop, reply.Error);
        Assert.Equal("stopped before the first byte", reply.Evidence);
        Assert.Equal(0, server.Posts);
    }

    [Fact]
    public async Task Callback_RunsOnceBeforeTheServerSeesTheBody()
    {
        var log = new List<string>();
        await using var server = await LoopbackApi.StartAsync(context =>
        {
            log.Add("server");
            return context.Response.WriteAsync("""{"id":1}""");
        });
        using var http = server.NewClient();

        var reply = await Create.SendAsync(http, server.Address, () => log.Add("callback"));

        Assert.IsType<CreateReply.Applied>(reply);
        Assert.Equal(["callback", "server"], log);
        var seen = Assert.Single(server.Seen);
        Assert.Equal(Create.Body, seen.Body);
        Assert.Equal("k-1", seen.Headers["Idempotency-Key"]);
        Assert.Equal("application/json", seen.Headers["Content-Type"]);
        Assert.Equal("application/json", seen.Headers["Accept"]);
        Assert.Equal($"{Create.Body.Length}", seen.Headers["Content-Length"]);
    }

    [Fact]
    public async Task EmptyBody_IsRefused()
    {
        using var http = new HttpClient();
        var post = Create.NewPost(new Uri("http://localhost")) with { Body = default };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new CreateExchange(http, TimeProvider.System).SendAsync(post, default));
    }

    /// <summary>Cancels once the headers are there.</summary>

    private sealed class AfterHeaders(Action then) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            then();
            return response;
        }
    }
}
