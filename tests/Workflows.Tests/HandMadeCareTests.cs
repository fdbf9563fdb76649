using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>Check, sweep, destroy, adopt and resolve of creates that are written by hand: as far as the create names a read, a list, a look and a delete, and said clearly where it doesn't.</summary>
public sealed class HandMadeCareTests
{
    [Fact, Trait("Feature", "I7")]
    public async Task Destroy_DeletesByHandToo_InReverse_WithATombstone_AndTheNextRunCreatesAgain()
    {
        await using var stage = await Stage.StartAsync();
        var workflow = Two(stage);
        await workflow.RunAsync(stage.Semel);

        var destroyed = await workflow.DestroyAsync(stage.Semel);

        Assert.True(destroyed.Succeeded, string.Join('\n', destroyed.Resources));
        Assert.Equal(["second", "first"], stage.Cloud.Applied.Where(change => change.Method == "DELETE").Select(change => change.Name));
        Assert.IsType<TombstoneRecord>(await stage.RecordAsync("HandMadeServers", "first"));
        var again = await workflow.RunAsync(stage.Semel);
        Assert.All(again.Steps, step => Assert.Equal(Outcome.Created, step.Resources.Single().Outcome));
        Assert.Equal(2, stage.Cloud.Count(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "I7")]
    public async Task Destroy_GoesOnWithADeleteWhoseReplyWasLost_AndKeepsWhatTheApiRefuses()
    {
        await using var stage = await Stage.StartAsync();
        var workflow = Two(stage);
        await workflow.RunAsync(stage.Semel);
        var id = stage.Cloud.Live(CloudKind.Servers).Single(server => server["name"]!.ToString() == "second")["id"]!.ToString();
        stage.Cloud.Faults.On("DELETE", $"/v1/servers/{id}").Reject(409).Once();
        Assert.Equal([DestroyState.Failed, DestroyState.Blocked], (await workflow.DestroyAsync(stage.Semel)).Resources.Select(resource => resource.State));
        Assert.IsType<LiveRecord>(await stage.RecordAsync("HandMadeServers", "second"));

        stage.Cloud.Faults.On("DELETE", $"/v1/servers/{id}").LoseReply().Once();
        Assert.Equal(DestroyState.Failed, (await workflow.DestroyAsync(stage.Semel)).Resources[0].State);
        Assert.IsType<DeletingRecord>(await stage.RecordAsync("HandMadeServers", "second"));

        stage.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await workflow.DestroyAsync(stage.Semel)).Succeeded);
        Assert.Equal(0, stage.Cloud.Count(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "I7")]
    public async Task WhatNeedsAValueThatOnlyTheCreateTells_IsSaidAndKept_UntilThatIsThereAgain()
    {
        await using var stage = await Stage.StartAsync();
        var workflow = Two(stage);
        await workflow.RunAsync(stage.Semel);
        stage.Cloud.Remove(CloudKind.Servers, stage.Cloud.Live(CloudKind.Servers)[0]["id"]!.ToString());
        stage.Time.Advance(TimeSpan.FromMinutes(10));

        var first = await workflow.DestroyAsync(stage.Semel);
        var kept = first.Resources.Single(resource => resource.Key.Instance == "second");
        Assert.Equal(DestroyState.Failed, kept.State);
        Assert.Contains("second (known after apply: it needs 'first')", kept.Reason, StringComparison.Ordinal);
        Assert.Contains("'second' could not be planned", (await Assert.ThrowsAsync<WorkflowException>(() => workflow.Care(stage.Semel).AdoptAsync("HandMadeServers", "second", "1"))).Message, StringComparison.Ordinal);

        await workflow.RunAsync(stage.Semel);
        Assert.True((await workflow.DestroyAsync(stage.Semel)).Succeeded);
        Assert.Equal(0, stage.Cloud.Count(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "I4")]
    public async Task Check_FindsWhatIsMissing_AndOrphans_AndFixRecordsThem()
    {
        await using var stage = await Stage.StartAsync();
        await Each(stage).RunAsync(stage.Semel);
        Assert.Empty((await Each(stage).CheckAsync(stage.Semel)).Findings);
        stage.Cloud.Remove(CloudKind.Servers, stage.Cloud.Live(CloudKind.Servers).Single(server => server["name"]!.ToString() == "first")["id"]!.ToString());
        Assert.Equal((FindingKind.Missing, "first"), Assert.Single((await Each(stage).CheckAsync(stage.Semel)).Findings) is var missing ? (missing.Kind, missing.Instance) : default);

        stage.WipeRepository();
        var semel = stage.NewRun();
        var orphan = Assert.Single((await Each(stage, semel).CheckAsync(semel)).Findings);
        Assert.Equal((FindingKind.Orphan, "second"), (orphan.Kind, orphan.Instance));
        Assert.True((await Each(stage, semel).CheckAsync(semel, fix: true)).IsClean);
        Assert.Equal(orphan.Id, Assert.IsType<LiveRecord>(await stage.RecordAsync("HandMadeServers", "second")).Id);

        var twin = stage.Cloud.AddDuplicates(CloudKind.Servers, orphan.Id!).Single();
        Assert.Equal((FindingKind.Duplicate, twin), Assert.Single((await Each(stage, semel).CheckAsync(semel)).Findings) is var duplicate ? (duplicate.Kind, duplicate.Id) : default);
        Assert.True((await Each(stage, semel).SweepAsync(semel, new SweepOptions { Delete = true, MaximumShare = 0.5 })).Succeeded);
        Assert.Equal(orphan.Id, stage.Cloud.Live(CloudKind.Servers).Single()["id"]!.ToString());

        stage.Cloud.Faults.On("GET", $"/v1/servers/{orphan.Id}").Reject(503).Always();
        stage.Cloud.Faults.On("GET", "/v1/servers").Reject(503).Always();
        var unknown = (await Each(stage, semel).CheckAsync(semel)).Findings.Where(finding => finding.Instance == "second").ToList();
        Assert.All(unknown, finding => Assert.Equal(FindingKind.Unknown, finding.Kind));
        Assert.Contains(unknown, finding => finding.Detail.Contains("status 503", StringComparison.Ordinal));
    }

    [Fact, Trait("Feature", "B7")]
    public async Task Adopt_TakesWhatCarriesTheMark_OrShowsTheName_AndNothingElse()
    {
        await using var stage = await Stage.StartAsync();
        var marker = Marker.For(new ResourceKey("test", "HandMadeServers", "first"), 3);
        var ours = stage.Cloud.Seed(CloudKind.Servers, $$"""{ "name": "first", "tags": ["{{marker}}", "{{marker.IdentityText}}"] }""");
        var theirs = stage.Cloud.Seed(CloudKind.Servers, """{ "name": "first", "tags": [] }""");
        var care = Each(stage).Care(stage.Semel);

        Assert.Contains("nothing shows this key's marker", (await Assert.ThrowsAsync<ConflictException>(() => care.AdoptAsync("HandMadeServers", "first", theirs))).Message, StringComparison.Ordinal);
        Assert.Contains("doesn't show it under the name", (await Assert.ThrowsAsync<ConflictException>(() => care.AdoptAsync("HandMadeServers", "first", theirs, "first"))).Message, StringComparison.Ordinal);
        Assert.Contains("all that is known of its name", (await Assert.ThrowsAsync<ConflictException>(() => care.AdoptAsync("HandMadeServers", "first", theirs, "other"))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConflictException>(() => care.AdoptAsync("HandMadeServers", "second", ours));
        await Assert.ThrowsAsync<ArgumentException>(() => care.AdoptAsync("HandMadeServers", "first", "4711"));
        await Assert.ThrowsAsync<WorkflowException>(() => care.AdoptAsync("HandMadeServers", "third", ours));
        Assert.Equal(0, await stage.VersionsAsync());

        await care.AdoptAsync("HandMadeServers", "first", ours);
        Assert.Equal((ours, 3), Assert.IsType<LiveRecord>(await stage.RecordAsync("HandMadeServers", "first")) is var live ? (live.Id, live.Generation) : default);
        Assert.Equal(Outcome.Reused, (await Each(stage).RunAsync(stage.Semel))["server/first"].Resources.Single().Outcome);

        var named = new Workflow("named");
        named.Step("tag", run => TagAsync(stage, finds: true, run.CancellationToken));
        stage.Cloud.Seed(CloudKind.Tags, """{ "name": "web" }""");
        await named.Care(stage.Semel).AdoptAsync("HandMadeTags", "web", "web", "web");
        Assert.True(Assert.IsType<LiveRecord>(await stage.RecordAsync("HandMadeTags", "web")).Adopted);
        Assert.Equal(DestroyState.Kept, (await named.DestroyAsync(stage.Semel)).Resources.Single().State);
    }

    [Theory, Trait("Feature", "I6")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Resolve_EndsTheDoubtAboutACreateByHand(bool isCreated)
    {
        await using var stage = await Stage.StartAsync();
        var workflow = new Workflow("doubt");
        workflow.Step("tag", run => TagAsync(stage, finds: false, run.CancellationToken));
        if (isCreated) stage.Cloud.Faults.On("POST", "/v1/tags").LoseReply().Once();
        else stage.Cloud.Faults.On("POST", "/v1/tags").LoseRequest().Once();
        Assert.IsType<IndeterminateException>((await workflow.RunAsync(stage.Semel))["tag"].Error);
        Assert.Equal(FindingKind.Indeterminate, Assert.Single((await workflow.CheckAsync(stage.Semel)).Findings).Kind);
        stage.Time.Advance(TimeSpan.FromHours(1));

        await workflow.Care(stage.Semel).ResolveAsync("HandMadeTags", "web", isCreated ? "web" : null);

        Assert.Equal(isCreated ? Outcome.Reused : Outcome.Created, (await workflow.RunAsync(stage.Semel))["tag"].Resources.Single().Outcome);
        Assert.Equal(1, stage.Cloud.Count(CloudKind.Tags));
    }

    [Fact, Trait("Feature", "I4")]
    public async Task WhatTheCreateDoesntName_IsSaid()
    {
        await using var stage = await Stage.StartAsync();
        var workflow = new Workflow("bare");
        workflow.Step("tag", run => TagAsync(stage, finds: false, run.CancellationToken));
        await workflow.RunAsync(stage.Semel);

        Assert.Contains("gives neither Read nor List", Assert.Single((await workflow.CheckAsync(stage.Semel)).Findings).Detail, StringComparison.Ordinal);
        var kept = Assert.Single((await workflow.DestroyAsync(stage.Semel)).Resources);
        Assert.Equal((DestroyState.Failed, "its create is written by hand and gives no Delete"), (kept.State, kept.Reason));
        Assert.Empty((await workflow.SweepAsync(stage.Semel)).Resources);

        // a value that only its create can tell
        var json = new Workflow("json");
        json.Step("thing", run => stage.Semel.CreateOrGetAsync("Things", "one", (_, _) => throw new IOException("lost"), thing => thing["id"]?.ToString(), Things.Default.JsonObject, run.CancellationToken));
        await json.RunAsync(stage.Semel);
        var refused = await Assert.ThrowsAsync<StateException>(() => json.Care(stage.Semel).ResolveAsync("Things", "one", "1"));
        Assert.Contains("gives no Read", refused.Message, StringComparison.Ordinal);
    }

    private static Workflow Two(Stage stage, SemelContext? semel = null)
    {
        var servers = new HandMadeServers(stage.Http, semel ?? stage.Semel);
        var workflow = new Workflow("by-hand");
        var first = workflow.Step("first", run => servers.CreateAsync("first", run.CancellationToken));
        workflow.Step("second", first, (run, _) => servers.CreateAsync("second", run.CancellationToken));
        return workflow;
    }

    private static Workflow Each(Stage stage, SemelContext? semel = null)
    {
        var servers = new HandMadeServers(stage.Http, semel ?? stage.Semel);
        var workflow = new Workflow("by-hand");
        workflow.ForEach("server", ["first", "second"], (run, name) => servers.CreateAsync(name, run.CancellationToken));
        return workflow;
    }

    private static Task<Ensured<string>> TagAsync(Stage stage, bool finds, CancellationToken cancellationToken) => stage.Semel.CreateOrGetAsync(
        "HandMadeTags", "web", async (_, token) =>
        {
            using var response = await stage.Http.PostAsJsonAsync("v1/tags", new { name = "web" }, token);
            response.EnsureSuccessStatusCode();
            return "web";
        }, new CreateOrGetOptions<string> { Id = id => id, Find = finds ? async (_, token) => FoundResource.One(await FindTagAsync(stage, token), tag => new FoundResource(tag)) : null }, cancellationToken);

    private static async Task<string?> FindTagAsync(Stage stage, CancellationToken cancellationToken) =>
        (await stage.Http.GetFromJsonAsync<JsonNode>("v1/tags?per_page=200", cancellationToken))!["tags"]!.AsArray().FirstOrDefault(tag => tag!["name"]!.ToString() == "web")?["name"]!.ToString();
}

[System.Text.Json.Serialization.JsonSerializable(typeof(JsonObject))]
internal sealed partial class Things : System.Text.Json.Serialization.JsonSerializerContext;
