using CloudModels;
using Semel.Testing;

namespace Semel.Runtime.Tests.Scenarios;

/// <summary>A resource of the name was there before, and nothing proves that it is ours: what the model declares happens.</summary>
[Trait("Feature", "A9")]
public sealed class OnExistsScenarios
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fail_IsAConflict_AndNothingIsSentOrRecorded()
    {
        await using var scenario = await Scenario.StartAsync();
        var there = Stranger(scenario);

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => EnsureAsync(scenario, OnExists.Fail));

        Assert.Equal([there], conflict.Candidates);
        Assert.DoesNotContain(scenario.Cloud.Requests, request => request.IsMutation);
        Assert.Null(await scenario.RecordAsync("Networks", "net"));
    }

    [Theory]
    [InlineData(OnExists.Fail)]
    [InlineData(OnExists.Adopt)]
    [InlineData(OnExists.Update)]
    [InlineData(OnExists.Replace)]
    public async Task OurOwn_IsReused_WhateverIsDeclared(OnExists onExists)
    {
        await using var scenario = await Scenario.StartAsync();
        var created = await EnsureAsync(scenario, onExists);
        Assert.Equal(Outcome.Created, created.Outcome);
        Assert.Equal((Outcome.Reused, created.Id), await EnsureAsync(scenario, onExists) is var reused ? (reused.Outcome, reused.Id) : default);
        Assert.Single(scenario.Cloud.Requests, request => request.IsMutation);
    }

    [Fact]
    public async Task Adopt_SendsNothing()
    {
        await using var scenario = await Scenario.StartAsync();
        var there = Stranger(scenario);

        var adopted = await EnsureAsync(scenario, OnExists.Adopt);

        Assert.Equal((Outcome.Adopted, there, "old"), (adopted.Outcome, adopted.Id, adopted.Value.Description));
        Assert.DoesNotContain(scenario.Cloud.Requests, request => request.IsMutation);
    }

    [Fact]
    public async Task Update_SendsOneUpdate_AndNothingMoreInTheNextRun()
    {
        await using var scenario = await Scenario.StartAsync();
        var there = Stranger(scenario);

        var updated = await EnsureAsync(scenario, OnExists.Update);
        var again = await EnsureAsync(scenario, OnExists.Update);

        Assert.Equal((Outcome.Updated, there, "new"), (updated.Outcome, updated.Id, updated.Value.Description));
        Assert.Equal((Outcome.Reused, "new"), (again.Outcome, again.Value.Description));
        Assert.Equal("PUT", Assert.Single(scenario.Cloud.Requests, request => request.IsMutation).Method);
    }

    [Fact]
    public async Task UpdateThatFails_IsFinishedByTheNextRun()
    {
        await using var scenario = await Scenario.StartAsync();
        var there = Stranger(scenario);
        scenario.Cloud.Faults.On("PUT", "/v1/networks/*").Reject(500).Once();

        Assert.Equal(there, (await Assert.ThrowsAsync<FollowUpException>(() => EnsureAsync(scenario, OnExists.Update))).Id);

        Assert.Equal((Outcome.Updated, "new"), await EnsureAsync(scenario, OnExists.Update) is var done ? (done.Outcome, done.Value.Description) : default);
    }

    [Fact]
    public async Task Replace_DeletesIt_AndCreatesTheNextGeneration()
    {
        await using var scenario = await Scenario.StartAsync();
        var there = Stranger(scenario);

        var replaced = await EnsureAsync(scenario, OnExists.Replace);

        Assert.Equal((Outcome.Replaced, 2, "new"), (replaced.Outcome, replaced.Generation, replaced.Value.Description));
        Assert.NotEqual(there, replaced.Id);
        Assert.Equal(replaced.Id, Assert.Single(scenario.Cloud.Live(CloudKind.Networks))["id"]!.ToString());
        Assert.Equal(Outcome.Reused, (await EnsureAsync(scenario, OnExists.Replace)).Outcome);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReplaceThatStops_IsFinishedByTheNextRun(bool applied)
    {
        await using var scenario = await Scenario.StartAsync();
        var there = Stranger(scenario);
        var trigger = scenario.Cloud.Faults.On("DELETE", "/v1/networks/*");
        (applied ? trigger.LoseReply() : trigger.LoseRequest()).Once();
        await Assert.ThrowsAsync<UnknownException>(() => EnsureAsync(scenario, OnExists.Replace));

        var created = await scenario.WaitingOutAsync(EnsureAsync(scenario, OnExists.Replace));

        Assert.Equal(2, created.Generation);
        Assert.Equal(created.Id, Assert.Single(scenario.Cloud.Live(CloudKind.Networks))["id"]!.ToString());
        Assert.NotEqual(there, created.Id);
    }

    [Fact]
    public async Task ReplaceThatIsRefused_LeavesIt_AndSaysSo()
    {
        await using var scenario = await Scenario.StartAsync();
        var there = Stranger(scenario);
        scenario.Cloud.Faults.On("DELETE", "/v1/networks/*").Reject(409);

        await Assert.ThrowsAsync<RejectedException>(() => EnsureAsync(scenario, OnExists.Replace));

        Assert.Equal((Outcome.Reused, there), await EnsureAsync(scenario, OnExists.Adopt) is var kept ? (kept.Outcome, kept.Id) : default);
        Assert.Equal(1, scenario.Cloud.Count(CloudKind.Networks));
    }

    private static string Stranger(Scenario scenario) => scenario.Cloud.Seed(CloudKind.Networks, """{"name":"net","range":"10.0.0.0/24","description":"old"}""").ToString()!;

    private static Task<Ensured<Network>> EnsureAsync(Scenario scenario, OnExists onExists) => new ResourceClient<Network>(scenario.Http, scenario.NewRun(), new ResourceDescriptor
    {
        Model = "Networks",
        Guarantee = Guarantee.UniqueName,
        CreatePath = "/v1/networks",
        CreateEnvelope = "network",
        Id = "id",
        IdParameter = "network_id",
        ReadPath = "/v1/networks/{network_id}",
        ReadEnvelope = "network",
        DeletePath = "/v1/networks/{network_id}",
        Update = new("PUT", "/v1/networks/{network_id}", ["name", "description"]),
        List = new("/v1/networks", "networks", new PageNumberPaging("page", NextLink: "links.next"), NameFilter: "name"),
        NameInRequest = "name",
        NameInResource = "name",
        OnExists = onExists,
    }).CreateAsync("net", new NetworkRequest { Name = "net", Range = "10.0.0.0/24", Description = "new" }, [], Token);
}
