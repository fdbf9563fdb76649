using CloudModels;
using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;

namespace Semel.Runtime.Tests.Guards;

/// <summary>What looks done and isn't, or looks undone and is.</summary>
public sealed class SecondThoughtsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task IntentThatIsWrittenThoughItsWriteFails_IsTakenBack_AndLeavesNoDoubt()
    {
        await using var scenario = await Scenario.StartAsync();
        var repository = new FaultRepository(scenario.Repository);
        repository.On(RepositoryPoint.AfterWrite).Where(call => call.Record is IntentRecord).Throw(() => new IOException("the folder can't be synced")).Once();
        var semel = new SemelContext(repository, "test", null, scenario, scenario.Time);

        await Assert.ThrowsAsync<IOException>(() => new UnmarkedServers(scenario.Http, semel).CreateAsync(Scenario.Web1));

        Assert.Equal(AttemptState.NotApplied, Assert.Single(Assert.IsType<IntentRecord>(await scenario.RecordAsync("UnmarkedServers")).Attempts).State);
        Assert.Equal(Outcome.Created, (await new UnmarkedServers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1)).Outcome);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    public async Task ListThatShowsWhatIsGone_AdoptsNothing()
    {
        await using var scenario = await Scenario.StartAsync();
        var gone = await scenario.Servers.CreateAsync(Scenario.Web1);
        var list = await scenario.Http.GetStringAsync("/v1/servers", Token);
        using (await scenario.Http.DeleteAsync($"/v1/servers/{gone.Id}", Token))
            scenario.WipeRepository();
        scenario.Cloud.Faults.On("GET", "/v1/servers").Status(200, list).Once();

        await Assert.ThrowsAsync<UnknownException>(() => new Servers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1));
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));

        Assert.Equal(Outcome.Created, (await new Servers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1)).Outcome);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(409)]
    public async Task DeleteWhoseReplyWasLost_ThenRefused_BringsNoRecordBack(int refusal)
    {
        await using var scenario = await Scenario.StartAsync();
        var gone = await scenario.Servers.CreateAsync(Scenario.Web1);
        scenario.Cloud.Faults.On("DELETE", "/v1/servers/*").FailAfterApplying().Once();
        await Assert.ThrowsAsync<UnknownException>(() => scenario.Servers.DeleteAsync(gone.Value.Id, Token));
        scenario.Cloud.Faults.On("DELETE", "/v1/servers/*").Reject(refusal).Once();

        await scenario.WaitingOutAsync(DeleteAsync());

        Assert.IsType<TombstoneRecord>(await scenario.RecordAsync());

        async Task<bool> DeleteAsync()
        {
            await scenario.Servers.DeleteAsync(gone.Value.Id, Token);
            return true;
        }
    }

    [Fact]
    public async Task CreateThatFinishesADelete_AndIsRefused_BringsNoDeadRecordBack()
    {
        await using var scenario = await Scenario.StartAsync();
        var gone = await scenario.Servers.CreateAsync(Scenario.Web1);
        scenario.Cloud.Faults.On("DELETE", "/v1/servers/*").FailAfterApplying().Once();
        await Assert.ThrowsAsync<UnknownException>(() => scenario.Servers.DeleteAsync(gone.Value.Id, Token));
        scenario.Cloud.Faults.On("DELETE", "/v1/servers/*").Reject(403).Once();

        var next = await scenario.WaitingOutAsync(new Servers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1));

        Assert.Equal((Outcome.Created, 2), (next.Outcome, next.Generation));
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    public async Task RefusedDeleteOfWhatIsAlive_BringsItsRecordBack()
    {
        await using var scenario = await Scenario.StartAsync();
        var made = await scenario.Servers.CreateAsync(Scenario.Web1);
        scenario.Cloud.Faults.On("DELETE", "/v1/servers/*").Reject(409).Once();

        await Assert.ThrowsAsync<RejectedException>(() => scenario.Servers.DeleteAsync(made.Value.Id, Token));

        Assert.Equal(made.Id, Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Id);
    }
}
