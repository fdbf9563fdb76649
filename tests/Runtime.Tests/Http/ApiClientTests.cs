using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Semel.Runtime.Tests.Json;

namespace Semel.Runtime.Tests.Http;

public sealed class ApiClientTests
{
    private static ApiClient NewClient(HttpClient http, TimeProvider? time = null) => new(http, NoRepository.Context(time));

    [Fact]
    public async Task Reply_IsReadInsideItsEnvelope()
    {
        await using var server = await LoopbackApi.StartAsync(200, """{"data":{"server":{"name":"a","new":true}}}""");
        using var http = server.NewClient();

        var value = await NewClient(http).SendAsync(new ApiRequest(HttpMethod.Get, "/x"), ViewCodec<Server>.Instance, "data.server");

        Assert.Equal("""{"name":"a","new":true}""", value.ToString());
    }

    [Theory]
    [InlineData(200, """{"other":1}""", "GET /x/a%2Fb was answered with 200, but without 'server'.")]
    [InlineData(200, "", "GET /x/a%2Fb was answered with 200, but without 'server'.")]
    [InlineData(204, "", "GET /x/a%2Fb was answered with 204, but without 'server'.")]
    [InlineData(200, """{"server":[]}""", "GET /x/a%2Fb was answered with 200, but not as documented: an object was expected, but the value is an array.")]
    [InlineData(404, """{"message":"no such server"}""", "GET /x/a%2Fb was answered with 404: no such server.")]
    [InlineData(500, "<html>", "GET /x/a%2Fb was answered with 500.")]
    public async Task ReplyWithoutTheValue_IsAnError(int status, string body, string message)
    {
        await using var server = await LoopbackApi.StartAsync(status, body);
        using var http = server.NewClient();
        var request = new ApiRequest(HttpMethod.Get, "/x/{id}").Path("id", "a/b").Query("token", "secret");

        var error = await Assert.ThrowsAsync<ApiException>(() => NewClient(http).SendAsync(request, ViewCodec<Server>.Instance, "server"));

        Assert.Equal(message, error.Message);
        Assert.Equal(status, error.Status);
        Assert.Equal(HttpMethod.Get, error.Method);
        Assert.Equal("/x/a%2Fb", error.Path);
    }

    [Theory]
    [InlineData("""{"detail":"d","title":"t"}""", "d")]
    [InlineData("""{"title":"t","message":"m"}""", "t")]
    [InlineData("""{"message":"m","error":"e"}""", "m")]
    [InlineData("""{"error":{"code":7,"message":"em"}}""", "em")]
    [InlineData("""{"error":"e"}""", "e")]
    [InlineData("""{"detail":7,"message":" m\r\nn "}""", "m  n")]
    [InlineData("""{"errors":[]}""", null)]
    [InlineData("""["x"]""", null)]
    [InlineData("plain text", null)]
    public async Task Problem_IsWhatTheApiSaid(string body, string? expected)
    {
        await using var server = await LoopbackApi.StartAsync(400, body, "application/problem+json");
        using var http = server.NewClient();

        var error = await Assert.ThrowsAsync<ApiException>(() => NewClient(http).SendAsync(new ApiRequest(HttpMethod.Get, "/x")));

        Assert.Equal(expected, error.Problem);
    }

