using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

/// <summary>What a create proves when no connection is made, or one that breaks.</summary>
public sealed class CreateConnectionTests
{
    [Fact]
    public async Task NoConnection_ProvesNotApplied()
    {
        var server = RawServer.Writing("");
        var address = server.Address;
        await server.DisposeAsync();
        using var http = new HttpClient();

        var reply = Assert.IsType<CreateReply.NotApplied>(await Create.SendAsync(http, address));

        Assert.Equal("no connection (HttpRequestException, ConnectionError)", reply.Evidence);
        Assert.False(reply.Cancelled);
    }

    [Fact]
    public async Task UnknownName_ProvesNotApplied()
    {
        using var http = new HttpClient();

        var reply = Assert.IsType<CreateReply.NotApplied>(await Create.SendAsync(http, new Uri("http://semel.invalid")));

        Assert.Contains(nameof(HttpRequestError.NameResolutionError), reply.Evidence);
    }

    [Fact]
    public async Task FailedTlsHandshake_ProvesNotApplied()
    {
        await using var server = RawServer.Writing("");
        using var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = async (context, token) => await PlainTextPeer.ConnectAsync(token) });

        var reply = Assert.IsType<CreateReply.NotApplied>(await Create.SendAsync(http, new Uri("https://localhost")));

        Assert.Contains(nameof(HttpRequestError.SecureConnectionError), reply.Evidence);
    }

    [Fact]
    public async Task ConnectionFailureOfARepeat_ProvesNothingAboutTheFirstSend()
    {
        using var http = new HttpClient(new StubHandler(async (request, token) =>
        {
            await request.Content!.CopyToAsync(new WireStream().Connection, token);
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        }));

        Assert.IsType<CreateReply.Ambiguous>(await Create.SendAsync(http, new Uri("http://localhost")));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, true)]
    [InlineData(HttpRequestError.NameResolutionError, true)]
    [InlineData(HttpRequestError.SecureConnectionError, true)]
    [InlineData(HttpRequestError.ResponseEnded, false)]
    [InlineData(HttpRequestError.ProxyTunnelError, false)]
    [InlineData(HttpRequestError.Unknown, false)]
    [Trait("Feature", "E4")]
    public async Task ErrorCode_DecidesAndNotTheMessage(HttpRequestError code, bool isProof)
    {
        using var http = new HttpClient(StubHandler.Throwing(new HttpRequestException(code, "Connection refused: nothing was sent")));

        Assert.Equal(isProof, await Create.SendAsync(http, new Uri("http://localhost")) is CreateReply.NotApplied);
    }

    [Fact]
    public async Task NoConnectionInTime_ProvesNotApplied()
    {
        var time = new ManualTime();
        var connecting = new TaskCompletionSource();
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                connecting.SetResult();
                await Task.Delay(Timeout.Infinite, token);
                return Stream.Null;
            },
        });

        var create = Create.SendAsync(http, new Uri("http://localhost"), time: time);
        await connecting.Task;
        time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("no connection in time", Assert.IsType<CreateReply.NotApplied>(await create).Evidence);
    }
}
