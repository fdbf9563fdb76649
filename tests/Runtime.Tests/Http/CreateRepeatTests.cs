using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Semel.Runtime.Tests.Http;

/// <summary>What a create proves when it was redirected, or sent again by something else.</summary>
public sealed class CreateRepeatTests
{
    private const int RefusedStream = 7;

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
}
