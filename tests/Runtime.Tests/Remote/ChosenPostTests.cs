using System.Text.Json.Nodes;
using Semel.Protocol;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Remote;

/// <summary>A create by POST on the address that the client chooses, and by PUT where the server chooses it.</summary>
[Trait("Feature", "A10")]
public sealed class ChosenPostTests
{
    private const string Shown = """{"id":"web-1","name":"web-1","size":1}""";
    private static readonly Answer None = new(404);

    private static ResourceDescriptor Described(bool readShowsId = true) =>
        Things.Described(Guarantee.Natural, create: "/things/{id}", list: null, replyIsResource: false, readShowsId: readShowsId);

    [Fact]
    public async Task Post_GoesToTheAddress_AfterALook()
    {
        await using var server = await Api.InTurnAsync(("GET /things/web-1", None), ("POST /things/web-1", new Answer(204)), ("GET /things/web-1", new Answer(200, Shown)));
        var ensured = await CreateAsync(server, Described());

        Assert.Equal(("web-1", Outcome.Created), (ensured.Id, ensured.Outcome));
        Assert.Equal(["GET /things/web-1", "POST /things/web-1", "GET /things/web-1"], server.Seen.Select(seen => $"{seen.Method} {seen.Target}"));
        Assert.DoesNotContain(server.Seen, seen => seen.Headers.ContainsKey("If-None-Match"));
    }

    [Fact]
    public async Task WhatIsThereAlready_IsNotPostedOver()
    {
        await using var server = await Api.InTurnAsync(("GET /things/web-1", new Answer(200, Shown)), ("POST /things/web-1", new Answer(204)));

        await Assert.ThrowsAsync<ConflictException>(() => CreateAsync(server, Described()));
        Assert.DoesNotContain(server.Seen, seen => seen.Method == "POST");
    }

    /// <summary>Somebody was faster, between the look and the POST.</summary>
    [Fact]
    public async Task ConflictOfTheFirstPost_IsAStrangers()
    {
        await using var server = await Api.InTurnAsync(("GET /things/web-1", None), ("POST /things/web-1", new Answer(409)), ("GET /things/web-1", new Answer(200, Shown)));

        await Assert.ThrowsAsync<ConflictException>(() => CreateAsync(server, Described()));
        Assert.Single(server.Seen, seen => seen.Method == "POST");
    }

    /// <summary>What stands there after a refusal is what was sent: it was made by the first one, whose reply was lost.</summary>
    [Theory]
    [InlineData(409, Outcome.Adopted)]
    [InlineData(400, Outcome.Adopted)]
    [InlineData(422, Outcome.Adopted)]
    [InlineData(204, Outcome.Created)]
    public async Task LostReply_IsSentAgain_WhetherTheApiRefusesASecondOrNot(int second, Outcome outcome)
    {
        await using var server = await Api.InTurnAsync(
            ("GET /things/web-1", None), ("POST /things/web-1", new Answer(502)), ("POST /things/web-1", new Answer(second)), ("GET /things/web-1", new Answer(200, Shown)));
        var ensured = await CreateAsync(server, Described());

        Assert.Equal(("web-1", outcome), (ensured.Id, ensured.Outcome));
        Assert.Equal(2, server.Seen.Count(seen => seen.Method == "POST"));
    }

    /// <summary>A read that shows nothing of what was sent can't prove whose it is.</summary>
    [Fact]
    public async Task RefusedRepeat_OfWhatTheReadDoesNotShow_IsIndeterminate()
    {
        await using var server = await Api.InTurnAsync(
            ("GET /things/web-1", None), ("POST /things/web-1", new Answer(502)), ("POST /things/web-1", new Answer(409)), ("GET /things/web-1", new Answer(200, """{"data":{"colour":"blue"}}""")));

        await Assert.ThrowsAsync<IndeterminateException>(() => CreateAsync(server, Described(readShowsId: false)));
    }

    /// <summary>Statuses that are declared to say that it exists count as 409 does.</summary>
    [Fact]
    public async Task DeclaredConflictOfTheFirstPost_IsAStrangers()
    {
        await using var server = await Api.InTurnAsync(("GET /things/web-1", None), ("POST /things/web-1", new Answer(422)), ("GET /things/web-1", new Answer(200, Shown)));

        await Assert.ThrowsAsync<ConflictException>(() => CreateAsync(server, Things.Described(Guarantee.Natural, create: "/things/{id}", list: null, replyIsResource: false, saysExists: [422])));
        Assert.Single(server.Seen, seen => seen.Method == "POST");
    }

    [Theory]
    [InlineData(false, """{"data":{"colour":"red"}}""", true)]
    [InlineData(true, """{"data":{"colour":"red"}}""", false)]
    [InlineData(false, "", false)]
    [InlineData(true, Shown, true)]
    public async Task ReadWithoutAnId_ShowsThatItIsThere_WhereTheModelSaysSo(bool readShowsId, string body, bool isThere)
    {
        await using var server = await Api.AnsweringAsync(new Answer(200, body));
        using var http = server.NewClient();
        var looked = await Things.Remote(http, Described(readShowsId)).LookAsync(TestContext.Current.CancellationToken) as CreateEvent.Looked;

        Assert.Equal(isThere ? "web-1" : null, looked?.Sightings.Single().Id);
    }

    [Fact]
    public async Task PutOnACollection_IsSentWithoutACondition_AndAnsweredWithAnId()
    {
        await using var server = await Api.AnsweringAsync(new Answer(200, """{"id":"7","name":"web-1"}"""));
        using var http = server.NewClient();
        var happened = await Things.SendAsync(Things.Remote(http, Things.Described(method: HttpMethod.Put, ifNoneMatch: true)));

        Assert.Equal("7", Assert.IsType<CreateEvent.Applied>(happened).Id);
        var seen = Assert.Single(server.Seen);
        Assert.Equal(("PUT", "/things", false), (seen.Method, seen.Target, seen.Headers.ContainsKey("If-None-Match")));
    }

    private static async Task<Ensured<Thing>> CreateAsync(LoopbackApi server, ResourceDescriptor descriptor)
    {
        using var http = server.NewClient();
        var client = new ResourceClient<Thing>(http, Things.Context(), descriptor);
        return await client.CreateAsync("web-1", Thing.Wrap(new JsonObject { ["name"] = "web-1", ["size"] = 1 }), [], TestContext.Current.CancellationToken);
    }
}
