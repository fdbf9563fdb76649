using CloudModels;
using Semel.Runtime.Tests.Guards;
using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>An instance gets another name in the program; the resource stays.</summary>
public sealed class MoveScenarios
{
    [Fact]
    [Trait("Feature", "B9")]
    public async Task Renamed_KeepsItsIdAndItsHistory_AndPostsNothing()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        var before = await client.EnsureAsync();

        var after = await client.EnsureAsync(new() { MovedFrom = "web-1" }, instance: "frontend");
        var again = await client.EnsureAsync(new() { MovedFrom = "web-1" }, instance: "frontend");

        Assert.Equal((Outcome.Reused, before.Id), (after.Outcome, after.Id));
        Assert.Equal((Outcome.Reused, before.Id), (again.Outcome, again.Id));
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
        Assert.Equal("frontend", Assert.IsType<MovedRecord>(await scenario.RecordAsync()).To);
        Assert.Equal(["web-1"], Assert.IsType<LiveRecord>(await scenario.RecordAsync(instance: "frontend")).MovedFrom);
    }

    [Fact]
    [Trait("Feature", "B9")]
    public async Task TheEarlierName_IsAnError_UntilANewResourceIsAskedFor()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        var before = await client.EnsureAsync();
        await client.MoveAsync("web-1", "frontend", [], TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<StateException>(() => client.EnsureAsync());
        var forced = await client.EnsureAsync(new() { Recreate = Recreate.Force });

        Assert.Contains("frontend", error.Message);
        Assert.NotEqual(before.Id, forced.Id);
        Assert.Equal(2, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "B9")]
    public async Task KilledBetweenItsTwoWrites_IsFinishedByTheNextRun_AndNothingIsPosted()
    {
        await using var scenario = await Scenario.StartAsync();
        var before = await scenario.Client().EnsureAsync();
        var dying = new InterruptedRepository(scenario.Repository) { Written = _ => throw new InvalidOperationException("killed") };
        await Assert.ThrowsAnyAsync<Exception>(() => scenario.Client(semel: new SemelContext(dying, "test", null, scenario, scenario.Time)).MoveAsync("web-1", "frontend", [], TestContext.Current.CancellationToken));
        Assert.IsType<LiveRecord>(await scenario.RecordAsync());

        var after = await scenario.Client(semel: scenario.NewRun()).EnsureAsync(new() { MovedFrom = "web-1" }, instance: "frontend");

        Assert.Equal(before.Id, after.Id);
        Assert.IsType<MovedRecord>(await scenario.RecordAsync());
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    public async Task MovedOntoAResource_OrInTheMiddleOfACreate_IsRefused()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        await client.EnsureAsync();
        await client.EnsureAsync(instance: "web-2", request: new() { Name = "web-2", Region = "north-1", Size = "small", Image = "debian-13" });

        await Assert.ThrowsAsync<StateException>(() => client.MoveAsync("web-1", "web-2", [], TestContext.Current.CancellationToken));
        Assert.IsType<LiveRecord>(await scenario.RecordAsync());
    }

    [Fact]
    [Trait("Feature", "B8")]
    public async Task TheMarkerOfARenamedResource_StaysTheOneItCarries()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        await client.EnsureAsync();
        var carried = Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Marker;

        await client.MoveAsync("web-1", "frontend", [], TestContext.Current.CancellationToken);

        Assert.Equal(carried, Assert.IsType<LiveRecord>(await scenario.RecordAsync(instance: "frontend")).Marker);
    }
}
