using System.Net;
using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>Creates on real HTTP; the oracle is what the server says it applied.</summary>
public sealed class CreateScenarios
{
    [Fact]
    [Trait("Feature", "A1")]
    public async Task CreatedTwice_SendsOnePost()
    {
        await using var scenario = await Scenario.StartAsync();
        var first = await scenario.Servers.CreateAsync(Scenario.Web1);
        var second = await new Servers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1);

        Assert.Equal((Outcome.Created, true, 1), (first.Outcome, first.Verified, first.Generation));
        Assert.Equal((Outcome.Reused, false, first.Id), (second.Outcome, second.Verified, second.Id));
        Assert.Equal("web-1", second.Value.Name);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "A1")]
    public async Task AnotherInstanceOrScope_IsAnotherResource()
    {
        await using var scenario = await Scenario.StartAsync();
        var servers = scenario.Servers;
        await servers.CreateAsync("one", Scenario.Web1);
        var renamed = Scenario.Web1;
        renamed.Name = "web-2";
        await servers.CreateAsync("two", renamed);
        await new Servers(scenario.Http, new SemelContext(scenario.Repository, "other")).CreateAsync("one", Scenario.Web1);
        Assert.Equal(3, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "A2")]
    public async Task VerifyWithGet_ReadsOnce_RefreshesTheRecord_AndPostsNothing()
    {
        await using var scenario = await Scenario.StartAsync();
        var servers = new VerifiedServers(scenario.Http, scenario.Semel);
        var created = await servers.CreateAsync(Scenario.Web1);
        var before = scenario.Cloud.Requests.Count;

        var verified = await servers.CreateAsync(Scenario.Web1);

        Assert.Equal((Outcome.Reused, true), (verified.Outcome, verified.Verified));
        Assert.Equal([$"GET /v1/servers/{created.Id}"], scenario.Cloud.Requests.Skip(before).Select(request => $"{request.Method} {request.Path}"));
        var record = Assert.IsType<LiveRecord>(await scenario.RecordAsync("VerifiedServers"));
        Assert.Equal(verified.Value.Json["status"]!.ToString(), record.Attributes["status"]!.ToString());

        await servers.CreateAsync(Scenario.Web1);
        Assert.Equal(record.Version, (await scenario.RecordAsync("VerifiedServers"))!.Version);
    }

    [Fact]
    [Trait("Feature", "A2")]
    public async Task VerifyNever_SendsNothingAtAll()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.Servers.CreateAsync(Scenario.Web1);
        var before = scenario.Cloud.Requests.Count;
        await scenario.Servers.CreateAsync(Scenario.Web1);
        Assert.Equal(before, scenario.Cloud.Requests.Count);
    }

    [Fact]
    [Trait("Feature", "A3")]
    public async Task RecordedButGone_IsCreatedAgainInTheNextGeneration()
    {
        await using var scenario = await Scenario.StartAsync();
        var servers = new VerifiedServers(scenario.Http, scenario.Semel);
        var lost = await servers.CreateAsync(Scenario.Web1);
        var firstKey = await FirstKeyAsync(scenario);
        scenario.Cloud.Remove(CloudKind.Servers, lost.Id);
        scenario.Time.Advance(TimeSpan.FromMinutes(1));

        var replaced = await servers.CreateAsync(Scenario.Web1);

        Assert.Equal((Outcome.Replaced, 2), (replaced.Outcome, replaced.Generation));
        Assert.Equal(2, scenario.Cloud.Posts(CloudKind.Servers));
        var record = Assert.IsType<LiveRecord>(await scenario.RecordAsync("VerifiedServers"));
        Assert.Equal([lost.Id], record.Superseded);
        var history = await HistoryAsync(scenario, "VerifiedServers");
        Assert.Contains(history, version => version is LiveRecord live && live.Id == lost.Id);
        Assert.NotEqual(firstKey, history.OfType<IntentRecord>().Last().IdempotencyKey);
    }

    [Fact]
    [Trait("Feature", "A3")]
    public async Task GoneByGetButListed_IsNotCreatedAgain()
    {
        await using var scenario = await Scenario.StartAsync();
        var servers = new VerifiedServers(scenario.Http, scenario.Semel);
        var created = await servers.CreateAsync(Scenario.Web1);
        scenario.Time.Advance(TimeSpan.FromMinutes(1));
        scenario.Cloud.Faults.On("GET", $"/v1/servers/{created.Id}").Reject(404);

        await Assert.ThrowsAsync<UnknownException>(() => servers.CreateAsync(Scenario.Web1));
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [Trait("Feature", "A4")]
    public async Task VerifyThatFails_NeverCreates(int status)
    {
        await using var scenario = await Scenario.StartAsync();
        var servers = new VerifiedServers(scenario.Http, scenario.Semel);
        var created = await servers.CreateAsync(Scenario.Web1);
        var version = (await scenario.RecordAsync("VerifiedServers"))!.Version;
        scenario.Cloud.Faults.On("GET", $"/v1/servers/{created.Id}").Reject(status);

        var exception = await Assert.ThrowsAsync<UnknownException>(() => servers.CreateAsync(Scenario.Web1));

        Assert.Equal(status, exception.Status);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
        Assert.Equal(version, (await scenario.RecordAsync("VerifiedServers"))!.Version);
    }

    [Fact]
    [Trait("Feature", "A4")]
    public async Task VerifyThatHangsOrIsUnreadableOrLost_NeverCreates()
    {
        await using var scenario = await Scenario.StartAsync();
        var servers = new VerifiedServers(scenario.Http, scenario.Semel);
        var created = await servers.CreateAsync(Scenario.Web1);
        var path = $"/v1/servers/{created.Id}";
        Func<Fault>[] faults =
        [
            () => scenario.Cloud.Faults.On("GET", path).UnreadableReply(),
            () => scenario.Cloud.Faults.On("GET", path).TruncateReply(),
            () => scenario.Cloud.Faults.On("GET", path).LoseReply(),
            () => scenario.Cloud.Faults.On("GET", path).ReplyWithoutId(),
        ];
        foreach (var fault in faults)
        {
            var scripted = fault();
            await Assert.ThrowsAsync<UnknownException>(() => servers.CreateAsync(Scenario.Web1));
            await scripted.Hit; // counted after the reply has left
            Assert.Equal(1, scripted.Hits);
        }

        var hanging = scenario.Cloud.Faults.On("GET", path).Hang();
        var verifying = servers.CreateAsync(Scenario.Web1);
        await hanging.Hit;
        scenario.Time.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<UnknownException>(() => verifying);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "A8")]
    public async Task AlreadyExists_ExactlyOneOwnedMatch_IsAdopted()
    {
        await using var scenario = await Scenario.StartAsync();
        var id = scenario.Cloud.Seed(CloudKind.Networks, """{"name":"web","range":"10.0.0.0/24"}""");
        scenario.Cloud.Faults.On("GET", "/v1/networks").Status(200, """{"networks":[],"links":{},"meta":{"total":0}}"""); // the first look misses it

        var adopted = await new OwnedNetworks(scenario.Http, scenario.Semel).CreateAsync(new() { Name = "web", Range = "10.0.0.0/24" });

        Assert.Equal((Outcome.Adopted, id), (adopted.Outcome, adopted.Id));
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Networks));
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Networks));
        Assert.True(Assert.IsType<LiveRecord>(await scenario.RecordAsync("OwnedNetworks", "web")).Adopted);
    }

    [Fact]
    [Trait("Feature", "A8")]
    public async Task AlreadyExists_AndNotOurs_IsAConflict()
    {
        await using var scenario = await Scenario.StartAsync();
        var id = scenario.Cloud.Seed(CloudKind.Networks, """{"name":"web","range":"10.0.0.0/24"}""");
        scenario.Cloud.Faults.On("GET", "/v1/networks").Status(200, """{"networks":[],"links":{},"meta":{"total":0}}""");

        var exception = await Assert.ThrowsAsync<ConflictException>(() => new Networks(scenario.Http, scenario.Semel).CreateAsync(new() { Name = "web", Range = "10.0.0.0/24" }));
        Assert.Equal([id], exception.Candidates);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Networks));
    }

    [Fact]
    [Trait("Feature", "A13")]
    public async Task NoRecord_RemoteHasOurs_IsAdopted()
    {
        await using var scenario = await Scenario.StartAsync();
        var created = await scenario.Servers.CreateAsync(Scenario.Web1);
        scenario.WipeRepository();

        var adopted = await new Servers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1);

        Assert.Equal((Outcome.Adopted, created.Id), (adopted.Outcome, adopted.Id));
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "A13")]
    public async Task NoRecord_RemoteHasAStrangers_IsAConflict_AndAdoptedWhereDeclared()
    {
        await using var scenario = await Scenario.StartAsync();
        var id = scenario.Cloud.Seed(CloudKind.Servers, """{"name":"web-1","region":"north-1","size":"small","image":"debian-13"}""");

        await Assert.ThrowsAsync<ConflictException>(() => scenario.Servers.CreateAsync(Scenario.Web1));
        Assert.Null(await scenario.RecordAsync());
        Assert.Equal(id, (await new OwnedServers(scenario.Http, scenario.Semel).CreateAsync(Scenario.Web1)).Id);
        Assert.Equal(0, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "A13")]
    public async Task NoRecord_NothingThere_IsCreated_AndLookOff_SendsNoGet()
    {
        await using var scenario = await Scenario.StartAsync();
        await new UnlookedServers(scenario.Http, scenario.Semel).CreateAsync(Scenario.Web1);
        Assert.Equal(["POST"], scenario.Cloud.Requests.Select(request => request.Method));

        scenario.Cloud.Reset();
        await scenario.Servers.CreateAsync(Scenario.Web1);
        Assert.Equal(["GET", "GET", "POST"], scenario.Cloud.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    [Trait("Feature", "A13")]
    public async Task LookThatFails_CreatesNothing(int status)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("GET", "/v1/servers").Reject(status);
        Assert.Equal(status, (await Assert.ThrowsAsync<UnknownException>(() => scenario.Servers.CreateAsync(Scenario.Web1))).Status);
        Assert.Equal(0, scenario.Cloud.Posts(CloudKind.Servers));
        Assert.Null(await scenario.RecordAsync());
    }

    [Fact]
    [Trait("Feature", "B3")]
    public async Task NoIdentity_IsAnError_NeverASharedRecord()
    {
        await using var scenario = await Scenario.StartAsync();
        await Assert.ThrowsAnyAsync<ArgumentException>(() => scenario.Servers.CreateAsync(" ", Scenario.Web1));
        Assert.Throws<ArgumentException>(() => new SemelContext(new MemoryDataRepository(), " "));
        Assert.Empty(scenario.Cloud.Requests);
    }

    [Fact]
    [Trait("Feature", "B4")]
    public async Task TwoMatches_AreAnErrorThatListsThem_AndNothingIsPosted()
    {
        await using var scenario = await Scenario.StartAsync();
        var one = scenario.Cloud.Seed(CloudKind.Servers, """{"name":"web-1","region":"north-1","size":"small","image":"debian-13"}""");
        var two = Assert.Single(scenario.Cloud.AddDuplicates(CloudKind.Servers, one));

        var exception = await Assert.ThrowsAsync<AmbiguousMatchException>(() => new OwnedServers(scenario.Http, scenario.Semel).CreateAsync(Scenario.Web1));

        Assert.Equal([one, two], exception.Candidates.Order(StringComparer.Ordinal));
        Assert.Contains(two, exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Theory]
    [InlineData(422)]
    [InlineData(400)]
    [InlineData(401)]
    [Trait("Feature", "C5")]
    public async Task Rejected_IsTyped_RecordsNoResource_AndTheNextRunCreates(int status)
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").Reject(status);

        var exception = await Assert.ThrowsAsync<RejectedException>(() => scenario.Servers.CreateAsync(Scenario.Web1));

        Assert.Equal(status, exception.Status);
        Assert.Equal(AttemptState.NotApplied, Assert.IsType<IntentRecord>(await scenario.RecordAsync()).Attempts[0].State);
        Assert.Equal(Outcome.Created, (await new Servers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1)).Outcome);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "D1")]
    public async Task TheIdIsRecorded_BeforeTheCallersContinuation()
    {
        await using var scenario = await Scenario.StartAsync();
        await Assert.ThrowsAsync<TimeoutException>(async () =>
        {
            await scenario.Servers.CreateAsync(Scenario.Web1);
            throw new TimeoutException("waiting until it is ready took too long");
        });
        Assert.IsType<LiveRecord>(await scenario.RecordAsync());
        Assert.Equal(Outcome.Reused, (await new Servers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1)).Outcome);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "G1")]
    public async Task Secrets_AreSent_AndNeitherRecordedNorLogged()
    {
        const string canary = "canary-5d1f0e";
        await using var scenario = await Scenario.StartAsync();
        var request = Scenario.Web1;
        request.UserData = canary;
        scenario.Cloud.Faults.On("POST", "/v1/servers").Status(422, $$"""{"id":"unprocessable","message":"user_data {{canary}} is wrong"}""");
        var rejected = await Assert.ThrowsAsync<RejectedException>(() => scenario.Servers.CreateAsync(request));
        Assert.DoesNotContain(canary, rejected.ToString(), StringComparison.Ordinal);

        await scenario.Servers.CreateAsync(request);

        Assert.Contains(canary, scenario.Cloud.Requests.Last(sent => sent.Method == "POST").Body!, StringComparison.Ordinal);
        foreach (var version in await HistoryAsync(scenario, "Servers")) Assert.DoesNotContain(canary, RecordJson.Write(version).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(scenario.Logged, entry => entry.Message.Contains(canary, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Feature", "I2")]
    public async Task DeletedThenCreated_IsANewGeneration()
    {
        await using var scenario = await Scenario.StartAsync();
        var first = await scenario.Servers.CreateAsync(Scenario.Web1);
        await scenario.Servers.DeleteAsync(first.Value.Id);
        Assert.IsType<TombstoneRecord>(await scenario.RecordAsync());
        await scenario.Servers.DeleteAsync(first.Value.Id);

        var second = await scenario.Servers.CreateAsync(Scenario.Web1);

        Assert.Equal((Outcome.Created, 2), (second.Outcome, second.Generation));
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "B8")]
    public async Task AnUpdateOfTheFieldThatCarriesTheMarker_KeepsIt()
    {
        await using var scenario = await Scenario.StartAsync();
        var networks = new Networks(scenario.Http, scenario.Semel);
        var created = await networks.CreateAsync(new() { Name = "web", Range = "10.0.0.0/24" });
        await networks.UpdateAsync(created.Id, new() { Name = "web", Description = "the web's network" });

        var description = scenario.Cloud.Live(CloudKind.Networks).Single()["description"]!.ToString();
        Assert.Equal($"the web's network [{Marker.For(new ResourceKey("test", "Networks", "web"), 1)}]", description);
        scenario.WipeRepository();
        Assert.Equal((Outcome.Adopted, created.Id), (await new Networks(scenario.Http, scenario.NewRun()).CreateAsync(new() { Name = "web", Range = "10.0.0.0/24" })) is var adopted ? (adopted.Outcome, adopted.Id) : default);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(409)]
    [Trait("Feature", "I1")]
    public async Task RefusedDelete_LeavesTheResource_AndNoLaterCreateDeletesIt(int status)
    {
        await using var scenario = await Scenario.StartAsync();
        var created = await scenario.Servers.CreateAsync(Scenario.Web1);
        scenario.Cloud.Faults.On("DELETE", $"/v1/servers/{created.Id}").Reject(status);

        Assert.Equal(status, (await Assert.ThrowsAsync<RejectedException>(() => scenario.Servers.DeleteAsync(created.Value.Id))).Status);

        var again = await scenario.Servers.CreateAsync(Scenario.Web1);
        Assert.Equal((Outcome.Reused, created.Id), (again.Outcome, again.Id));
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    public async Task DeleteThatIsNotConfirmed_IsFinishedByTheNextCreate()
    {
        await using var scenario = await Scenario.StartAsync();
        var first = await scenario.Servers.CreateAsync(Scenario.Web1);
        scenario.Cloud.Faults.On("DELETE", $"/v1/servers/{first.Id}").Reject(503);
        await Assert.ThrowsAsync<UnknownException>(() => scenario.Servers.DeleteAsync(first.Value.Id));
        Assert.IsType<DeletingRecord>(await scenario.RecordAsync());

        var second = await scenario.Servers.CreateAsync(Scenario.Web1);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "J5")]
    public async Task EveryDecision_IsLoggedWithItsReason_AndNoneClaimsCreatedOnReuse()
    {
        await using var scenario = await Scenario.StartAsync();
        await scenario.Servers.CreateAsync(Scenario.Web1);
        Assert.Contains(scenario.Logged, entry => entry.Event == "Ensured" && entry.Message.Contains("Created", StringComparison.Ordinal));
        scenario.Logged.Clear();
        await scenario.Servers.CreateAsync(Scenario.Web1);
        Assert.Contains(scenario.Logged, entry => entry.Event == "Decided");
        Assert.DoesNotContain(scenario.Logged, entry => entry.Event == "Ensured" && entry.Message.Contains("Created", StringComparison.Ordinal));
    }

    internal static async Task<List<ResourceRecord>> HistoryAsync(Scenario scenario, string model)
    {
        var versions = new List<ResourceRecord>();
        await foreach (var version in scenario.Repository.HistoryAsync(new ResourceKey("test", model, "web-1"))) versions.Add(version);
        return versions;
    }

    private static async Task<string> FirstKeyAsync(Scenario scenario) => (await HistoryAsync(scenario, "VerifiedServers")).OfType<IntentRecord>().First().IdempotencyKey;
}
