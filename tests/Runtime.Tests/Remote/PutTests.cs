using System.Text.Json.Nodes;
using Semel.Protocol;
using Semel.Runtime.Tests.Http;

namespace Semel.Runtime.Tests.Remote;

/// <summary>A create by PUT on the address that the client chooses.</summary>
[Trait("Feature", "A10")]
public sealed class PutTests
{
    private static readonly Answer Created = new(201, """{"id":"web-1","name":"web-1"}""");

    private static ResourceDescriptor Described(bool conditional = true, string? nameInRequest = "name", string create = "/things/{id}", string? read = "/things/{id}") =>
        Things.Described(Guarantee.Natural, create: create, read: read, nameInRequest: nameInRequest, ifNoneMatch: conditional, method: HttpMethod.Put);

    [Theory]
    [InlineData("name", """{"name":"a b/c"}""", "/things/a%20b%2Fc")]
    [InlineData("name", """{"size":1}""", "/things/web-1")]
    [InlineData("name", """{"name":""}""", "/things/web-1")]
    [InlineData(null, """{"name":"other"}""", "/things/web-1")]
    public async Task Address_IsTheNameOfTheRequest_ElseTheInstance(string? nameInRequest, string input, string target)
    {
        await using var server = await Api.AnsweringAsync(Created);
        using var http = server.NewClient();
        await Things.SendAsync(Things.Remote(http, Described(nameInRequest: nameInRequest), input));
        var seen = Assert.Single(server.Seen);
        Assert.Equal(("PUT", target, input), (seen.Method, seen.Target, seen.Body));
    }

    [Fact]
    public async Task InstanceUnderAParent_IsTheNameWithoutTheParent()
    {
        await using var server = await Api.AnsweringAsync(Created);
        using var http = server.NewClient();
        var descriptor = Described(nameInRequest: null, create: "/clusters/{cluster}/things/{id}");
        PathArgument[] parent = [new("cluster", "a/b")];
        await Things.SendAsync(Things.Remote(http, descriptor, "{}", key: new ResourceKey("test", "Things", InstanceName.Of("web-1", parent)), arguments: parent));
        Assert.Equal("/clusters/a%2Fb/things/web-1", Assert.Single(server.Seen).Target);
    }