    [Fact]
    [Trait("Feature", "G1")]
    public async Task Problem_IsScrubbedBeforeItIsCut()
    {
        var secret = new string('s', 40);
        await using var server = await LoopbackApi.StartAsync(400, $$"""{"detail":"{{new string('x', 480)}}{{secret}}{{new string('y', 500)}}"}""");
        using var http = server.NewClient();
        var request = new ApiRequest(HttpMethod.Put, "/x").Body(new System.Text.Json.Nodes.JsonObject { ["key"] = secret }).Secrets("key");

        var error = await Assert.ThrowsAsync<ApiException>(() => NewClient(http).SendAsync(request));

        Assert.Equal(500, error.Problem!.Length);
        Assert.DoesNotContain("sss", error.ToString());
        Assert.Contains("x***y", error.Problem);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("0", 0)]
    [InlineData("Tue, 01 Jan 2030 00:01:00 GMT", 60)]
    [InlineData("Wed, 31 Dec 2025 23:00:00 GMT", 0)]
    [InlineData("soon", null)]
    [Trait("Feature", "E3")]
    public async Task RetryAfter_IsSecondsOrADate(string header, int? seconds)
    {
        await using var server = await LoopbackApi.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            context.Response.Headers.RetryAfter = header;
            return Task.CompletedTask;
        });
        using var http = server.NewClient();

        var error = await Assert.ThrowsAsync<ApiException>(() => NewClient(http, new ManualTime()).SendAsync(new ApiRequest(HttpMethod.Get, "/x")));

        Assert.Equal(seconds, (int?)error.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("GET", 30)]
    [InlineData("DELETE", 30)]
    [InlineData("PATCH", 100)]
    public async Task NoReplyInTime_IsAnErrorOfItsOwn(string method, int seconds)
    {
        var time = new ManualTime();
        await using var server = new RawServer(connection => Task.Delay(Timeout.Infinite, connection.Stopping));
        using var http = new HttpClient { BaseAddress = server.Address };

        var send = NewClient(http, time).SendAsync(new ApiRequest(HttpMethod.Parse(method), "/x"));
        await server.FirstRequest;
        time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.False(send.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        var error = await Assert.ThrowsAsync<ApiException>(() => send);
        Assert.Equal($"{method} /x was not answered within {seconds} s.", error.Message);
        Assert.IsType<TimeoutException>(error.InnerException);
        Assert.Null(error.Status);
    }

    [Fact]
    public async Task CancellingByTheCaller_StaysACancellation()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new RawServer(connection => Task.Delay(Timeout.Infinite, connection.Stopping));
        using var http = new HttpClient { BaseAddress = server.Address };

        var send = NewClient(http).SendAsync(new ApiRequest(HttpMethod.Get, "/x"), cancel.Token);
        await server.FirstRequest;
        await cancel.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => send);
        Assert.Equal(cancel.Token, error.CancellationToken);
    }

    [Fact]
    public async Task FailedConnection_IsAnErrorWithItsCause()
    {
        await using var server = RawServer.Writing("");
        using var http = new HttpClient { BaseAddress = server.Address };

        var error = await Assert.ThrowsAsync<ApiException>(() => NewClient(http).SendAsync(new ApiRequest(HttpMethod.Post, "/x")));

        Assert.IsType<HttpRequestException>(error.InnerException);
        Assert.Equal("POST /x failed (HttpRequestException, ResponseEnded).", error.Message);
    }

    [Theory]
    [InlineData("PUT", 307)]
    [InlineData("POST", 308)]
    [InlineData("PATCH", 307)]
    public async Task BodyOfAnyRequest_IsSentOnce(string method, int status)
    {
        await using var server = await LoopbackApi.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "/elsewhere";
            return Task.CompletedTask;
        });
        using var http = server.NewClient();

        var error = await Assert.ThrowsAsync<ApiException>(() => NewClient(http).SendAsync(new ApiRequest(HttpMethod.Parse(method), "/x").Body(new Server { Name = "a" })));

        Assert.Contains("tried to send its body again", error.Message);
        Assert.Equal("""{"name":"a"}""", Assert.Single(server.Seen).Body);
    }

    [Fact]
    public async Task Body_OfACodec_IsCanonical()
    {
        await using var server = await LoopbackApi.StartAsync(204);
        using var http = server.NewClient();

        await NewClient(http).SendAsync(new ApiRequest(HttpMethod.Post, "/x").Body<IReadOnlyDictionary<string, int>>(new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 }, Codec.Int32.Map));

        Assert.Equal("""{"a":2,"b":1}""", Assert.Single(server.Seen).Body);
    }

    [Fact]
    public async Task SuccessWhoseBodyIsNotWanted_IsSuccessEvenTruncated()
    {
        await using var server = RawServer.Writing("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
        using var http = new HttpClient { BaseAddress = server.Address };

        await NewClient(http).SendAsync(new ApiRequest(HttpMethod.Delete, "/x"));
        var error = await Assert.ThrowsAsync<ApiException>(() => NewClient(http).SendAsync(new ApiRequest(HttpMethod.Get, "/x"), Codec.Json));

        Assert.IsNotType<JsonException>(error.InnerException);
        Assert.Contains("ResponseEnded", error.Message);
    }
}
