using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

/// <summary>Unknown is not absent (PROTOCOL rule 6).</summary>
public sealed class ResourceProbeTests
{
    private static ResourceProbe NewProbe(HttpClient http, TimeProvider? time = null) => new(http, NoRepository.Context(time));

    private static ApiRequest Get() => new ApiRequest(HttpMethod.Get, "/things/{id}").Path("id", 7);

    private static ApiRequest Delete() => new ApiRequest(HttpMethod.Delete, "/things/{id}").Path("id", 7);

    [Theory]
    [InlineData(200, """{"id":7}""", nameof(ReadReply.Present))]
    [InlineData(404, "", nameof(ReadReply.Absent))]
    [InlineData(410, """{"message":"gone"}""", nameof(ReadReply.Absent))]
    [InlineData(200, "", nameof(ReadReply.Unknown))]
    [InlineData(200, "[]", nameof(ReadReply.Unknown))]
    [InlineData(200, "7", nameof(ReadReply.Unknown))]
    [InlineData(200, "<html>", nameof(ReadReply.Unknown))]
    [InlineData(204, "", nameof(ReadReply.Unknown))]
    [InlineData(304, "", nameof(ReadReply.Unknown))]
    [InlineData(400, """{"message":"not found"}""", nameof(ReadReply.Unknown))]
    [InlineData(401, "", nameof(ReadReply.Unknown))]
    [InlineData(403, "", nameof(ReadReply.Unknown))]
    [InlineData(429, "", nameof(ReadReply.Unknown))]
    [InlineData(500, """{"message":"not found"}""", nameof(ReadReply.Unknown))]
    [InlineData(503, "", nameof(ReadReply.Unknown))]
    [Trait("Feature", "A4")]
    public async Task Get_TellsPresentFromAbsentFromUnknown(int status, string body, string expected)
    {
        await using var server = await LoopbackApi.StartAsync(status, body);
        using var http = server.NewClient();

        var reply = await NewProbe(http).GetAsync(Get(), null, default);

        Assert.Equal(expected, reply.GetType().Name);
        if (reply is ReadReply.Unknown unknown) Assert.Equal(status, unknown.Status);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(202, true)]
    [InlineData(204, true)]
    [InlineData(404, true)]
    [InlineData(410, true)]
    [InlineData(304, false)]
    [InlineData(401, false)]
    [InlineData(409, false)]
    [InlineData(423, false)]
    [InlineData(500, false)]
    [Trait("Feature", "I1")]
    public async Task Delete_TellsGoneFromUnknown(int status, bool isGone)
    {
        await using var server = await LoopbackApi.StartAsync(status);
        using var http = server.NewClient();

        var reply = await NewProbe(http).DeleteAsync(Delete(), default);

        Assert.Equal(isGone, reply is DeleteReply.Gone);
        Assert.Equal("DELETE", Assert.Single(server.Seen).Method);
    }

    [Theory]
    [InlineData(302, 404)]
    [InlineData(307, 410)]
    [InlineData(303, 404)]
    public async Task NotFoundOfAnotherAddress_IsUnknown(int redirect, int end)
    {
        await using var server = await LoopbackApi.StartAsync(context =>
        {
            var isFirst = context.Request.Path == "/things/7";
            context.Response.StatusCode = isFirst ? redirect : end;
            if (isFirst) context.Response.Headers.Location = "/login";
            return Task.CompletedTask;
        });
        using var http = server.NewClient();

        var read = Assert.IsType<ReadReply.Unknown>(await NewProbe(http).GetAsync(Get(), null, default));
        var delete = await NewProbe(http).DeleteAsync(Delete(), default);

        Assert.Equal($"status {end} after a redirect", read.Evidence);
        Assert.IsType<DeleteReply.Unknown>(delete);
    }

    [Fact]
    public async Task DeleteThatBecameAGet_IsUnknown()
    {
        await using var server = await LoopbackApi.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Method == "DELETE" ? 303 : 200;
            if (context.Request.Method == "DELETE") context.Response.Headers.Location = "/things";
            return Task.CompletedTask;
        });
        using var http = server.NewClient();

        Assert.IsType<DeleteReply.Unknown>(await NewProbe(http).DeleteAsync(Delete(), default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":7}")]
    [InlineData("nonsense")]
    public async Task BrokenReply_IsUnknown(string reply)
    {
        await using var server = RawServer.Writing(reply);
        using var http = new HttpClient { BaseAddress = server.Address };

        var unknown = Assert.IsType<ReadReply.Unknown>(await NewProbe(http).GetAsync(Get(), null, default));

        Assert.Null(unknown.Status);
        Assert.IsType<ApiException>(unknown.Error);
    }

    [Fact]
    public async Task NoReplyInTime_IsUnknown()
    {
        var time = new ManualTime();
        await using var server = new RawServer(connection => Task.Delay(Timeout.Infinite, connection.Stopping));
        using var http = new HttpClient { BaseAddress = server.Address };

        var read = NewProbe(http, time).GetAsync(Get(), null, default);
        await server.FirstRequest;
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.IsType<TimeoutException>(Assert.IsType<ReadReply.Unknown>(await read).Error!.InnerException);
    }

    [Fact]
    public async Task CancellingByTheCaller_Throws()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        using var http = new HttpClient { BaseAddress = new Uri("http://localhost") };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NewProbe(http).GetAsync(Get(), null, cancel.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NewProbe(http).DeleteAsync(Delete(), cancel.Token));
    }
}
