using CloudModels;
using Semel.Protocol;
using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Guards;

/// <summary>What a name, or the lack of one, proves while a create is in doubt; the live count on the server is the oracle.</summary>
public sealed class DoubtAboutNamesTests
{
    [Fact]
    public async Task UniqueName_NameChangedWhileInDoubt_IsNotPostedAgain_AndTheEarlierNameResolvesIt()
    {
        await using var scenario = await Scenario.StartAsync();
        var networks = new Networks(scenario.Http, scenario.Semel);
        scenario.Cloud.Faults.On("POST", "/v1/networks").LoseReply();
        scenario.Cloud.Faults.On("GET", "/v1/networks").Reject(503).Skip(1);
        await Assert.ThrowsAsync<UnknownException>(() => networks.CreateAsync("net", new() { Name = "a", Range = "10.0.0.0/24" }));

        await Assert.ThrowsAsync<IndeterminateException>(() => networks.CreateAsync("net", new() { Name = "b", Range = "10.0.0.0/24" }));

        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Networks));
        Assert.Equal(Outcome.Adopted, (await networks.CreateAsync("net", new() { Name = "a", Range = "10.0.0.0/24" })).Outcome);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Networks));
    }

    [Fact]
    public async Task UniqueName_NameChangedWhileInDoubt_IsFoundByAMarkerThatTheListFilters()
    {
        await using var scenario = await Scenario.StartAsync();
        var servers = Described.Client(scenario, Described.Servers(Guarantee.UniqueName));
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseReply();
        scenario.Cloud.Faults.On("GET", "/v1/servers").Reject(503).Skip(2);
        await Assert.ThrowsAsync<UnknownException>(() => servers.CreateAsync("web-1", Scenario.Web1, [], TestContext.Current.CancellationToken));

        var other = new ServerRequest { Name = "b", Region = "north-1", Size = "small", Image = "debian-13" };
        var stopped = await Assert.ThrowsAsync<ReplacementRequiredException>(() => servers.CreateAsync("web-1", other, [], TestContext.Current.CancellationToken));

        Assert.Equal(("name", "\"web-1\"", "\"b\""), (stopped.Differences[0].Property, stopped.Differences[0].Old, stopped.Differences[0].New));
        Assert.Equal("web-1", (string?)Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Attributes["name"]);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    public async Task UniqueName_WithoutAName_IsHeldToWhatItsMarkerProves()
    {
        await using var scenario = await Scenario.StartAsync();
        var unnamed = Described.Servers(Guarantee.UniqueName, nameInRequest: "hostname", lookFirst: false);
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseRequest();
        var creating = Described.Client(scenario, unnamed).CreateAsync("web-1", Scenario.Web1, [], TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Created, (await scenario.WaitingOutAsync(creating)).Outcome);
        Assert.Contains(scenario.Logged, entry => entry.Event == "Waiting");
    }

    [Fact]
    public async Task MarkerGuaranteeWithoutAMarker_IsHeldAsAtMostOnce()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = Described.Client(scenario, Described.Servers(Guarantee.Marker, marker: false));
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseRequest();
        await Assert.ThrowsAsync<IndeterminateException>(() => scenario.WaitingOutAsync(client.CreateAsync("web-1", Scenario.Web1, [], TestContext.Current.CancellationToken)));
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    public async Task NameThatNoListShows_IsLookedForByItsMarker()
    {
        await using var scenario = await Scenario.StartAsync();
        var hidden = Described.Servers(Guarantee.UniqueName, nameInResource: null);
        var created = await Described.Client(scenario, hidden).CreateAsync("web-1", Scenario.Web1, [], TestContext.Current.CancellationToken);
        scenario.WipeRepository();
        var adopted = await new ResourceClient<Server>(scenario.Http, scenario.NewRun(), hidden).CreateAsync("web-1", Scenario.Web1, [], TestContext.Current.CancellationToken);
        Assert.Equal((Outcome.Adopted, created.Id), (adopted.Outcome, adopted.Id));
    }

    [Fact]
    public async Task MarkerDropped_AndReplyLost_ASecondOneIsNotMade()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").DropProperty("tags");
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseReply();

        var stopped = await Assert.ThrowsAsync<IndeterminateException>(() => scenario.WaitingOutAsync(scenario.Servers.CreateAsync(Scenario.Web1)));

        Assert.Equal([scenario.Cloud.Live(CloudKind.Servers).Single()["id"]!.ToString()], stopped.Candidates);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    public async Task InputChangedWhileInDoubt_TheRecordHoldsTheInputThatWasSent_AndTheDifferenceIsSaid()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseReply();
        scenario.Cloud.Faults.On("GET", "/v1/servers").Reject(503).Skip(2);
        await Assert.ThrowsAsync<UnknownException>(() => scenario.Servers.CreateAsync(Scenario.Web1));
        var changed = Scenario.Web1;
        changed.Size = "large";

        var stopped = await Assert.ThrowsAsync<ReplacementRequiredException>(() => scenario.Servers.CreateAsync(changed));

        Assert.Equal("small", (string?)Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Input!["size"]);
        Assert.Equal(new Difference("size", "\"small\"", "\"large\"", DriftKind.InputChanged) { NeedsReplacement = true }, Assert.Single(stopped.Differences));
    }

    [Fact]
    public void AfterTheWait_TwoLooksMustBeEmpty_BeforeAnotherPost()
    {
        var look = Policy().Next(new CreateState.Waiting(Intent(AttemptState.Ambiguous), 1), new CreateEvent.Waited(), TimeSpan.FromHours(1));
        var again = Policy().Next(look.State, Looked(), TimeSpan.FromHours(1));
        Assert.IsType<Effect.Look>(again.Effect);
        Assert.IsType<Effect.Write>(Policy().Next(again.State, Looked(), TimeSpan.FromHours(1)).Effect);
    }

    [Fact]
    public async Task OlderGenerationAlone_IsReported()
    {
        await using var scenario = await Scenario.StartAsync();
        var first = await scenario.Servers.CreateAsync(Scenario.Web1);
        var old = scenario.Cloud.Live(CloudKind.Servers).Single().ToJsonString();
        await scenario.Servers.DeleteAsync(first.Value.Id);
        scenario.Cloud.Seed(CloudKind.Servers, old); // restored behind our back
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseRequest();

        await scenario.WaitingOutAsync(scenario.Servers.CreateAsync(Scenario.Web1));

        Assert.Contains(scenario.Logged, entry => entry.Event == "OlderGeneration");
    }
}
