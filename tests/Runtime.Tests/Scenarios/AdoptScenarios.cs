using CloudModels;
using Semel.Runtime.Tests.Guards;
using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>A resource that somebody else made becomes an instance of this program, by its id.</summary>
public sealed class AdoptScenarios
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "B7")]
    public async Task ExpectedName_IsAdopted_AndReusedByTheNextCreate()
    {
        await using var scenario = await Scenario.StartAsync();
        var id = await StrangerAsync(scenario, "web-1");
        var client = scenario.Client();

        await client.AdoptAsync("web-1", id, "web-1", [], Token);
        await client.AdoptAsync("web-1", id, "web-1", [], Token);

        var live = Assert.IsType<LiveRecord>(await scenario.RecordAsync());
        Assert.Equal((id, true, 1L), (live.Id, live.Adopted, live.Version));
        Assert.Equal((Outcome.Reused, id), await client.EnsureAsync() is var reused ? (reused.Outcome, reused.Id) : default);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Theory]
    [Trait("Feature", "B7")]
    [InlineData("web-2")]
    [InlineData(null)]
    public async Task AnotherName_OrNothingThatProvesIt_IsAConflict_AndNothingIsRecorded(string? name)
    {
        await using var scenario = await Scenario.StartAsync();
        var id = await StrangerAsync(scenario, "web-1");

        var refused = await Assert.ThrowsAsync<ConflictException>(() => scenario.Client().AdoptAsync("web-2", id, name, [], Token));

        Assert.Equal([id], refused.Candidates);
        Assert.Null(await scenario.RecordAsync(instance: "web-2"));
    }

    [Fact]
    [Trait("Feature", "B7")]
    public async Task UnderAnotherParent_ItIsNotThere_AndNothingIsRecorded()
    {
        await using var scenario = await Scenario.StartAsync();
        await StrangerAsync(scenario, "web-1");
        await Assert.ThrowsAsync<ArgumentException>(() => scenario.Client().AdoptAsync("web-1", "999999", "web-1", [], Token));
        Assert.Null(await scenario.RecordAsync());
    }

    [Fact]
    [Trait("Feature", "B7")]
    public async Task AnotherKeysMarker_IsAConflict_AndOurOwnNeedsNoName()
    {
        await using var scenario = await Scenario.StartAsync();
        var made = await scenario.Client().EnsureAsync();
        scenario.WipeRepository();
        var client = scenario.Client(semel: scenario.NewRun());

        await Assert.ThrowsAsync<ConflictException>(() => client.AdoptAsync("web-2", made.Id, "web-1", [], Token));
        await client.AdoptAsync("web-1", made.Id, null, [], Token);

        Assert.False(Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Adopted);
    }

    [Fact]
    [Trait("Feature", "B7")]
    public async Task WhatAnotherInstanceHas_OrWhereOneIs_IsRefused()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        var made = await client.EnsureAsync();
        var other = await StrangerAsync(scenario, "web-9");

        await Assert.ThrowsAsync<ConflictException>(() => client.AdoptAsync("frontend", made.Id, "web-1", [], Token));
        await Assert.ThrowsAsync<StateException>(() => client.AdoptAsync("web-1", other, "web-9", [], Token));

        Assert.Equal(made.Id, Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Id);
    }

    [Fact]
    [Trait("Feature", "B7")]
    public async Task AfterADelete_AnAdoptedOneIsTheNextGeneration()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        var first = await client.EnsureAsync();
        await client.DeleteAsync(first.Id, [], Token);
        var id = await StrangerAsync(scenario, "web-1");

        await client.AdoptAsync("web-1", id, "web-1", [], Token);

        Assert.Equal(2, Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Generation);
    }

    [Fact]
    [Trait("Feature", "B7")]
    public async Task ResolvedAsWhatAnotherInstanceHas_IsRefused_AndStaysInDoubt()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = Described.Client(scenario, Described.Servers(Guarantee.AtMostOnce, marker: false));
        var other = await client.CreateAsync("web-9", Scenario.Web1, [], Token);
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseReply().Once();
        await Assert.ThrowsAnyAsync<ResourceException>(() => client.CreateAsync("web-1", new ServerRequest { Name = "web-2", Region = "north-1", Size = "small", Image = "debian-13" }, [], Token));

        await Assert.ThrowsAsync<ConflictException>(() => client.ResolveAsync("web-1", other.Id, [], Token));

        Assert.IsType<IntentRecord>(await scenario.RecordAsync());
    }

    [Fact]
    [Trait("Feature", "B7")]
    public async Task WhatAnotherInstanceIsDeleting_IsRefused()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        var made = await client.EnsureAsync();
        scenario.Cloud.Faults.On("DELETE", "/v1/servers/*").LoseRequest().Once();
        await Assert.ThrowsAsync<UnknownException>(() => client.DeleteAsync(made.Id, [], Token));

        await Assert.ThrowsAsync<ConflictException>(() => client.AdoptAsync("frontend", made.Id, "web-1", [], Token));

        Assert.Null(await scenario.RecordAsync(instance: "frontend"));
    }

    /// <summary>The id of a server that was made past Semel.</summary>
    private static async Task<string> StrangerAsync(Scenario scenario, string name)
    {
        using var made = await scenario.Http.PostAsync("/v1/servers", new StringContent($$"""{"name":"{{name}}","region":"north-1","size":"small","image":"debian-13"}""", System.Text.Encoding.UTF8, "application/json"), Token);
        made.EnsureSuccessStatusCode();
        return scenario.Cloud.Live(CloudKind.Servers).Single(server => (string?)server["name"] == name)["id"]!.ToString();
    }
}
