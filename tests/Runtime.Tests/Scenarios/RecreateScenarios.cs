using CloudModels;
using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>A new resource though the record names one: beside the old one, or in its place.</summary>
public sealed class RecreateScenarios
{
    [Fact]
    [Trait("Feature", "A11")]
    public async Task Force_MakesANewOne_KeepsTheOldId_AndThePlainRunUsesTheNewOne()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        var first = await client.EnsureAsync();

        var forced = await client.EnsureAsync(new() { Recreate = Recreate.Force });
        var plain = await client.EnsureAsync();

        Assert.Equal((Outcome.Replaced, 2), (forced.Outcome, forced.Generation));
        Assert.Equal((Outcome.Reused, forced.Id), (plain.Outcome, plain.Id));
        Assert.Equal(2, scenario.Cloud.Count(CloudKind.Servers));
        Assert.Equal([first.Id], (await scenario.RecordAsync())!.Superseded);
    }

    [Theory]
    [InlineData(Recreate.DeleteFirst)]
    [InlineData(Recreate.CreateFirst)]
    [Trait("Feature", "A11")]
    public async Task Replace_LeavesOne_OfTheNextGeneration(Recreate recreate)
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        var first = await client.EnsureAsync();

        var replaced = await client.EnsureAsync(new() { Recreate = recreate });

        Assert.Equal((Outcome.Replaced, 2), (replaced.Outcome, replaced.Generation));
        Assert.Equal(replaced.Id, Assert.Single(scenario.Cloud.Live(CloudKind.Servers))["id"]!.ToString());
        string[] expected = recreate == Recreate.DeleteFirst ? ["POST", "DELETE", "POST"] : ["POST", "POST", "DELETE"];
        Assert.Equal(expected, scenario.Cloud.Applied.Select(applied => applied.Method));
        Assert.Equal([first.Id], (await scenario.RecordAsync())!.Superseded);
    }

    /// <summary>The program dies right after each of the writes of a replace; the plain re-run finishes it.</summary>
    [Theory]
    [InlineData(Recreate.DeleteFirst)]
    [InlineData(Recreate.CreateFirst)]
    [InlineData(Recreate.Force)]
    [Trait("Feature", "A11")]
    public async Task Replace_KilledAfterAnyWrite_IsFinishedByThePlainRun(Recreate recreate)
    {
        var deaths = 0;
        for (var survives = false; !survives; deaths++)
        {
            await using var scenario = await Scenario.StartAsync();
            await scenario.Client().EnsureAsync();
            var dying = new DyingRepository(scenario.Repository, write: deaths + 1);
            var run = scenario.Client(semel: new SemelContext(dying, "test", null, scenario, scenario.Time)).EnsureAsync(new() { Recreate = recreate });
            survives = await DyingRepository.SurvivesAsync(dying, run);

            var plain = await scenario.WaitingOutAsync(scenario.Client(semel: scenario.NewRun()).EnsureAsync());

            var alive = scenario.Cloud.Live(CloudKind.Servers).Select(server => server["id"]!.ToString()).ToList();
            var record = (await scenario.RecordAsync())!;
            Assert.Equal(2, record.Generation);
            Assert.Equal(recreate == Recreate.Force ? 2 : 1, alive.Count);
            Assert.Contains(plain.Id, alive);
            Assert.All(alive, id => Assert.True(id == plain.Id || record.Superseded.Contains(id)));
        }

        Assert.True(deaths > 2);
    }

    [Fact]
    public async Task Delete_WaitsUntilNoPostOfTheKeyCanArriveAnyMore()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseRequest();
        var created = await scenario.WaitingOutAsync(client.EnsureAsync());
        var live = (LiveRecord)(await scenario.RecordAsync())!;
        var until = scenario.Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        await scenario.Repository.TryWriteAsync(live with { InFlightUntil = until }, live.Version, TestContext.Current.CancellationToken);

        await scenario.WaitingOutAsync(DeleteAsync());

        Assert.True(scenario.Time.GetUtcNow() >= until);
        Assert.Equal(0, scenario.Cloud.Count(CloudKind.Servers));

        async Task<bool> DeleteAsync()
        {
            await client.DeleteAsync(created.Id, [], TestContext.Current.CancellationToken);
            return true;
        }
    }

    [Fact]
    [Trait("Feature", "I3")]
    public async Task ReadAndUpdate_AfterDelete_AreLocalErrors_WithoutACall()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        var created = await client.EnsureAsync();
        await client.DeleteAsync(created.Id, [], TestContext.Current.CancellationToken);
        var requests = scenario.Cloud.Requests.Count;

        var read = new ApiRequest(HttpMethod.Get, "/v1/servers/{server_id}").Path("server_id", created.Id);
        var update = new ApiRequest(HttpMethod.Patch, "/v1/servers/{server_id}").Path("server_id", created.Id);
        var gone = await Assert.ThrowsAsync<GoneException>(() => client.ReadAsync(created.Id, read, Codec.Json, null, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<GoneException>(() => client.UpdateAsync(created.Id, update, TestContext.Current.CancellationToken));

        Assert.Equal(created.Id, gone.Id);
        Assert.Equal(requests, scenario.Cloud.Requests.Count);
    }

    [Fact]
    [Trait("Feature", "I1")]
    public async Task DeletedBeforeTheOldOneIsRetired_NeitherIsLeft()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client();
        await client.EnsureAsync();
        scenario.Cloud.Faults.On("DELETE", "/v1/servers/*").Reject(409).Once();
        await Assert.ThrowsAnyAsync<SemelException>(() => client.EnsureAsync(new() { Recreate = Recreate.CreateFirst }));
        var live = Assert.IsType<LiveRecord>(await scenario.RecordAsync());
        Assert.Single(live.Retiring);

        await client.DeleteAsync(live.Id, [], TestContext.Current.CancellationToken);

        Assert.Equal(0, scenario.Cloud.Count(CloudKind.Servers));
        Assert.Empty(Assert.IsType<TombstoneRecord>(await scenario.RecordAsync()).Retiring);
    }
}
