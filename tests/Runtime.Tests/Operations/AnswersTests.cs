using AnswersModels;
using Semel.Protocol;
using Semel.Runtime.Tests.Http;
using Semel.Runtime.Tests.Remote;

namespace Semel.Runtime.Tests.Operations;

/// <summary>Generated creates whose reply is an id alone, or a list of the one resource, on real connections.</summary>
[Trait("Feature", "L2")]
public sealed class AnswersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NumberAlone_IsTheId_ByWhichTheResourceIsRead_AndASecondRunSendsNothing()
    {
        await using var server = await Api.RoutingAsync(("POST /tickets", new(201, "17")), ("GET /tickets/17", new(200, """{"id":17,"name":"one"}""")));
        using var http = server.NewClient();
        var tickets = new Answers(http, Things.Context()).Tickets;
        var first = await tickets.CreateAsync(new TicketCreate { Name = "one" }, Token);
        var second = await tickets.CreateAsync(new TicketCreate { Name = "one" }, Token);

        Assert.Equal((Outcome.Created, Outcome.Reused, "17", "17", "one"), (first.Outcome, second.Outcome, first.Id, second.Id, first.Value.Name));
        Assert.Single(server.Seen, seen => seen.Method == "POST");
    }

    [Fact]
    public async Task TextAlone_IsTheId_WhereItIsSaidToBeOne()
    {
        await using var server = await Api.RoutingAsync(("POST /keys", new(201, "\"a b\"")), ("GET /keys/a%20b", new(200, """{"id":"a b","name":"one"}""")));
        using var http = server.NewClient();
        var made = await new Answers(http, Things.Context()).Keys.CreateAsync(new KeyCreate { Name = "one" }, Token);

        Assert.Equal(("a b", "one"), (made.Id, made.Value.Name));
        Assert.Single(server.Seen, seen => seen.Target == "/keys/a%20b");
    }

    [Fact]
    public async Task TextAlone_IsTheId_WhereTheAttributeSaysSo()
    {
        await using var server = await Api.RoutingAsync(("POST /notes", new(201, "\"n1\"")), ("GET /notes/n1", new(200, """{"id":"n1","name":"one"}""")));
        using var http = server.NewClient();
        var notes = new Notes(http, Things.Context());
        var first = await notes.CreateAsync(new() { Name = "one" }, Token);
        var second = await notes.CreateAsync(new() { Name = "one" }, Token);

        Assert.Equal((Outcome.Created, Outcome.Reused, "n1", "one"), (first.Outcome, second.Outcome, first.Id, first.Value.Name));
        Assert.Single(server.Seen, seen => seen.Method == "POST");
    }

    [Fact]
    public async Task OnlyItemOfTheList_IsTheResource()
    {
        await using var server = await Api.RoutingAsync(("POST /parts", new(201, """[{"id":"p1","name":"bolt"}]""")), ("GET /parts/p1", new(200, """{"id":"p1","name":"bolt"}""")));
        using var http = server.NewClient();
        var parts = new Answers(http, Things.Context()).Parts;
        var first = await parts.CreateAsync(new PartCreate { Name = "bolt" }, Token);
        var second = await parts.CreateAsync(new PartCreate { Name = "bolt" }, Token);

        Assert.Equal((Outcome.Created, Outcome.Reused, "p1", "bolt"), (first.Outcome, second.Outcome, first.Id, first.Value.Name));
        Assert.Single(server.Seen, seen => seen.Method == "POST");
    }

    [Fact]
    public async Task WhatOnlyTheListShows_IsLookedForThere_AndIsMadeAnewOnceThatLacksIt()
    {
        var (time, made, listed) = (new ManualTime(), 0, "");
        await using var server = await LoopbackApi.StartAsync(context => (context.Request.Method == "POST"
            ? new Answer(201, listed = $$"""{"id":"b{{++made}}","name":"gold"}""")
            : new Answer(200, $$"""{"badges":[{{listed}}]}""")).WriteAsync(context));
        using var http = server.NewClient();
        var badges = new Answers(http, Things.Context(time: time, options: new SemelOptions { Verify = Verify.WithGet })).Badges;
        var first = await badges.CreateAsync(new BadgeCreate { Name = "gold" }, Token);
        time.Advance(TimeSpan.FromHours(1));
        var second = await badges.CreateAsync(new BadgeCreate { Name = "gold" }, Token);

        Assert.Equal((Outcome.Created, Outcome.Reused, true, 1), (first.Outcome, second.Outcome, second.Verified, made));
        listed = "";
        var third = await badges.CreateAsync(new BadgeCreate { Name = "gold" }, Token);
        Assert.Equal((Outcome.Replaced, "b2", 2), (third.Outcome, third.Id, made));
    }

    [Fact]
    public async Task ListThatFails_SaysNothingOfWhatItShows()
    {
        var (time, fails) = (new ManualTime(), false);
        await using var server = await LoopbackApi.StartAsync(context => (context.Request.Method == "POST" ? new Answer(201, """{"id":"b1","name":"gold"}""") : new Answer(fails ? 403 : 200, """{"badges":[]}""")).WriteAsync(context));
        using var http = server.NewClient();
        var badges = new Answers(http, Things.Context(time: time, options: new SemelOptions { Verify = Verify.WithGet })).Badges;
        await badges.CreateAsync(new BadgeCreate { Name = "gold" }, Token);
        time.Advance(TimeSpan.FromHours(1));
        fails = true;

        await Assert.ThrowsAsync<UnknownException>(() => badges.CreateAsync(new BadgeCreate { Name = "gold" }, Token));
        Assert.Single(server.Seen, seen => seen.Method == "POST");
    }

    [Theory]
    [InlineData("""[{"id":"l1","name":"red"}]""", true)]
    [InlineData("""[]""", false)]
    [InlineData("""[{"id":"l1"},{"id":"l2"}]""", false)]
    public async Task ReadThatAnswersWithAListOfOne_ShowsThatOne_AndAnotherNumberShowsNothing(string shown, bool isThere)
    {
        await using var server = await Api.RoutingAsync(("POST /lamps", new(201, """{"id":"l1","name":"red"}""")), ("GET /lamps/l1", new(200, $$"""{"lamps":{{shown}}}""")));
        using var http = server.NewClient();
        var lamps = new Answers(http, Things.Context(options: new SemelOptions { Verify = Verify.WithGet })).Lamps;
        if (isThere) Assert.Equal(("red", Outcome.Created, Outcome.Reused), ((await lamps.GetAsync("l1", Token)).Name, (await lamps.CreateAsync(new LampCreate { Name = "red" }, Token)).Outcome, (await lamps.CreateAsync(new LampCreate { Name = "red" }, Token)).Outcome));
        else await Assert.ThrowsAsync<ApiException>(() => lamps.GetAsync("l1", Token));
    }

    [Theory]
    [InlineData("""[{"id":"l1","name":"red"}]""", true)]
    [InlineData("""[]""", false)]
    [InlineData("""[{"id":"l1"},{"id":"l2"}]""", false)]
    [InlineData("""{"id":"l1","name":"red"}""", false)]
    public async Task ReadWhoseAnswerIsAListOfOne_ShowsThatOne_AndAnotherNumberShowsNothing(string shown, bool isThere)
    {
        await using var server = await Api.RoutingAsync(("POST /shades", new(201, """{"id":"l1","name":"red"}""")), ("GET /shades/l1", new(200, shown)));
        using var http = server.NewClient();
        var shades = new Answers(http, Things.Context(options: new SemelOptions { Verify = Verify.WithGet })).Shades;
        await shades.CreateAsync(new ShadeCreate { Name = "red" }, Token);
        if (isThere)
        {
            Assert.Equal(("red", Outcome.Reused), ((await shades.GetAsync("l1", Token)).Name, (await shades.CreateAsync(new ShadeCreate { Name = "red" }, Token)).Outcome));
            return;
        }

        await Assert.ThrowsAsync<ApiException>(() => shades.GetAsync("l1", Token));
        await Assert.ThrowsAsync<UnknownException>(() => shades.CreateAsync(new ShadeCreate { Name = "red" }, Token));
        Assert.Single(server.Seen, seen => seen.Method == "POST");
    }

    [Theory]
    [InlineData("17", "17")]
    [InlineData("\"abc\"", "abc")]
    [InlineData("\"\"", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    [InlineData("[17]", null)]
    [InlineData("""{"id":17}""", null)]
    [InlineData("<17>", null)]
    public async Task ReplyThatIsNoId_ProvesNothing(string body, string? id)
    {
        Assert.Equal(id, await IdOfAsync(body, Things.Described(idInReply: "$", replyIsResource: false)));
        if (body[0] != '{') Assert.Null(await IdOfAsync(body, Things.Described()));
    }

    [Theory]
    [InlineData(null, """[{"id":"1"}]""", "1")]
    [InlineData(null, """[]""", null)]
    [InlineData(null, """[{"id":"1"},{"id":"2"}]""", null)]
    [InlineData(null, """[null]""", null)]
    [InlineData(null, """[{"name":"web-1"}]""", null)]
    [InlineData(null, """{"id":"1"}""", null)]
    [InlineData("things", """{"things":[{"id":"1"}]}""", "1")]
    [InlineData("things", """{"things":[{"id":"1"},{"id":"2"}]}""", null)]
    [InlineData("things", """{"things":{"id":"1"}}""", null)]
    public async Task ListOfAnotherNumberThanOne_ProvesNothing(string? envelope, string body, string? id) =>
        Assert.Equal(id, await IdOfAsync(body, Things.Described(envelope: envelope, replyIsList: true)));

    private static async Task<string?> IdOfAsync(string body, ResourceDescriptor descriptor)
    {
        await using var server = await Api.AnsweringAsync(new Answer(201, body));
        using var http = server.NewClient();
        return await Things.SendAsync(Things.Remote(http, descriptor)) switch
        {
            CreateEvent.Applied applied => applied.Id,
            CreateEvent.Ambiguous => null,
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}
