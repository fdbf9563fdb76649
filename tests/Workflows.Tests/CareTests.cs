using CloudModels;
using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>Check, sweep, destroy, adopt, resolve, move.</summary>
public sealed class CareTests
{
    [Fact, Trait("Feature", "I4")]
    public async Task Check_AfterARun_IsClean()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);

        var check = await WebSite.Define(stage).CheckAsync(stage.Semel);

        Assert.Empty(check.Findings);
        Assert.Equal(6, check.Checked);
    }

    [Fact, Trait("Feature", "I4")]
    public async Task Check_FindsOrphansMissingDuplicatesAndDoubts_AndChangesNothing()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        stage.Time.Advance(TimeSpan.FromHours(2));
        var servers = stage.Cloud.Live(CloudKind.Servers);
        stage.Cloud.Remove(CloudKind.LoadBalancers, stage.Cloud.Live(CloudKind.LoadBalancers).Single()["id"]!.ToString());
        var twin = stage.Cloud.AddDuplicates(CloudKind.Servers, servers[0]["id"]!.ToString()).Single();
        var foreign = stage.Cloud.Seed(CloudKind.Servers, $$"""{ "name": "else", "tags": ["{{Marker.For(new ResourceKey("prod", "Servers", "else"), 1)}}"] }""");
        stage.Cloud.Seed(CloudKind.Servers, """{ "name": "web-1" }""");
        var before = (await stage.VersionsAsync(), stage.Cloud.Mutations.Count);

        var check = await WebSite.Define(stage).CheckAsync(stage.Semel);

        Assert.False(check.IsClean);
        Assert.Equal(
            [(FindingKind.Missing, "LoadBalancers", "web"), (FindingKind.Duplicate, "Servers", servers[0]["name"]!.ToString()), (FindingKind.Foreign, "Servers", null)],
            check.Findings.Select(finding => (finding.Kind, finding.Model, finding.Instance)));
        Assert.Equal(TimeSpan.FromHours(2), check.Findings[0].Age);
        Assert.Equal(twin, check.Findings[1].Id);
        Assert.Equal(foreign, check.Findings[2].Id);
        Assert.Equal(before, (await stage.VersionsAsync(), stage.Cloud.Mutations.Count));
    }

    [Fact, Trait("Feature", "I4")]
    public async Task Check_FixAdoptsOrphans_AndTheNextRunReusesThem()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        stage.WipeRepository();
        var semel = stage.NewRun();

        var found = await WebSite.Define(stage.Http, semel).CheckAsync(semel);
        // the tag and the network, the balancer and the firewall, and two servers; a tag carries no mark
        Assert.Equal(5, found.Findings.Count(finding => finding.Kind == FindingKind.Orphan));
        var check = await WebSite.Define(stage.Http, semel).CheckAsync(semel, fix: true);
        Assert.True(check.IsClean, string.Join('\n', check.Findings));
        var applied = stage.Cloud.Applied.Count;
        var run = await WebSite.Define(stage.Http, semel).RunAsync(semel);
        Assert.True(run.Succeeded);
        Assert.Equal(5, run.Steps.Count(step => step.Resources.Single().Outcome == Outcome.Reused));
        Assert.Equal(applied, stage.Cloud.Applied.Count);
    }

    [Fact, Trait("Feature", "I6")]
    public async Task AWipedRepository_IsRebuiltFromMarkers()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        var applied = stage.Cloud.Applied.Count;
        stage.WipeRepository();
        var semel = stage.NewRun();

        var run = await WebSite.Define(stage.Http, semel).RunAsync(semel);

        Assert.All(run.Steps, step => Assert.Equal(Outcome.Adopted, step.Resources.Single().Outcome));
        Assert.Equal(applied, stage.Cloud.Applied.Count);
    }

    [Fact, Trait("Feature", "I4")]
    public async Task Check_SaysWhatIsInDoubt_AndWhatCouldNotBeFoundOut()
    {
        await using var stage = await Stage.StartAsync();
        stage.Cloud.Faults.On("POST", "/v1/networks").FailAfterApplying().Times(9);
        stage.Cloud.Faults.On("GET", "/v1/networks").Reject(500).Always();
        var run = await WebSite.Define(stage).RunAsync(stage.Semel);
        Assert.False(run.Succeeded);
        stage.Cloud.Faults.Clear();
        stage.Cloud.Faults.On("POST", "/v1/networks").LoseReply().Always();
        stage.Cloud.Faults.On("GET", "/v1/networks").Reject(500).Skip(1).Always();
        await WebSite.Define(stage).RunAsync(stage.Semel);

        var check = await WebSite.Define(stage).CheckAsync(stage.Semel);

        Assert.Contains(check.Findings, finding => finding is { Kind: FindingKind.Indeterminate, Instance: "web", Model: "Networks" });
        Assert.Contains(check.Findings, finding => finding is { Kind: FindingKind.Unknown, Model: "Networks", Instance: null });
    }

    [Fact, Trait("Feature", "I5")]
    public async Task Sweep_IsADryRun_ThenDeletesOrphansOnly()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        var server = stage.Cloud.Live(CloudKind.Servers)[0];
        var orphan = stage.Cloud.AddDuplicates(CloudKind.Servers, server["id"]!.ToString()).Single();
        stage.Cloud.Seed(CloudKind.Servers, """{ "name": "web-1" }""");
        stage.Cloud.Seed(CloudKind.Servers, $$"""{ "name": "else", "tags": ["{{Marker.For(new ResourceKey("prod", "Servers", "else"), 1)}}"] }""");
        var before = stage.Cloud.Mutations.Count;

        var dry = await WebSite.Define(stage).SweepAsync(stage.Semel);
        Assert.Equal(orphan, Assert.Single(dry.Resources).Id);
        Assert.Equal(before, stage.Cloud.Mutations.Count);

        await Assert.ThrowsAsync<WorkflowException>(() => WebSite.Define(stage).SweepAsync(stage.Semel, new SweepOptions { Delete = true }));
        Assert.Equal(before, stage.Cloud.Mutations.Count);

        var swept = await WebSite.Define(stage).SweepAsync(stage.Semel, new SweepOptions { Delete = true, MaximumShare = 0.5 });
        Assert.True(swept.Succeeded);
        Assert.Equal([$"DELETE {orphan}"], stage.Cloud.Applied.Skip(6).Select(change => $"{change.Method} {change.Id}"));
        Assert.Equal(4, stage.Cloud.Count(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "I5")]
    public async Task Sweep_LeavesWhatAnUnfinishedCreateMayHaveMade()
    {
        await using var stage = await Stage.StartAsync();
        using var cancel = new CancellationTokenSource();
        var post = stage.Cloud.Faults.On("POST", "/v1/servers").Named("web-2").HangAfterApplying();
        var run = WebSite.Define(stage).RunAsync(stage.Semel, cancellationToken: cancel.Token);
        await post.Hit;
        await cancel.CancelAsync();
        await run;
        Assert.IsType<IntentRecord>(await stage.RecordAsync("Servers", "web-2"));
        Assert.DoesNotContain((await WebSite.Define(stage).SweepAsync(stage.Semel)).Resources, resource => resource.Key.Instance == "web-2");

        // without the intent nothing protects it
        stage.WipeRepository();
        var semel = stage.NewRun();
        Assert.Contains((await WebSite.Define(stage.Http, semel).SweepAsync(semel)).Resources, resource => resource.Key.Instance == "web-2");
    }

    [Fact, Trait("Feature", "I5")]
    public async Task Sweep_RefusesOnAnEmptyOrAFailedList()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        var before = stage.Cloud.Mutations.Count;
        stage.Cloud.ForbidReads = true;
        var empty = await Assert.ThrowsAsync<WorkflowException>(() => WebSite.Define(stage).SweepAsync(stage.Semel, new SweepOptions { Delete = true, MaximumShare = 1 }));
        Assert.Contains("is empty", empty.Message, StringComparison.Ordinal);
        stage.Cloud.ForbidReads = false;
        stage.Cloud.Faults.On("GET", "/v1/servers").Reject(500).Always();
        var failed = await Assert.ThrowsAsync<WorkflowException>(() => WebSite.Define(stage).SweepAsync(stage.Semel, new SweepOptions { Delete = true, MaximumShare = 1 }));
        Assert.Contains("is not complete", failed.Message, StringComparison.Ordinal);
        Assert.Equal(before, stage.Cloud.Mutations.Count);
    }

    [Fact, Trait("Feature", "I7")]
    public async Task Destroy_DeletesInReverseOrder_OnlyWhatWeCreated_AndSaysWhatItKept()
    {
        await using var stage = await Stage.StartAsync();
        stage.Cloud.Seed(CloudKind.Tags, """{ "name": "web" }""");
        await WebSite.Define(stage).RunAsync(stage.Semel);
        var before = stage.Cloud.Applied.Count;

        var dry = await WebSite.Define(stage).DestroyAsync(stage.Semel, new DestroyOptions { DryRun = true });
        Assert.Equal(before, stage.Cloud.Applied.Count);
        Assert.Equal(5, dry.Resources.Count(resource => resource.State == DestroyState.Deleted));
        var destroyed = await WebSite.Define(stage).DestroyAsync(stage.Semel);

        Assert.True(destroyed.Succeeded, string.Join('\n', destroyed.Resources));
        Assert.Equal("Tags", Assert.Single(destroyed.Resources, resource => resource.State == DestroyState.Kept).Key.Model);
        var order = stage.Cloud.Applied.Skip(before).Select(change => change.Kind).ToList();
        Assert.Equal([CloudKind.Firewalls, CloudKind.LoadBalancers, CloudKind.Servers, CloudKind.Servers, CloudKind.Networks], order);
        Assert.Equal(1, stage.Cloud.Count(CloudKind.Tags));

        Assert.All((await WebSite.Define(stage).DestroyAsync(stage.Semel)).Resources, resource => Assert.Equal(DestroyState.Kept, resource.State));
        Assert.True((await WebSite.Define(stage).DestroyAsync(stage.Semel, new DestroyOptions { IncludeAdopted = true })).Succeeded);
        Assert.Equal(0, stage.Cloud.Count(CloudKind.Tags));
    }

    [Fact, Trait("Feature", "I7")]
    public async Task Destroy_CollectsErrors_KeepsWhatIsStillNeeded_AndIsResumed()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        var web1 = stage.Cloud.Live(CloudKind.Servers)[0]["id"]!.ToString();
        stage.Cloud.Faults.On("DELETE", $"/v1/servers/{web1}").Reject(500).Once();

        var first = await WebSite.Define(stage).DestroyAsync(stage.Semel);

        Assert.False(first.Succeeded);
        Assert.Equal(web1, Assert.Single(first.Resources, resource => resource.State == DestroyState.Failed).Id);
        Assert.Equal(["Networks", "Tags"], first.Resources.Where(resource => resource.State == DestroyState.Blocked).Select(resource => resource.Key.Model).Order());
        Assert.Equal(1, stage.Cloud.Count(CloudKind.Servers));

        Assert.True((await WebSite.Define(stage).DestroyAsync(stage.Semel)).Succeeded);
        Assert.Equal(0, stage.Cloud.Count(CloudKind.Servers) + stage.Cloud.Count(CloudKind.Networks));
    }

    [Fact, Trait("Feature", "I7")]
    public async Task Destroy_DeletesWhatNoStepMakesAnyMore_First()
    {
        await using var stage = await Stage.StartAsync();
        Workflow Define(params string[] names)
        {
            var workflow = new Workflow("shrinks");
            workflow.CreateEach("server", names, new Servers(stage.Http, stage.Semel).CreateAsync, name => Stage.Server(name));
            return workflow;
        }

        await Define("a", "b").RunAsync(stage.Semel);
        await new Servers(stage.Http, stage.Semel).CreateAsync(Stage.Server("not-of-the-workflow"));

        var destroyed = await Define("a").DestroyAsync(stage.Semel);

        Assert.True(destroyed.Succeeded);
        Assert.Equal(["b", "a"], stage.Cloud.Applied.Where(change => change.Method == "DELETE").Select(change => change.Name));
        Assert.Equal(1, stage.Cloud.Count(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "B7")]
    public async Task Adopt_ProvesIdentity()
    {
        await using var stage = await Stage.StartAsync();
        var id = stage.Cloud.Seed(CloudKind.Networks, """{ "name": "web", "range": "10.0.0.0/24" }""");
        var care = WebSite.Define(stage).Care(stage.Semel);

        await Assert.ThrowsAsync<ConflictException>(() => care.AdoptAsync("Networks", "web", id));
        await Assert.ThrowsAsync<ConflictException>(() => care.AdoptAsync("Networks", "web", id, "other"));
        await Assert.ThrowsAsync<WorkflowException>(() => care.AdoptAsync("Droplets", "web", id, "web"));
        await care.AdoptAsync("Networks", "web", id, "web");

        Assert.Equal(id, Assert.IsType<LiveRecord>(await stage.RecordAsync("Networks", "web")).Id);
    }

    [Fact, Trait("Feature", "I6")]
    public async Task Resolve_EndsADoubt_AndMoveRenames()
    {
        await using var stage = await Stage.StartAsync();
        var certificates = new Certificates(stage.Http, stage.Semel);
        var workflow = new Workflow("certificates");
        workflow.Step("certificate", run => certificates.CreateAsync("web", new() { SigningRequest = "request" }, run.CancellationToken));
        stage.Cloud.Faults.On("POST", "/v1/certificates").LoseReply().Once();
        Assert.IsType<IndeterminateException>((await workflow.RunAsync(stage.Semel))["certificate"].Error);
        Assert.Equal(Verdict.Stuck, (await workflow.PlanAsync(stage.Semel)).Steps[0].Resources.Single().Verdict);
        var care = workflow.Care(stage.Semel);

        await care.ResolveAsync("Certificates", "web", stage.Cloud.Live(CloudKind.Certificates).Single()["id"]!.ToString());
        Assert.True((await workflow.RunAsync(stage.Semel)).Succeeded);
        Assert.True(await care.MoveAsync("Certificates", "web", "site"));

        Assert.IsType<LiveRecord>(await stage.RecordAsync("Certificates", "site"));
        Assert.Equal(1, stage.Cloud.Count(CloudKind.Certificates));
    }
}
