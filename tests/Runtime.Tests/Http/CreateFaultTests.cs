using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Semel.Runtime.Tests.Http;

/// <summary>What a create proves when something goes wrong on the way.</summary>
public sealed class CreateFaultTests
{
    private const int RefusedStream = 7;

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

    [Theory]
    [InlineData(303, 200)]
    [InlineData(303, 401)]
    [InlineData(302, 404)]
    [InlineData(301, 409)]
    public async Task RedirectThatWasFollowed_IsAmbiguousWhateverItsEnd(int redirect, int end)
    {
        await using var server = await LoopbackApi.StartAsync(async context =>
        {
            var isFirst = context.Request.Path == "/things";
            context.Response.StatusCode = isFirst ? redirect : end;
            if (isFirst) context.Response.Headers.Location = "/elsewhere";
            await context.Response.WriteAsync("""{"id":666}""");
        });
        using var http = server.NewClient();

        var reply = Assert.IsType<CreateReply.Ambiguous>(await Create.SendAsync(http, server.Address));

        Assert.Equal(end, reply.Status);
        Assert.Contains("redirected", reply.Evidence);
        Assert.Equal(1, server.Posts);
    }

    [Fact]
    public async Task ReplyFromAnotherAddress_IsAmbiguous()
    {
        using var http = new HttpClient(new StubHandler((request, _) =>
        {
            request.RequestUri = new Uri("http://elsewhere/things");
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"id":1}"""), RequestMessage = request });
        }));

        Assert.IsType<CreateReply.Ambiguous>(await Create.SendAsync(http, new Uri("http://localhost")));
    }

    [Fact]
    public async Task HandlerThatAddsAQuery_IsNoRedirect()
    {
        using var http = new HttpClient(new StubHandler((request, _) =>
        {
            request.RequestUri = new Uri(request.RequestUri + "?api_key=1");
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("""{"id":1}"""), RequestMessage = request });
        }));

        Assert.IsType<CreateReply.Applied>(await Create.SendAsync(http, new Uri("http://localhost")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"ok\"")]
    [InlineData("<html>")]
    [InlineData("""{"id":1""")]
    [InlineData("""{"id":1}{""")]
    [InlineData("""{"id":1,"id":2}""")]
    [InlineData("""{"name":"\ud800"}""")]
    public async Task SuccessWithoutAReadableObject_IsAmbiguous(string body)
    {
        await using var server = await LoopbackApi.StartAsync(201, body);
        using var http = server.NewClient();

        Assert.Equal("status 201 without a JSON object", Assert.IsType<CreateReply.Ambiguous>(await Create.SendAsync(http, server.Address)).Evidence);
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/plain")]
    [InlineData("application/vnd.api+json")]
    [InlineData("application/json; charset=nonsense")]
    public async Task SuccessWithAnObject_IsAppliedWhateverItsType(string type)
    {
        await using var server = await LoopbackApi.StartAsync(202, "\ufeff {\"id\":\"é\"}", type);
        using var http = server.NewClient();

        var reply = Assert.IsType<CreateReply.Applied>(await Create.SendAsync(http, server.Address));

        Assert.Equal("é", (string)reply.Body["id"]!);
        Assert.Equal(202, reply.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReplyLargerThanAllowed_IsAmbiguous(bool isAnnounced)
    {
        var body = $$"""{"id":1,"padding":"{{new string('x', 5000)}}"}""";
        await using var server = await LoopbackApi.StartAsync(async context =>
        {
            if (isAnnounced) context.Response.ContentLength = body.Length;
            await context.Response.WriteAsync(body);
        });
        using var http = server.NewClient();

        Assert.IsType<CreateReply.Ambiguous>(await Create.SendAsync(http, server.Address, maximumBytes: 4000));
        Assert.IsType<CreateReply.Applied>(await Create.SendAsync(http, server.Address, maximumBytes: 6000));
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\n{\"id\":7")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n7\r\n{\"id\":7\r\n")]
    [InlineData("\r\n{\"id\":7")]
    public async Task TruncatedReply_IsAmbiguous(string rest)
    {
        await using var server = RawServer.Writing("HTTP/1.1 201 Created\r\n" + rest);
        using var http = new HttpClient();

        Assert.IsType<CreateReply.Ambiguous>(await Create.SendAsync(http, server.Address));
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task TruncatedRejection_StaysARejection()
    {
        await using var server = RawServer.Writing("HTTP/1.1 422 Unprocessable\r\nContent-Length: 100\r\n\r\n{\"message\":\"na");
        using var http = new HttpClient();

        var reply = Assert.IsType<CreateReply.NotApplied>(await Create.SendAsync(http, server.Address));

        Assert.Equal(422, reply.Status);
        Assert.Null(reply.Problem);
    }

    [Theory]
    [InlineData(400, "duplicate: a resource of this name already exists", typeof(CreateReply.NotApplied))]
    [InlineData(409, "nothing of that kind", typeof(CreateReply.Exists))]
    [InlineData(500, "rejected, nothing was created", typeof(CreateReply.Ambiguous))]
    [InlineData(404, "already exists", typeof(CreateReply.Ambiguous))]
    [Trait("Feature", "E4")]
    public async Task MessageText_DecidesNothing(int status, string message, Type expected)
    {
        await using var server = await LoopbackApi.StartAsync(status, $$"""{"message":"{{message}}"}""");
        using var http = server.NewClient();

        Assert.IsType(expected, await Create.SendAsync(http, server.Address));
    }

    [Fact]
    [Trait("Feature", "G1")]
    public async Task Problem_HidesTheSecretsOfTheRequest()
    {
        await using var server = await LoopbackApi.StartAsync(422, """{"detail":"password 'hunter2-hunter2' is weak; token t0ken-t0ken"}""");
        using var http = server.NewClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "t0ken-t0ken");

        var reply = Assert.IsType<CreateReply.NotApplied>(await Create.SendAsync(http, server.Address));

        Assert.Equal("password '***' is weak; token ***", reply.Problem);
    }

    [Fact]
    [Trait("Feature", "E3")]
    public async Task TooManyRequests_IsAmbiguousAndSaysHowLongToWait()
    {
        await using var server = await LoopbackApi.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "17";
            return Task.CompletedTask;
        });
        using var http = server.NewClient();

        var reply = Assert.IsType<CreateReply.Ambiguous>(await Create.SendAsync(http, server.Address));

        Assert.Equal(TimeSpan.FromSeconds(17), reply.RetryAfter);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(RefusedStream)]
    [InlineData(8)]
    public async Task StreamOfHttp2ThatIsReset_ProvesNothing(int code)
    {
        await using var server = await LoopbackApi.StartAsync(
            context =>
            {
                context.Features.Get<IHttpResetFeature>()!.Reset(code);
                return Task.CompletedTask;
            },
            HttpProtocols.Http2);
        using var http = server.NewClient();
        http.DefaultRequestVersion = HttpVersion.Version20;
        http.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;

        var reply = await Create.SendAsync(http, server.Address);

        Assert.Equal(1, server.Posts);
        // SocketsHttpHandler repeats a refused stream on its own; that repeat is refused, and so the proof is lost
        Assert.Equal(code == RefusedStream, Assert.IsType<CreateReply.Ambiguous>(reply).Evidence.Contains("send the create again"));
    }

    [Theory]
    [InlineData(RefusedStream, false, true)]
    [InlineData(RefusedStream, true, false)]
    [InlineData(8, false, false)]
    public async Task RefusedStream_ProvesNotAppliedUnlessASecondSendWasAskedFor(int code, bool repeats, bool isProof)
    {
        using var http = new HttpClient(new StubHandler(async (request, token) =>
        {
            await request.Content!.CopyToAsync(new WireStream().Connection, token);
            if (repeats) await Record.ExceptionAsync(() => request.Content.CopyToAsync(new WireStream().Connection, token));
            throw new HttpRequestException(HttpRequestError.HttpProtocolError, null, new HttpProtocolException(code, "", null));
        }));

        Assert.Equal(isProof, await Create.SendAsync(http, new Uri("http://localhost")) is CreateReply.NotApplied);
    }

    [Fact]
    public async Task StatusAfterASecondSendWasAskedFor_ProvesNothing()
    {
        using var http = new HttpClient(new StubHandler(async (request, token) =>
        {
            await request.Content!.CopyToAsync(new WireStream().Connection, token);
            await Record.ExceptionAsync(() => request.Content.CopyToAsync(new WireStream().Connection, token));
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        }));

        Assert.IsType<CreateReply.Ambiguous>(await Create.SendAsync(http, new Uri("http://localhost")));
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
