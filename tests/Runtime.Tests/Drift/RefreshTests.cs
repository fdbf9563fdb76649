using System.Text.Json.Nodes;
using CloudModels;
using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;
using Semel.Workflows.Tests;

namespace Semel.Runtime.Tests.Drift;

/// <summary>What a refresh reads, records and says.</summary>
[Trait("Feature", "F1")]
public sealed class RefreshTests
{
    private const string Input = """{"name":"web","size":"small","password":"canary"}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadsByTheRecordedId_RecordsWhatIsShown_AndTellsTheDifference()
    {
        await using var scenario = await DriftScenario.StartAsync();
        var created = await scenario.RunAsync(Input);
        scenario.Api.Edit(created.Id, "size", "huge");
        scenario.Api.Mutations.Clear();

        var refreshed = await RefreshAsync(scenario);

        Assert.Equal((RefreshState.Changed, created.Id), (refreshed.State, refreshed.Id));
        Assert.Contains(refreshed.Changes, change => (change.Property, change.Old, change.New) == ("size", "\"small\"", "\"huge\""));
        Assert.Equal("huge", (string?)(await scenario.RecordAsync()).Attributes["size"]);
        Assert.Equal("small", (string?)(await scenario.RecordAsync()).Input!["size"]); // what is wanted stays what it is
        Assert.Empty(scenario.Api.Mutations);
        Assert.Single((await scenario.SentByAsync(Input))); // and the next run brings it back
    }

    [Fact]
    public async Task AsRecorded_WritesNothing()
    {
        await using var scenario = await DriftScenario.StartAsync();
        await scenario.RunAsync(Input);
        var version = (await scenario.RecordAsync()).Version;

        Assert.Equal(RefreshState.Unchanged, (await RefreshAsync(scenario)).State);

        Assert.Equal(version, (await scenario.RecordAsync()).Version);
    }

    [Fact]
    public async Task Gone_KeepsTheLastAttributes_AndTheNextRunMakesTheNextGeneration()
    {
        await using var scenario = await DriftScenario.StartAsync();
        var created = await scenario.RunAsync(Input);
        await scenario.Api.Http.DeleteAsync(new Uri($"/things/{created.Id}", UriKind.Relative), Token);

        var gone = await RefreshAsync(scenario);

        Assert.Equal((RefreshState.Gone, created.Id, "small"), (gone.State, gone.Id, (string?)gone.Attributes!["size"]));
        var tombstone = Assert.IsType<TombstoneRecord>(await scenario.Repository.FindAsync(created.Key, Token));
        Assert.Equal("small", (string?)tombstone.Attributes!["size"]);
        Assert.DoesNotContain("canary", System.Text.Encoding.UTF8.GetString(RecordJson.Write(tombstone)), StringComparison.Ordinal);
        var requests = scenario.Api.Requests;
        Assert.Equal((RefreshState.Gone, "small"), ((await RefreshAsync(scenario)).State, (string?)gone.Attributes["size"]));
        Assert.Equal(requests, scenario.Api.Requests); // it is known
        Assert.Equal((Outcome.Created, 2), ((await scenario.RunAsync(Input)) is var next ? (next.Outcome, next.Generation) : default));
    }

    [Theory, Trait("Feature", "A4")]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(500)]
    public async Task UnknownIsNotGone(int status)
    {
        await using var scenario = await DriftScenario.StartAsync();
        var created = await scenario.RunAsync(Input);
        scenario.Api.NextRead = status;

        await Assert.ThrowsAsync<UnknownException>(() => RefreshAsync(scenario));

        Assert.Equal(created.Id, (await scenario.RecordAsync()).Id);
    }

    [Fact, Trait("Feature", "A4")]
    public async Task NotFound_ThatAListContradicts_IsUnknown()
    {
        await using var scenario = await DriftScenario.StartAsync();
        var created = await scenario.RunAsync(Input);
        scenario.Api.NextRead = 404;

        var unknown = await Assert.ThrowsAsync<UnknownException>(() => RefreshAsync(scenario));

        Assert.Contains("list", unknown.Message, StringComparison.Ordinal);
        Assert.Equal(created.Id, (await scenario.RecordAsync()).Id);
    }

    [Theory, Trait("Feature", "A4")]
    [InlineData("younger than the list lag")]
    [InlineData("'other'")]
    public async Task NotFound_RightAfterTheCreate_OrUnderOtherCredentials_IsUnknown(string why)
    {
        await using var scenario = await DriftScenario.StartAsync();
        var created = await scenario.RunAsync(Input);
        await scenario.Api.Http.DeleteAsync(new Uri($"/things/{created.Id}", UriKind.Relative), Token);
        (scenario.Options.ListLag, scenario.Options.Credential) = why == "'other'" ? (TimeSpan.Zero, "other") : (TimeSpan.FromHours(1), scenario.Options.Credential);

        var unknown = await Assert.ThrowsAsync<UnknownException>(() => RefreshAsync(scenario));

        Assert.Contains(why, unknown.Message, StringComparison.Ordinal);
        Assert.Equal(created.Id, (await scenario.RecordAsync()).Id);
    }

    [Fact]
    public async Task NothingRecorded_IsSaid_WithoutACall()
    {
        await using var scenario = await DriftScenario.StartAsync();
        Assert.Equal(RefreshState.NotRecorded, (await RefreshAsync(scenario)).State);
        Assert.Equal(0, scenario.Api.Requests);
    }

    [Fact]
    public async Task UnfinishedCreate_IsSaid_WithoutACall()
    {
        await using var scenario = await DriftScenario.StartAsync();
        scenario.Time = new JumpingTime();
        scenario.Api.Next = ("POST", "lost request");
        await Assert.ThrowsAsync<IndeterminateException>(() => scenario.RunAsync("""{"size":"small"}"""));
        var requests = scenario.Api.Requests;

        Assert.Equal(RefreshState.Unfinished, (await RefreshAsync(scenario)).State);

        Assert.Equal(requests, scenario.Api.Requests);
    }

    [Fact]
    public async Task GeneratedModel_Refreshes()
    {
        await using var scenario = await Scenario.StartAsync();
        var networks = new Networks(scenario.Http, scenario.Semel);
        var created = await networks.CreateAsync(new NetworkRequest { Name = "web", Range = "10.0.0.0/8" }, Token);
        using var hand = new StringContent("""{"name":"web","description":"by hand"}""", System.Text.Encoding.UTF8, "application/json");
        await scenario.Http.PutAsync(new Uri($"/v1/networks/{created.Id}", UriKind.Relative), hand, Token);

        var refreshed = await networks.RefreshAsync("web", Token);
        Assert.Equal("\"by hand\"", Assert.Single(refreshed.Changes, change => change.Property == "description").New);

        scenario.Cloud.Remove(CloudKind.Networks, created.Id);
        scenario.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal((RefreshState.Gone, "by hand"), (await networks.RefreshAsync("web", Token)) is var gone ? (gone.State, (string?)gone.Attributes!["description"]) : default);
    }

    [Fact]
    public async Task HandWrittenCreate_Refreshes()
    {
        var (semel, there) = (new SemelContext(new MemoryDataRepository(), "test", new SemelOptions { ListLag = TimeSpan.Zero }), new HashSet<string>());
        var how = new CreateOrGetOptions<string> { Id = id => id, Read = (id, _) => Task.FromResult(there.Contains(id) ? id : null) };
        await semel.CreateOrGetAsync("Buckets", "logs", (_, _) => Task.FromResult(there.Add("b1") ? "b1" : ""), how, Token);
        Assert.Equal((RefreshState.Unchanged, "b1"), (await semel.RefreshAsync("Buckets", "logs", how, Token)) is var same ? (same.State, same.Id) : default);

        there.Clear();

        Assert.Equal((RefreshState.Gone, "b1"), (await semel.RefreshAsync("Buckets", "logs", how, Token)) is var gone ? (gone.State, gone.Id) : default);
    }

    private static Task<Refreshed> RefreshAsync(DriftScenario scenario) => scenario.Client().RefreshAsync("one", [], Token);
}