    [Fact]
    public void NameThatReachesAnotherPath_IsRefused_BeforeAnythingIsWritten()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://localhost") };
        Assert.Throws<ArgumentException>(() => Things.Remote(http, Described(), """{"name":".."}"""));
    }

    [Fact]
    public async Task AddressIsChosen_WhateverIsPromised_UnlessTheCallGivesIt()
    {
        await using var server = await Api.AnsweringAsync(Created);
        using var http = server.NewClient();
        var modest = Things.Described(Guarantee.AtMostOnce, create: "/things/{id}");
        await Things.SendAsync(Things.Remote(http, modest));
        await Things.SendAsync(Things.Remote(http, modest, arguments: [new("id", "mine")], key: new ResourceKey("test", "Things", "mine/web-1")));
        Assert.Equal(["POST /things/web-1", "POST /things/mine"], server.Seen.Select(seen => $"{seen.Method} {seen.Target}"));
        Assert.Throws<ArgumentException>(() => Things.Remote(http, Described(), arguments: [new("id", "mine")]));
    }

    [Theory]
    [InlineData(true, "*")]
    [InlineData(false, null)]
    public async Task Condition_IsSent_WhereTheApiKnowsIt_AlsoInARepeat(bool conditional, string? expected)
    {
        await using var server = await Api.AnsweringAsync(Created);
        using var http = server.NewClient();
        var remote = Things.Remote(http, Described(conditional));
        await Things.SendAsync(remote);
        await Things.SendAsync(remote, Things.Intent("k", 1, new Attempt(1, Things.Sent, AttemptState.Ambiguous)));
        Assert.Equal([expected, expected], server.Seen.Select(seen => seen.Headers.GetValueOrDefault("If-None-Match")));
        Assert.Equal(!conditional, remote.Policy.LookFirst);
    }

    [Theory]
    [InlineData(201, """{"id":"web-1","name":"web-1"}""", true)]
    [InlineData(200, """{"id":"web-1"}""", true)]
    [InlineData(200, """{"message":"done"}""", true)]
    [InlineData(200, "", true)]
    [InlineData(201, "", true)]
    [InlineData(204, "", true)]
    [InlineData(200, "<html>log in</html>", false)]
    [InlineData(200, """{"id":"we""", false)]
    [InlineData(303, "", false)]
    [InlineData(500, "", false)]
    public async Task Success_NamesTheResourceByItsAddress(int status, string body, bool isApplied)
    {
        await using var server = await Api.AnsweringAsync(new Answer(status, body));
        using var http = server.NewClient();
        var happened = await Things.SendAsync(Things.Remote(http, Described()));
        if (isApplied) Assert.Equal("web-1", (string?)Assert.IsType<CreateEvent.Applied>(happened).Body["id"]);
        Assert.Equal(isApplied ? "web-1" : null, (happened as CreateEvent.Applied)?.Id);
        if (!isApplied) Assert.IsType<CreateEvent.Ambiguous>(happened);
    }

    [Theory]
    [InlineData(true, 412)]
    [InlineData(false, null)]
    public async Task PreconditionFailed_SaysThatSomethingIsThere_OnlyWhereOneWasSent(bool conditional, int? exists)
    {
        await using var server = await Api.AnsweringAsync(new Answer(412));
        using var http = server.NewClient();
        Assert.Equal(exists, (await Things.SendAsync(Things.Remote(http, Described(conditional))) as CreateEvent.Exists)?.Status);
    }

    [Fact]
    public async Task BodyIsWrittenOnce_AndARedirectIsNotFollowed()
    {
        await using var server = await Api.RoutingAsync(("PUT /things/web-1", new Answer(307, "", ("Location", "/elsewhere"))), ("PUT /elsewhere", Created));
        using var http = server.NewClient();
        Assert.IsType<CreateEvent.Ambiguous>(await Things.SendAsync(Things.Remote(http, Described())));
        Assert.Single(server.Seen);
        using var repeating = server.NewClient(new RetryingHandler());
        Assert.IsType<CreateEvent.Ambiguous>(await Things.SendAsync(Things.Remote(repeating, Described(create: "/failing/{id}"))));
        Assert.Equal(2, server.Seen.Count);
    }

    [Fact]
    public async Task GetThatAPutBecame_IsNoReplyToThePut()
    {
        await using var server = await Api.RoutingAsync(("PUT /things/web-1", new Answer(303, "", ("Location", "/things/web-1"))), ("GET /things/web-1", new Answer(200, """{"id":"web-1"}""")));
        using var http = server.NewClient();
        Assert.IsType<CreateEvent.Ambiguous>(await Things.SendAsync(Things.Remote(http, Described())));
        Assert.Equal(["PUT", "GET"], server.Seen.Select(seen => seen.Method));
    }

    [Theory]
    [InlineData(200, """{"id":"web-1","name":"shown"}""", 1)]
    [InlineData(404, "", 0)]
    [InlineData(403, "", null)]
    public async Task Look_IsOneGetOfTheAddress(int status, string body, int? count)
    {
        await using var server = await Api.AnsweringAsync(new Answer(status, body));
        using var http = server.NewClient();
        var looked = await Things.Remote(http, Described(conditional: false)).LookAsync(TestContext.Current.CancellationToken) as CreateEvent.Looked;
        Assert.Equal(count, looked?.Sightings.Count);
        Assert.True(looked?.Sightings.All(sighting => sighting.HasName) ?? true);
        Assert.Equal("GET /things/web-1", $"{server.Seen.Single().Method} {server.Seen.Single().Target}");
    }

    [Fact]
    public async Task SomethingThatIsThereAlready_IsNotOverwritten_WithTheCondition_AndWithout()
    {
        foreach (var conditional in new[] { true, false })
        {
            await using var server = await Api.RoutingAsync(("GET /things/web-1", new Answer(200, """{"id":"web-1","name":"web-1"}""")), ("PUT /things/web-1", new Answer(conditional ? 412 : 200)));
            using var http = server.NewClient();
            var client = new ResourceClient<Thing>(http, Things.Context(), Described(conditional));
            await Assert.ThrowsAsync<ConflictException>(() => client.CreateAsync("web-1", Thing.Wrap(new JsonObject { ["name"] = "web-1" }), [], TestContext.Current.CancellationToken));
            Assert.Equal(conditional ? 1 : 0, server.Seen.Count(seen => seen.Method == "PUT"));
        }
    }
}
