using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel.Runtime.Tests.Remote;

/// <summary>Whether a resource that was read is ready, on its way, failed or gone.</summary>
public sealed class ReadyTests
{
    private static readonly ReadyCondition ByState = new("status.state", ["active", "true"], ["error"]);
    private static readonly PropertyCondition Deleted = new("deleted", ["true", "expired"]);

    [Theory]
    [InlineData("\"ACTIVE\"", Readiness.Ready)]
    [InlineData("true", Readiness.Ready)]
    [InlineData("\"error\"", Readiness.Failed)]
    [InlineData("\"new\"", Readiness.Pending)]
    [InlineData("null", Readiness.Pending)]
    [Trait("Feature", "D3")]
    public async Task Readiness_IsReadFromTheResource(string state, Readiness expected)
    {
        var seen = Assert.IsType<CreateEvent.SeenPresent>(await ReadAsync($$$"""{"id":"7","status":{"state":{{{state}}}}}""", Things.Described(ready: ByState)));
        Assert.Equal(expected, seen.Readiness);
    }

    [Fact]
    public async Task WithoutACondition_ItIsReadyAtOnce() => Assert.Equal(Readiness.Ready, Assert.IsType<CreateEvent.SeenPresent>(await ReadAsync("""{"id":"7"}""", Things.Described())).Readiness);

    [Fact]
    public async Task ReadyWhenOfTheCall_GoesBeforeTheModels_AndCannotChangeWhatWasRead()
    {
        var settings = new CreateSettings { ReadyWhen = json => { json.Remove("status"); return Readiness.Failed; } };
        var seen = Assert.IsType<CreateEvent.SeenPresent>(await ReadAsync("""{"id":"7","status":{"state":"active"}}""", Things.Described(ready: ByState), settings));
        Assert.Equal((Readiness.Failed, true), (seen.Readiness, seen.Body!.ContainsKey("status")));
    }

    [Fact]
    public async Task ReadyWhenThatThrows_IsNotKnown()
    {
        var thrown = new FormatException("no date");
        var unknown = Assert.IsType<CreateEvent.NotKnown>(await ReadAsync("""{"id":"7"}""", Things.Described(), new CreateSettings { ReadyWhen = _ => throw thrown }));
        Assert.Equal((thrown, "ReadyWhen threw FormatException"), (unknown.Cause, unknown.Evidence));
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"Expired\"", true)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    [InlineData("\"soon\"", false)]
    public async Task GoneResource_IsAbsent_FromReadsLooksAndLists(string deleted, bool isGone)
    {
        var descriptor = Things.Described(Guarantee.UniqueName, gone: Deleted);
        var item = "{\"id\":\"7\",\"name\":\"web-1\",\"deleted\":" + deleted + "}";
        await using var server = await Api.RoutingAsync(("GET /things/7", new Answer(200, item)), ("GET /things", new Answer(200, "{\"things\":[" + item + "]}")));
        using var http = server.NewClient();
        var remote = Things.Remote(http, descriptor);
        Assert.Equal(isGone, await remote.GetAsync("7", TestContext.Current.CancellationToken) is CreateEvent.SeenAbsent);
        Assert.Equal(isGone, await remote.ListForAsync("7", TestContext.Current.CancellationToken) is CreateEvent.SeenAbsent);
        Assert.Equal(isGone ? 0 : 1, Assert.IsType<CreateEvent.Looked>(await remote.LookAsync(TestContext.Current.CancellationToken)).Sightings.Count);
    }

    [Fact]
    public async Task DeleteOfAnApiThatGoesOnShowing_IsADelete()
    {
        await using var server = await Api.AnsweringAsync(new Answer(202, """{"id":"7","deleted":true}"""));
        using var http = server.NewClient();
        Assert.Equal(new CreateEvent.Deleted(), await Things.Remote(http, Things.Described(gone: Deleted)).DeleteAsync("7", null, false, Things.NoDeadline, TestContext.Current.CancellationToken));
    }

    private static async Task<CreateEvent> ReadAsync(string body, ResourceDescriptor descriptor, CreateSettings? settings = null)
    {
        await using var server = await Api.AnsweringAsync(new Answer(200, body));
        using var http = server.NewClient();
        return await Things.Remote(http, descriptor, settings: settings).GetAsync("7", TestContext.Current.CancellationToken);
    }
}
