using Semel.Protocol;
using Semel.Runtime.Tests.Scenarios;
using Semel.Testing;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Guards;

/// <summary>Guards that hold whatever a server, a caller or a disk does.</summary>
public sealed class GuardTests
{
    [Fact]
    public async Task AbsenceUnderOtherCredentials_CreatesNothing()
    {
        await using var scenario = await Scenario.StartAsync();
        await new VerifiedServers(scenario.Http, scenario.NewRun(options => options.Credential = "a")).CreateAsync(Scenario.Web1);
        scenario.Time.Advance(TimeSpan.FromMinutes(1));
        scenario.Cloud.ForbidReads = true; // 404 and an empty list, though it is alive

        await Assert.ThrowsAsync<UnknownException>(() => new VerifiedServers(scenario.Http, scenario.NewRun(options => options.Credential = "b")).CreateAsync(Scenario.Web1));

        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    public async Task SearchThatMatchesByPrefix_OrIgnoresItsFilter_IsCheckedItemByItem()
    {
        await using var scenario = await Scenario.StartAsync();
        var other = """{"servers":[{"id":7,"name":"web-10","tags":null},{"id":8,"name":"my-web-1","tags":["x"]}],"links":{},"meta":{"total":2}}""";
        scenario.Cloud.Faults.On("GET", "/v1/servers").Status(200, other).Times(2);
        Assert.Equal(Outcome.Created, (await new OwnedServers(scenario.Http, scenario.Semel).CreateAsync(Scenario.Web1)).Outcome);
    }

    [Fact]
    public async Task RequestChangedByTheCallerDuringTheCreate_IsSentAsItWas()
    {
        await using var scenario = await Scenario.StartAsync();
        var request = Scenario.Web1;
        var repository = new InterruptedRepository(scenario.Repository) { Written = _ => request.Name = "changed" };
        await new Servers(scenario.Http, new SemelContext(repository, "test", null, scenario, scenario.Time)).CreateAsync("web-1", request);
        Assert.Equal("web-1", (string?)scenario.Cloud.Live(CloudKind.Servers).Single()["name"]);
    }

    [Fact]
    public void TombstoneOfADeleteThatWasResumed_IsWrittenWhateverTheCallerCancels()
    {
        var deleting = new DeletingRecord { Key = Key, Version = 3, Generation = 1, Id = "1", Attributes = [], Provenance = new Provenance(Now, "", "", "") };
        var bury = Policy().Next(new CreateState.FinishingDelete(deleting, null), new CreateEvent.Deleted());
        Assert.False(Assert.IsType<Effect.Write>(bury.Effect).Cancellable);
    }

    [Fact]
    public void TwoOfAUniqueNameInDoubt_AreAnError_EvenWhereNamesAreDeclaredOurs()
    {
        var several = Policy(Guarantee.UniqueName, OnExists.Adopt).Next(new CreateState.Doubting(Intent(AttemptState.Ambiguous), 1, 0), Looked(Seen("3"), Seen("4")));
        Assert.IsType<Failure.AmbiguousMatch>(Assert.IsType<Effect.Fail>(several.Effect).Failure);
    }

    [Fact]
    public async Task DeleteIntent_IsDurableBeforeTheDelete()
    {
        await using var scenario = await Scenario.StartAsync();
        var created = await scenario.Servers.CreateAsync(Scenario.Web1);
        var seen = new List<(Type Record, int Deletes)>();
        var repository = new InterruptedRepository(scenario.Repository)
        {
            Written = record => seen.Add((record.GetType(), scenario.Cloud.Requests.Count(request => request.Method == "DELETE"))),
        };
        await new Servers(scenario.Http, new SemelContext(repository, "test", null, scenario, scenario.Time)).DeleteAsync(created.Value.Id);
        Assert.Equal([(typeof(DeletingRecord), 0), (typeof(TombstoneRecord), 1)], seen);
    }

    [Fact]
    public async Task WriteThatFailsAfterItWasMade_IsRecognised_AndTheIdIsReturned()
    {
        await using var scenario = await Scenario.StartAsync();
        var failures = 0;
        var repository = new InterruptedRepository(scenario.Repository)
        {
            Written = record =>
            {
                if (record is LiveRecord && failures++ == 0) throw new IOException("the folder could not be flushed");
            },
        };
        var creating = new Servers(scenario.Http, new SemelContext(repository, "test", null, scenario, scenario.Time)).CreateAsync(Scenario.Web1);
        while (!scenario.Logged.Any(entry => entry.Event == "WriteFailed")) await Task.Yield();
        while (!creating.IsCompleted)
        {
            scenario.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var created = await creating;
        Assert.Equal(created.Id, Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Id);
        Assert.Equal(1, failures);
    }
}
