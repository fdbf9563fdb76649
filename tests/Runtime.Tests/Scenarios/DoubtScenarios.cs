using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>Replies that are lost or can't be trusted; the live count on the server is the oracle.</summary>
public sealed class DoubtScenarios
{
    [Fact]
    [Trait("Feature", "E2")]
    public async Task LostReply_IsResolvedByLook_AndNothingIsCreatedTwice()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseReply();

        var ensured = await scenario.Servers.CreateAsync(Scenario.Web1);

        Assert.Equal(Outcome.Adopted, ensured.Outcome);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
        Assert.False(Assert.IsType<LiveRecord>(await scenario.RecordAsync()).Adopted); // its marker proves that we made it
    }

    [Fact]
    [Trait("Feature", "E2")]
    public async Task LostRequest_IsSentAgain_OnlyAfterTheWait()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseRequest();
        var began = scenario.Time.GetUtcNow();

        var ensured = await scenario.WaitingOutAsync(scenario.Servers.CreateAsync(Scenario.Web1));

        Assert.Equal(Outcome.Created, ensured.Outcome);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
        var options = scenario.Semel.Options;
        Assert.True(scenario.Time.GetUtcNow() - began >= options.FlightTime + options.ListLag);
        Assert.All(scenario.Logged.Where(logged => logged.Event == "Waiting"), logged => Assert.Contains("may not be visible yet (the exchange failed", logged.Message, StringComparison.Ordinal));
    }

    /// <summary>The first run ends in doubt, since nothing can be looked for; the next one wants something else.</summary>
    [Fact]
    [Trait("Feature", "E2")]
    public async Task InputChangedWhileInDoubt_IsSentWhenNothingOfTheEarlierOneCanArriveAnyMore()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseRequest();
        scenario.Cloud.Faults.On("GET", "/v1/servers").Reject(503).Skip(2);
        await Assert.ThrowsAsync<UnknownException>(() => scenario.Servers.CreateAsync(Scenario.Web1));
        var (began, changed) = (scenario.Time.GetUtcNow(), Scenario.Web1);
        changed.Size = "large";

        var ensured = await scenario.WaitingOutAsync(scenario.Servers.CreateAsync(changed));

        Assert.Equal((Outcome.Created, "large"), (ensured.Outcome, (string?)Assert.Single(scenario.Cloud.Live(CloudKind.Servers))["size"]));
        var options = scenario.Semel.Options;
        Assert.True(scenario.Time.GetUtcNow() - began >= options.FlightTime + options.ListLag);
    }

    [Theory]
    [InlineData("FailAfterApplying")]
    [InlineData("TruncateReply")]
    [InlineData("UnreadableReply")]
    [InlineData("ReplyWithoutId")]
    [Trait("Feature", "E2")]
    public async Task AppliedButNotSaid_IsFoundByItsMarker(string fault)
    {
        await using var scenario = await Scenario.StartAsync();
        var trigger = scenario.Cloud.Faults.On("POST", "/v1/servers");
        _ = fault switch
        {
            "FailAfterApplying" => trigger.FailAfterApplying(),
            "TruncateReply" => trigger.TruncateReply(),
            "UnreadableReply" => trigger.UnreadableReply(),
            _ => trigger.ReplyWithoutId(),
        };

        var ensured = await scenario.Servers.CreateAsync(Scenario.Web1);

        Assert.Equal(Outcome.Adopted, ensured.Outcome);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "E2")]
    public async Task LostReply_WhileTheListLags_IsFoundAfterTheWait()
    {
        await using var scenario = await Scenario.StartAsync();
        var listed = new TaskCompletionSource();
        scenario.Cloud.HideFromListsUntil(listed.Task);
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseReply();

        var creating = scenario.Servers.CreateAsync(Scenario.Web1);
        await scenario.WaitBegunAsync();
        listed.SetResult();

        Assert.Equal(Outcome.Adopted, (await scenario.WaitingOutAsync(creating)).Outcome);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "E1")]
    public async Task Timeout_IsNotFollowedByASecondPost_UntilTheProtocolAllowsIt()
    {
        await using var scenario = await Scenario.StartAsync();
        var hanging = scenario.Cloud.Faults.On("POST", "/v1/servers").HangAfterApplying();

        var creating = scenario.Servers.CreateAsync(Scenario.Web1);
        await hanging.Hit;
        scenario.Time.Advance(scenario.Semel.Options.CreateTimeout);

        Assert.Equal(Outcome.Adopted, (await creating).Outcome);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "E2")]
    public async Task UniqueName_LostReply_IsFoundByNameAndMarker()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/networks").LoseReply();
        var ensured = await new Networks(scenario.Http, scenario.Semel).CreateAsync(new() { Name = "web", Range = "10.0.0.0/24" });
        Assert.Equal(Outcome.Adopted, ensured.Outcome);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Networks));
    }

    [Fact]
    [Trait("Feature", "E2")]
    public async Task UniqueName_LostRequest_IsSentAgainAtOnce()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/networks").LoseRequest();
        var ensured = await new Networks(scenario.Http, scenario.Semel).CreateAsync(new() { Name = "web", Range = "10.0.0.0/24" });
        Assert.Equal(Outcome.Created, ensured.Outcome);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Networks));
    }

    [Fact]
    [Trait("Feature", "E2")]
    public async Task NameIsTheIdAndNoMarker_LostReply_IsAdoptedOnlyWhereNamesAreDeclaredOurs()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/tags").LoseReply().Times(2);
        var exception = await Assert.ThrowsAsync<IndeterminateException>(() => new Tags(scenario.Http, scenario.Semel).CreateAsync(new() { Name = "web" }));
        Assert.Equal(["web"], exception.Candidates);

        Assert.Equal(Outcome.Adopted, (await new OwnedTags(scenario.Http, scenario.Semel).CreateAsync(new() { Name = "other" })).Outcome);
        Assert.Equal(2, scenario.Cloud.Count(CloudKind.Tags));
    }

    [Fact]
    [Trait("Feature", "E1")]
    public async Task AtMostOnce_LostReply_StopsWithEvidence_OnEveryRun_UntilItIsResolved()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseReply();
        var servers = new UnmarkedServers(scenario.Http, scenario.Semel);

        var exception = await Assert.ThrowsAsync<IndeterminateException>(() => servers.CreateAsync(Scenario.Web1));
        Assert.Equal(AttemptState.Ambiguous, Assert.Single(exception.Attempts).State);
        var id = Assert.Single(exception.Candidates);
        await Assert.ThrowsAsync<IndeterminateException>(() => servers.CreateAsync(Scenario.Web1));
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));

        await servers.ResolveAsync("web-1", id);
        Assert.Equal((Outcome.Reused, id), ((await servers.CreateAsync(Scenario.Web1)) is var reused ? (reused.Outcome, reused.Id) : default));
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    public async Task AtMostOnce_LostRequest_ResolvedAsNotCreated_IsCreatedByTheNextRun()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").LoseRequest();
        var servers = new UnmarkedServers(scenario.Http, scenario.Semel);
        await Assert.ThrowsAsync<IndeterminateException>(() => servers.CreateAsync(Scenario.Web1));

        await Assert.ThrowsAsync<UnknownException>(() => servers.ResolveAsync("web-1", createdId: null)); // the POST may still arrive
        scenario.Time.Advance(TimeSpan.FromMinutes(10));
        await servers.ResolveAsync("web-1", createdId: null);

        Assert.Equal(Outcome.Created, (await servers.CreateAsync(Scenario.Web1)).Outcome);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Servers));
    }

    [Fact]
    [Trait("Feature", "E6")]
    public async Task CancelledMidPost_IsInDoubt_NotAbsent_AndTheNextRunResolvesIt()
    {
        await using var scenario = await Scenario.StartAsync();
        var hanging = scenario.Cloud.Faults.On("POST", "/v1/servers").HangAfterApplying();
        using var cancel = new CancellationTokenSource();
        var creating = scenario.Servers.CreateAsync(Scenario.Web1, cancel.Token);
        await hanging.Hit;
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => creating);
        Assert.Equal(AttemptState.Ambiguous, Assert.IsType<IntentRecord>(await scenario.RecordAsync()).Attempts[0].State);

        Assert.Equal(Outcome.Adopted, (await new Servers(scenario.Http, scenario.NewRun()).CreateAsync(Scenario.Web1)).Outcome);
        Assert.Equal(1, scenario.Cloud.Posts(CloudKind.Servers));
    }

    [Fact]
    public async Task MarkerDroppedByTheApi_IsRecordedAndSaidLoudly()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Cloud.Faults.On("POST", "/v1/servers").DropProperty("tags");
        await scenario.Servers.CreateAsync(Scenario.Web1);
        Assert.True(Assert.IsType<LiveRecord>(await scenario.RecordAsync()).MarkerDropped);
        Assert.Contains(scenario.Logged, entry => entry.Event == "MarkerDropped");
    }
}
