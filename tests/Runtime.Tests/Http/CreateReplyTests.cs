using Microsoft.AspNetCore.Http;

namespace Semel.Runtime.Tests.Http;

/// <summary>What the reply to a create proves, whole or broken.</summary>
public sealed class CreateReplyTests
{
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
}
