using CloudModels;
using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>A plan says what a run does, changes nothing and records nothing.</summary>
public sealed class PlanTests
{
    [Fact, Trait("Feature", "A12")]
    public async Task NothingIsThere_AllIsPlannedAsCreated_ThroughIdsThatAreNotKnownYet()
    {
        await using var stage = await Stage.StartAsync();
        var watched = new FaultRepository(stage.Repository);
        var semel = stage.NewRun(watched);

        var plan = await WebSite.Define(stage.Http, semel).PlanAsync(semel, new PlanOptions { Refresh = true });

        Assert.Equal(6, plan.Count(Verdict.Create));
        Assert.All(plan.Steps, step => Assert.Null(step.Note));
        Assert.Empty(stage.Cloud.Mutations);
        Assert.NotEmpty(stage.Cloud.Requests);
        Assert.Equal((0, 0), (watched.Passed(RepositoryPoint.BeforeWrite), watched.Passed(RepositoryPoint.BeforeLock)));
        Assert.Null(plan.Steps[2].Resources[0].Fingerprint);
        Assert.DoesNotContain("semel.unknown", plan.ToJson(), StringComparison.Ordinal);
    }

    [Fact, Trait("Feature", "A12")]
    public async Task WithoutRefresh_NothingIsSent()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage, WebSite.Wrong).RunAsync(stage.Semel);
        var before = stage.Cloud.Requests.Count;

        var plan = await WebSite.Define(stage).PlanAsync(stage.Semel);

        Assert.Equal(["Create", "Reuse", "Create", "Create", "Create", "Create"], plan.Steps.Select(step => step.Resources.Single().Verdict.ToString()));
        Assert.Equal(before, stage.Cloud.Requests.Count);
        Assert.False(plan.IsUpToDate);
        Assert.Equal("by the records; a run looks first whether it is there", plan.Steps[2].Resources.Single().Reason);
        Assert.Equal("the record names it", plan.Steps[1].Resources.Single().Reason);
    }

    [Fact, Trait("Feature", "A12")]
    public async Task AllIsThere_ThePlanIsUpToDate()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);

        var plan = await WebSite.Define(stage).PlanAsync(stage.Semel);

        Assert.True(plan.IsUpToDate, plan.ToJson());
    }

    [Fact, Trait("Feature", "A12")]
    public async Task AStandingDoubt_IsUnknownFromTheRecords_AndAdoptOrCreateWithARefresh()
    {
        await using var stage = await Stage.StartAsync();
        var servers = new Servers(stage.Http, stage.Semel);
        foreach (var (name, isApplied) in new[] { ("applied", true), ("lost", false) })
        {
            using var cancel = new CancellationTokenSource();
            var post = isApplied ? stage.Cloud.Faults.On("POST", "/v1/servers").Named(name).HangAfterApplying() : stage.Cloud.Faults.On("POST", "/v1/servers").Named(name).Hang();
            var create = servers.CreateAsync(Stage.Server(name), cancel.Token);
            await post.Hit;
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => create);
        }

        var workflow = new Workflow("doubt");
        workflow.CreateEach("server", ["applied", "lost"], servers.CreateAsync, name => Stage.Server(name));

        Assert.Equal(2, (await workflow.PlanAsync(stage.Semel)).Count(Verdict.Unknown));
        var plan = await workflow.PlanAsync(stage.Semel, new PlanOptions { Refresh = true });
        Assert.Equal([Verdict.Adopt, Verdict.Create], plan.Steps.Select(step => step.Resources.Single().Verdict));
        Assert.Contains("wait until", Assert.Single(plan.Steps[1].Resources.Single().Duties), StringComparison.Ordinal);

        var result = await workflow.RunAsync(stage.Semel);
        Assert.Equal([Outcome.Adopted, Outcome.Created], result.Steps.Select(step => step.Resources.Single().Outcome));
    }

    [Fact, Trait("Feature", "A12")]
    public async Task AStranger_IsStuck_AndWhatNeedsItIsNotPlanned()
    {
        await using var stage = await Stage.StartAsync();
        stage.Cloud.Seed(CloudKind.Networks, """{ "name": "web", "range": "10.0.0.0/8" }""");

        var plan = await WebSite.Define(stage).PlanAsync(stage.Semel, new PlanOptions { Refresh = true });

        Assert.Equal(Verdict.Stuck, plan.Steps[0].Resources.Single().Verdict);
        Assert.Contains("nothing proves that it is ours", plan.Steps[0].Resources.Single().Reason, StringComparison.Ordinal);
        Assert.Equal("known after apply: it needs 'network'", plan.Steps[2].Note);
        Assert.Equal(Verdict.Create, plan.Steps[1].Resources.Single().Verdict);
    }

    [Fact, Trait("Feature", "A12")]
    public async Task AnErrorOfABody_IsAFailureOfThePlan_UnlessItIsAboutWhatIsKnownAfterApply()
    {
        await using var stage = await Stage.StartAsync();
        var workflow = new Workflow("errors");
        var network = workflow.Create("network", new Networks(stage.Http, stage.Semel).CreateAsync, new NetworkRequest { Name = "web", Range = WebSite.Right });
        workflow.Step("unknown", network, (_, network) => Task.FromResult(int.Parse(network.Id, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.False((await workflow.PlanAsync(stage.Semel)).WouldFail);
        workflow.Step("broken", network, Task<int> (_, _) => throw new KeyNotFoundException("no such size"));

        var plan = await workflow.PlanAsync(stage.Semel);

        Assert.Equal([false, false, true], plan.Steps.Select(step => step.Failed));
        Assert.True(plan.WouldFail);
        Assert.Equal("it cannot be planned: no such size", plan.Steps[2].Note);
        Assert.Matches("^known after apply: .*known after apply", plan.Steps[1].Note!);
        Assert.Equal(plan.ToJson(), WorkflowPlan.FromJson(plan.ToJson()).ToJson());
        var check = await workflow.CheckAsync(stage.Semel, false);
        Assert.Equal(("broken", false), (Assert.Single(check.Failed).Step, check.IsClean));
    }

    [Fact, Trait("Feature", "A12")]
    public async Task AdoptUpdateReplace_ArePlannedAsTheyAreRun()
    {
        await using var stage = await Stage.StartAsync();
        stage.Cloud.Seed(CloudKind.Networks, """{ "name": "adopt", "range": "10.0.0.0/24" }""");
        stage.Cloud.Seed(CloudKind.Networks, """{ "name": "update", "range": "10.0.0.0/24" }""");
        var servers = new VerifiedServers(stage.Http, stage.Semel);
        var server = await servers.CreateAsync(Stage.Server("replace"));
        stage.Cloud.Remove(CloudKind.Servers, server.Id);
        stage.Time.Advance(TimeSpan.FromHours(1));
        var workflow = new Workflow("verdicts");
        workflow.Create("adopt", new OwnedNetworks(stage.Http, stage.Semel).CreateAsync, new NetworkRequest { Name = "adopt", Range = WebSite.Right });
        workflow.Create("update", new UpdatedNetworks(stage.Http, stage.Semel).CreateAsync, new NetworkRequest { Name = "update", Range = WebSite.Right, Description = "new" });
        workflow.Create("replace", servers.CreateAsync, Stage.Server("replace"));

        var plan = await workflow.PlanAsync(stage.Semel, new PlanOptions { Refresh = true });
        Assert.Equal([Verdict.Adopt, Verdict.Update, Verdict.Replace], plan.Steps.Select(step => step.Resources.Single().Verdict));
        Assert.Equal("by the records; a run reads it first", (await workflow.PlanAsync(stage.Semel)).Steps[2].Resources.Single().Reason);
        var mutations = stage.Cloud.Mutations.Count;

        var result = await workflow.RunAsync(stage.Semel);
        Assert.Equal([Outcome.Adopted, Outcome.Updated, Outcome.Replaced], result.Steps.Select(step => step.Resources.Single().Outcome));
        Assert.True(stage.Cloud.Mutations.Count > mutations);
    }

    [Fact, Trait("Feature", "B9")]
    public async Task ARename_IsPlannedAsReuse_AndMovesNothing()
    {
        await using var stage = await Stage.StartAsync();
        var servers = new Servers(stage.Http, stage.Semel);
        var before = await servers.CreateAsync("old", Stage.Server("web-1"));
        var workflow = new Workflow("rename");
        workflow.Step("server", run => servers.CreateAsync("new", Stage.Server("web-1"), new CreateOptions<Server> { MovedFrom = "old" }, run.CancellationToken));

        var plan = await workflow.PlanAsync(stage.Semel);

        Assert.Equal((Verdict.Reuse, before.Id), (plan.Steps[0].Resources.Single().Verdict, plan.Steps[0].Resources.Single().Id));
        Assert.IsType<LiveRecord>(await stage.RecordAsync("Servers", "old"));
        Assert.Null(await stage.RecordAsync("Servers", "new"));
    }

    [Fact, Trait("Feature", "A12")]
    public async Task ABodyThatReadsAnUnknownNumber_OrChangesSomethingElse_IsPlannedUpToThere()
    {
        await using var stage = await Stage.StartAsync();
        var (networks, volumes) = (new Networks(stage.Http, stage.Semel), new Volumes(stage.Http, stage.Semel));
        var workflow = new Workflow("unknown");
        var network = workflow.Create("network", networks.CreateAsync, new NetworkRequest { Name = "web", Range = WebSite.Right });
        workflow.Step("date", network, (_, network) => Task.FromResult(network.Value.CreatedAt.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        workflow.Step("rename", network, (_, network) => networks.UpdateAsync(network.Id, new() { Name = "other" }));
        workflow.Step("delete", network, async (_, network) => { await networks.DeleteAsync(network.Id); return 0; });
        workflow.Step("key", network, (run, network) => volumes.CreateAsync(new() { Name = $"disk-{network.Id}", SizeGib = 1, Region = "north-1" }, run.CancellationToken));
        workflow.Step("known", network, (_, network) => Task.FromResult(network.Value.Range));

        var plan = await workflow.PlanAsync(stage.Semel, new PlanOptions { Refresh = true });

        Assert.Contains("created_at", plan.Steps[1].Note, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("PUT /v1/networks/{network_id}", plan.Steps[2].Note, StringComparison.Ordinal);
        Assert.NotNull(plan.Steps[3].Note);
        Assert.Equal((Verdict.Create, "disk-(known after apply)"), (plan.Steps[4].Resources.Single().Verdict, plan.Steps[4].Resources.Single().Instance));
        Assert.Null(plan.Steps[5].Note);
        Assert.Empty(stage.Cloud.Mutations);
        Assert.Equal(0, await stage.VersionsAsync());
    }

    [Fact, Trait("Feature", "A12")]
    public async Task OutsideOfAPlan_AnAbsentPropertyIsAbsent()
    {
        await using var stage = await Stage.StartAsync();
        var network = await new Networks(stage.Http, stage.Semel).CreateAsync(new() { Name = "web", Range = WebSite.Right });

        network.Value.Json.Remove("description");
        Assert.Null(network.Value.Description);
    }

    [Fact, Trait("Feature", "A12")]
    public async Task ARunWithAPlan_DoesThat()
    {
        await using var stage = await Stage.StartAsync();
        var plan = WorkflowPlan.FromJson((await WebSite.Define(stage).PlanAsync(stage.Semel, new PlanOptions { Refresh = true })).ToJson());

        var result = await WebSite.Define(stage).RunAsync(stage.Semel, new RunOptions { Plan = plan });

        Assert.True(result.Succeeded, string.Join('\n', result.Steps));
    }

    [Fact, Trait("Feature", "A12")]
    public async Task ARunWithAPlan_StopsBeforeItDoesSomethingElse()
    {
        await using var stage = await Stage.StartAsync();
        var plan = await WebSite.Define(stage).PlanAsync(stage.Semel, new PlanOptions { Refresh = true });

        // meanwhile somebody has made the network in this scope, and the tag is wanted otherwise
        await new Networks(stage.Http, stage.Semel).CreateAsync(new() { Name = "web", Range = WebSite.Right });
        var changed = await WebSite.Define(stage).RunAsync(stage.Semel, new RunOptions { Plan = plan });
        Assert.IsType<WorkflowException>(changed["network"].Error);
        Assert.Contains("the plan says Create, and now it would be Reuse", changed["network"].Reason, StringComparison.Ordinal);

        var other = await WebSite.Define(stage, "10.1.0.0/24").RunAsync(stage.Semel, new RunOptions { Plan = plan });
        Assert.Contains("what is wanted has changed", other["network"].Reason, StringComparison.Ordinal);
        Assert.Equal(0, stage.Cloud.Posts(CloudKind.Servers));

        await Assert.ThrowsAsync<WorkflowException>(() => Task.FromResult(WorkflowPlan.FromJson("[]")));
    }

    [Fact, Trait("Feature", "A5")]
    public async Task AHandWrittenCreate_IsAStepToo_AndIsNotCalledByAPlan()
    {
        await using var stage = await Stage.StartAsync();
        var calls = 0;
        var workflow = new Workflow("by-hand");
        var thing = workflow.Step("thing", run => stage.Semel.CreateOrGetAsync("Things", "one", (_, _) => Task.FromResult($"id-{++calls}"), run.CancellationToken));
        var next = workflow.Step("next", thing, (_, thing) => Task.FromResult(thing.Value));

        var before = await workflow.PlanAsync(stage.Semel);
        Assert.Equal((Verdict.Create, 0), (before.Steps[0].Resources.Single().Verdict, calls));
        Assert.StartsWith("known after apply", before.Steps[1].Note, StringComparison.Ordinal);
        Assert.Equal("id-1", (await workflow.RunAsync(stage.Semel)).Output(next));
        Assert.Equal((Verdict.Reuse, "id-1"), ((await workflow.PlanAsync(stage.Semel)).Steps[0].Resources.Single().Verdict, (await workflow.RunAsync(stage.Semel)).Output(next)));
        Assert.Equal(1, calls);
        Assert.Contains("gives neither Read nor List", (await workflow.CheckAsync(stage.Semel)).Findings.Single().Detail, StringComparison.Ordinal);
        Assert.Equal(DestroyState.Failed, (await workflow.DestroyAsync(stage.Semel)).Resources.Single().State);
    }

    [Fact, Trait("Feature", "G1")]
    public async Task APlan_HoldsNoSecret()
    {
        await using var stage = await Stage.StartAsync();
        var servers = new Servers(stage.Http, stage.Semel);
        var request = Stage.Server("web-1");
        request.UserData = "canary-7f3a";
        await servers.CreateAsync(request);
        var workflow = new Workflow("secret");
        var next = Stage.Server("web-1");
        next.UserData = "canary-7f3b";
        next.Size = "large";
        workflow.Create("server", servers.CreateAsync, next);

        var json = (await workflow.PlanAsync(stage.Semel)).ToJson();

        Assert.Contains("large", json, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", json, StringComparison.Ordinal);
    }
}
