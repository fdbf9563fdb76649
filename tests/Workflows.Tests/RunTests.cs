using System.Diagnostics;
using System.Diagnostics.Metrics;
using CloudModels;
using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>What a run does with steps that succeed, fail, wait, are too many, or are the same.</summary>
public sealed class RunTests
{
    private static readonly StepOptions Never = new() { Retries = 0 };

    [Fact, Trait("Feature", "J3")]
    public async Task Steps_RunAfterWhatTheyNeed_AndReceiveIt_NoMoreAtOnceThanAllowed()
    {
        await using var stage = await Stage.StartAsync();
        var (running, most) = (0, 0);
        var workflow = new Workflow("sum");
        var numbers = workflow.ForEach("number", ["1", "2", "3", "4", "5", "6"], async (_, item) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
            return int.Parse(item, System.Globalization.CultureInfo.InvariantCulture);
        });
        var sum = workflow.Step("sum", numbers, (_, all) => Task.FromResult(all.Sum()));
        var text = workflow.Step("text", (sum, numbers["3"]), (run, total, three) => Task.FromResult($"{run.Step} {total} {three}"));

        var result = await workflow.RunAsync(stage.Semel, new RunOptions { Parallelism = 2 });

        Assert.True(result.Succeeded);
        Assert.Equal("text 21 3", result.Output(text));
        Assert.InRange(most, 1, 2);
    }

    [Fact, Trait("Feature", "J3")]
    public async Task IndependentSteps_RunAtOnce()
    {
        await using var stage = await Stage.StartAsync();
        var all = new TaskCompletionSource();
        var begun = 0;
        var workflow = new Workflow("together");
        workflow.ForEach("part", ["a", "b", "c", "d"], async (_, _) =>
        {
            if (Interlocked.Increment(ref begun) == 4) all.SetResult();
            await all.Task.WaitAsync(TestContext.Current.CancellationToken); // each waits for the others
            return 0;
        });

        Assert.True((await workflow.RunAsync(stage.Semel, new RunOptions { Parallelism = 4 })).Succeeded);
    }

    [Fact, Trait("Feature", "J3")]
    public async Task AFailedBranch_LeavesTheOthersRunning()
    {
        await using var stage = await Stage.StartAsync();
        var workflow = new Workflow("branches");
        var bad = workflow.Step<int>("bad", _ => throw new InvalidOperationException("it broke"));
        var good = workflow.Step("good", _ => Task.FromResult(1));
        workflow.Step("after-bad", bad, (_, value) => Task.FromResult(value));
        workflow.Step("after-good", good, (_, value) => Task.FromResult(value));
        workflow.Step("after-both", (bad, good), (_, one, two) => Task.FromResult(one + two));

        var result = await workflow.RunAsync(stage.Semel);

        Assert.Equal(["bad Failed it broke", "good Succeeded done", "after-bad Blocked it needs 'bad', which did not succeed", "after-good Succeeded done", "after-both Blocked it needs 'bad', which did not succeed"],
            result.Steps.Select(step => $"{step.Step} {step.State} {step.Reason}"));
        Assert.Contains("it needs 'bad'", Assert.Throws<InvalidOperationException>(() => result.Output(workflow.Steps.OfType<Step<int>>().Last())).Message, StringComparison.Ordinal);
    }

    [Fact, Trait("Feature", "D6")]
    public async Task FiveAtOnce_OneFails_TheOthersAreRecorded_AndTheNextRunPostsItAlone()
    {
        await using var stage = await Stage.StartAsync();
        stage.Cloud.Faults.On("POST", "/v1/servers").Named("s3").Reject(422).Once();
        Workflow Define()
        {
            var workflow = new Workflow("five");
            workflow.CreateEach("server", ["s1", "s2", "s3", "s4", "s5"], new Servers(stage.Http, stage.Semel).CreateAsync, name => Stage.Server(name));
            return workflow;
        }

        var first = await Define().RunAsync(stage.Semel);
        Assert.Equal("server/s3", Assert.Single(first.Steps, step => !step.IsSuccess).Step);
        var posts = stage.Cloud.Posts(CloudKind.Servers);

        Assert.True((await Define().RunAsync(stage.Semel)).Succeeded);
        Assert.Equal(posts + 1, stage.Cloud.Posts(CloudKind.Servers));
        Assert.Equal(5, stage.Cloud.Count(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "D7")]
    public async Task TwoCreatesOfOneKey_AreRefusedBeforeAnythingIsSent()
    {
        await using var stage = await Stage.StartAsync();
        var servers = new Servers(stage.Http, stage.Semel);
        var workflow = new Workflow("twice");
        var tag = workflow.Create("tag", new Tags(stage.Http, stage.Semel).CreateAsync, new TagRequest { Name = "web" });
        workflow.Create("one", servers.CreateAsync, Stage.Server("web-1"));
        workflow.Create("other", servers.CreateAsync, tag, tag => Stage.Server("web-1", tag: tag.Id));

        var error = await Assert.ThrowsAsync<WorkflowException>(() => workflow.RunAsync(stage.Semel));

        Assert.Contains("'one' and 'other' both make test/Servers/web-1", error.Message, StringComparison.Ordinal);
        Assert.Empty(stage.Cloud.Requests);
        Assert.Equal(0, await stage.VersionsAsync());
    }

    [Fact, Trait("Feature", "D7")]
    public async Task TwoBodiesOfOneKey_TheSecondIsRefusedAtItsStart()
    {
        await using var stage = await Stage.StartAsync();
        var servers = new Servers(stage.Http, stage.Semel);
        var workflow = new Workflow("twice");
        workflow.Step("one", run => servers.CreateAsync(Stage.Server("web-1"), run.CancellationToken));
        workflow.Step("other", run => servers.CreateAsync(Stage.Server("web-1"), run.CancellationToken));

        var result = await workflow.RunAsync(stage.Semel, new RunOptions { Parallelism = 1 });

        Assert.Equal([StepState.Succeeded, StepState.Failed], result.Steps.Select(step => step.State));
        Assert.IsType<WorkflowException>(result["other"].Error);
        Assert.Equal(1, stage.Cloud.Posts(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "D7")]
    public void ANameThatIsTaken_AnItemThatRepeats_AStepOfAnotherWorkflow_AreRefused()
    {
        var workflow = new Workflow("names");
        var step = workflow.Step("a", _ => Task.FromResult(1));

        Assert.Throws<ArgumentException>(() => workflow.Step("a", _ => Task.FromResult(2)));
        Assert.Throws<ArgumentException>(() => workflow.ForEach("b", ["1", "1"], (_, item) => Task.FromResult(item)));
        Assert.Throws<ArgumentException>(() => new Workflow("other").Step("c", step, (_, value) => Task.FromResult(value)));
        Assert.Throws<ArgumentException>(() => workflow.Step(" ", _ => Task.FromResult(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => workflow.Step("d", _ => Task.FromResult(1), new StepOptions { Timeout = TimeSpan.Zero }));
    }

    [Fact, Trait("Feature", "J4")]
    public async Task AnErrorThatPasses_IsRetried_AndTheRestIsNot()
    {
        await using var stage = await Stage.StartAsync();
        var listing = stage.Cloud.Faults.On("GET", "/v1/servers").Reject(503).Times(2);
        var workflow = new Workflow("retry");
        workflow.Create("server", new Servers(stage.Http, stage.Semel).CreateAsync, Stage.Server("web-1"));
        workflow.Create("network", new Networks(stage.Http, stage.Semel).CreateAsync, new NetworkRequest { Name = "web", Range = WebSite.Wrong });

        var result = await workflow.RunAsync(stage.Semel);

        Assert.Equal((StepState.Succeeded, 3), (result["server"].State, result["server"].Attempts));
        Assert.Equal((StepState.Failed, 1), (result["network"].State, result["network"].Attempts));
        Assert.Equal(2, listing.Hits);
        Assert.Equal(1, stage.Cloud.Posts(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "J4")]
    public async Task ABodyOfItsOwn_IsRetriedOnlyWhereThatIsSaid()
    {
        await using var stage = await Stage.StartAsync();
        stage.Cloud.Faults.On("GET", "/v1/servers").Reject(503).Once();
        var workflow = new Workflow("retry");
        workflow.Step("server", run => new Servers(stage.Http, stage.Semel).CreateAsync(Stage.Server("web-1"), run.CancellationToken));

        var result = await workflow.RunAsync(stage.Semel);

        Assert.Equal((StepState.Failed, 1), (result["server"].State, result["server"].Attempts));
    }

    [Fact, Trait("Feature", "A7")]
    public async Task WhatExists_IsSkipped_AndItsOutputReachesDependants_WithoutALockOrAWrite()
    {
        await using var stage = await Stage.StartAsync();
        (Workflow Workflow, Step<string> Note) Define(SemelContext semel)
        {
            var workflow = new Workflow("skip");
            var server = workflow.Create("server", new Servers(stage.Http, semel).CreateAsync, Stage.Server("web-1"), new StepOptions { SkipIfExists = true });
            return (workflow, workflow.Step("note", server, (_, server) => Task.FromResult($"{server.Outcome} {server.Value.Name} {server.Id}")));
        }

        Assert.Equal(StepState.Succeeded, (await Define(stage.Semel).Workflow.RunAsync(stage.Semel))["server"].State);
        var id = stage.Cloud.Live(CloudKind.Servers).Single()["id"]!.ToString();
        var (second, note) = Define(stage.Semel);
        var result = await second.RunAsync(stage.Semel);
        Assert.Equal(StepState.Skipped, result["server"].State);
        Assert.True(result.Succeeded);
        Assert.Equal($"Reused web-1 {id}", result.Output(note));
        Assert.True(result["server"].Resources.Single().Verified);

        // deleted by us: a tombstone
        await new Servers(stage.Http, stage.Semel).DeleteAsync(long.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
        var third = await Define(stage.Semel).Workflow.RunAsync(stage.Semel);
        Assert.Equal(Outcome.Created, third["server"].Resources.Single().Outcome);

        // deleted by somebody else, long ago: the record says it is there
        var now = stage.Cloud.Live(CloudKind.Servers).Single()["id"]!.ToString();
        stage.Cloud.Remove(CloudKind.Servers, now);
        stage.Time.Advance(TimeSpan.FromHours(1));
        var (last, _) = Define(stage.Semel);
        Assert.NotEqual(StepState.Skipped, (await last.RunAsync(stage.Semel))["server"].State);
    }

    [Fact, Trait("Feature", "A11")]
    public async Task Force_MakesANewOne_KeepsTheOldAsSuperseded_AndTheNextRunUsesTheNewOne()
    {
        await using var stage = await Stage.StartAsync();
        Workflow Define()
        {
            var workflow = new Workflow("force");
            workflow.CreateEach("server", ["web-1", "web-2"], new Servers(stage.Http, stage.Semel).CreateAsync, name => Stage.Server(name));
            return workflow;
        }

        var first = await Define().RunAsync(stage.Semel);
        var forced = await Define().RunAsync(stage.Semel, new RunOptions { Force = ["server/web-1"] });
        var next = await Define().RunAsync(stage.Semel);

        Assert.Equal(Outcome.Replaced, forced["server/web-1"].Resources.Single().Outcome);
        Assert.Equal(Outcome.Reused, forced["server/web-2"].Resources.Single().Outcome);
        Assert.Equal(forced["server/web-1"].Resources.Single().Id, next["server/web-1"].Resources.Single().Id);
        var finding = Assert.Single((await Define().CheckAsync(stage.Semel)).Findings);
        Assert.Equal((FindingKind.Superseded, first["server/web-1"].Resources.Single().Id), (finding.Kind, finding.Id));
        await Assert.ThrowsAsync<WorkflowException>(() => Define().RunAsync(stage.Semel, new RunOptions { Force = ["sever"] }));
    }

    [Fact, Trait("Feature", "J3")]
    public async Task Only_RunsTheNamedSteps_AndWhatTheyNeed()
    {
        await using var stage = await Stage.StartAsync();

        var result = await WebSite.Define(stage).RunAsync(stage.Semel, new RunOptions { Only = ["server/web-2"] });

        Assert.Equal(["network", "tag", "server/web-2"], result.Steps.Select(step => step.Step));
        Assert.Equal("web-2", stage.Cloud.Live(CloudKind.Servers).Single()["name"]!.ToString());
    }

    [Fact, Trait("Feature", "E6")]
    public async Task Stopping_FinishesWhatIsInFlight_RecordsIt_AndBeginsNothingElse()
    {
        await using var stage = await Stage.StartAsync();
        using var stop = new CancellationTokenSource();
        var post = stage.Cloud.Faults.On("POST", "/v1/networks").Hold();
        var run = WebSite.Define(stage).RunAsync(stage.Semel, new RunOptions { Stopping = stop.Token });
        await post.Hit;
        await stop.CancelAsync();
        post.Release();

        var result = await run;

        Assert.Equal(StepState.Succeeded, result["network"].State);
        Assert.Equal(StepState.NotBegun, result["server/web-1"].State);
        Assert.IsType<LiveRecord>(await stage.RecordAsync("Networks", "web"));
        Assert.Equal(0, stage.Cloud.Posts(CloudKind.Servers));
    }

    [Fact, Trait("Feature", "E6")]
    public async Task Cancelling_StopsWhatIsInFlight_AndTheRecordStaysTruthful_ThoughTheBodyHandsOnNoToken()
    {
        await using var stage = await Stage.StartAsync();
        using var cancel = new CancellationTokenSource();
        var post = stage.Cloud.Faults.On("POST", "/v1/networks").HangAfterApplying();
        var workflow = new Workflow("cancel");
        workflow.Step("network", _ => new Networks(stage.Http, stage.Semel).CreateAsync(new() { Name = "web", Range = WebSite.Right }, CancellationToken.None));
        var run = workflow.RunAsync(stage.Semel, cancellationToken: cancel.Token);
        await post.Hit;
        await cancel.CancelAsync();

        var result = await run;

        Assert.Equal(StepState.Cancelled, result["network"].State);
        Assert.Equal(AttemptState.Ambiguous, Assert.IsType<IntentRecord>(await stage.RecordAsync("Networks", "web")).Attempts.Single().State);
        var again = stage.NewRun();
        var next = new Workflow("cancel");
        next.Step("network", run => new Networks(stage.Http, again).CreateAsync(new() { Name = "web", Range = WebSite.Right }, run.CancellationToken));
        Assert.True((await next.RunAsync(again)).Succeeded);
        Assert.Equal(1, stage.Cloud.Count(CloudKind.Networks));
    }

    [Fact, Trait("Feature", "J4")]
    public async Task AStepThatTakesTooLong_IsCancelledAndFails()
    {
        await using var stage = await Stage.StartAsync();
        var post = stage.Cloud.Faults.On("POST", "/v1/networks").Hang();
        var workflow = new Workflow("slow");
        workflow.Create("network", new Networks(stage.Http, stage.Semel).CreateAsync, new NetworkRequest { Name = "web", Range = WebSite.Right }, Never with { Timeout = TimeSpan.FromSeconds(20) });
        var run = workflow.RunAsync(stage.Semel);
        await post.Hit;
        stage.Time.Advance(TimeSpan.FromSeconds(21));

        var result = await run;

        Assert.Equal(StepState.Failed, result["network"].State);
        Assert.IsType<TimeoutException>(result["network"].Error);
        Assert.Contains("longer than 00:00:20", result["network"].Reason, StringComparison.Ordinal);
    }

    [Theory, Trait("Feature", "I7")]
    [InlineData(Teardown.Never, false, 1)]
    [InlineData(Teardown.OnFailure, false, 1)]
    [InlineData(Teardown.OnFailure, true, 0)]
    [InlineData(Teardown.OnCompletion, false, 0)]
    [InlineData(Teardown.Never, true, 1)]
    public async Task Teardown_DeletesWhatTheRunCreated_AndWhatWasThereBeforeStays(Teardown teardown, bool fails, int left)
    {
        await using var stage = await Stage.StartAsync();
        await new Servers(stage.Http, stage.Semel).CreateAsync(Stage.Server("old"));
        var workflow = new Workflow("rehearsal") { Teardown = teardown };
        var servers = workflow.CreateEach("server", ["old", "new"], new Servers(stage.Http, stage.Semel).CreateAsync, name => Stage.Server(name));
        workflow.Step("end", servers, (_, _) => fails ? throw new InvalidOperationException("it broke") : Task.FromResult(0));

        var result = await workflow.RunAsync(stage.Semel);

        Assert.Equal(fails, !result.Succeeded);
        Assert.Equal(1 + left, stage.Cloud.Count(CloudKind.Servers));
        Assert.Contains(stage.Cloud.Live(CloudKind.Servers), server => server["name"]!.ToString() == "old");
    }

    [Fact, Trait("Feature", "C8")]
    public async Task ARun_IsRecorded_WithWhatWasDecidedAndWhy()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage, WebSite.Wrong).RunAsync(stage.Semel);
        await WebSite.Define(stage).RunAsync(stage.NewRun());

        var versions = await stage.Repository.HistoryAsync(RunRecord.KeyOf("test", "web")).Cast<RunRecord>().ToListAsync();

        Assert.Equal([1, 1, 2, 2], versions.Select(run => run.Generation));
        Assert.Equal([false, true, false, true], versions.Select(run => run.EndedAt is not null));
        Assert.Equal(stage.Semel.Run, versions[1].Provenance.Run);
        Assert.Contains(versions[1].Steps, step => step is { Name: "network", State: "Failed", Resources: [] } && step.Reason.Contains("422", StringComparison.Ordinal));
        Assert.Equal(("Tags", "web", "Reused"), versions[3].Steps.Where(step => step.Name == "tag").Select(step => (step.Resources[0].Model, step.Resources[0].Instance, step.Resources[0].Outcome)).Single());
    }

    [Fact, Trait("Feature", "C8")]
    public async Task TwoRunsAtOnce_AreBothRecorded_AndThereIsOneOfEach()
    {
        await using var stage = await Stage.StartAsync();
        var repository = new MemoryDataRepository();
        var (one, other) = (new SemelContext(repository, "test"), new SemelContext(repository, "test")); // they wait for each other, in real time

        var results = await Task.WhenAll(WebSite.Define(stage.Http, one).RunAsync(one), WebSite.Define(stage.Http, other).RunAsync(other));

        Assert.All(results, result => Assert.True(result.Succeeded, string.Join('\n', result.Steps)));
        Assert.Equal(6, stage.Cloud.Applied.Count);
        var ended = await repository.HistoryAsync(RunRecord.KeyOf("test", "web")).Cast<RunRecord>().Where(run => run.EndedAt is not null).ToListAsync();
        Assert.Equal(new[] { one.Run, other.Run }.Order(), ended.Select(run => run.Provenance.Run).Order());
    }

    [Fact, Trait("Feature", "J5")]
    public async Task EveryDecision_IsToldWithItsReason_InLogTraceMetricsAndReport_AndReuseIsNotCalledCreated()
    {
        await using var stage = await Stage.StartAsync();
        var told = new List<WorkflowEvent>();
        var activities = new List<Activity>();
        var states = new List<string>();
        using var listener = new ActivityListener { ShouldListenTo = source => source.Name == "Semel", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = activity => { lock (activities) activities.Add(activity); } };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Name == "semel.steps") self.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => { lock (states) states.AddRange(tags.ToArray().Where(tag => tag.Key == "semel.state").Select(tag => $"{tag.Value}")); });
        meters.Start();
        var options = new RunOptions { Progress = new Told(told) };
        var name = $"told-{Guid.NewGuid():n}";
        Workflow Define()
        {
            var workflow = new Workflow(name);
            workflow.Create("network", new Networks(stage.Http, stage.Semel).CreateAsync, new NetworkRequest { Name = "web", Range = WebSite.Right });
            return workflow;
        }

        await Define().RunAsync(stage.Semel, options);
        var decided = told.OfType<WorkflowEvent.Decided>().ToList();
        Assert.All(decided, decision => Assert.NotEmpty(decision.Reason));
        Assert.Equal(["ReadRecord", "Look", "Write", "Post", "Write", "Return"], decided.Select(decision => decision.What));
        Assert.Equal(decided.Count, stage.Logged.Count(logged => logged.Event == "Decided"));
        Activity step;
        lock (activities) step = activities.Single(activity => activity.OperationName == "semel.step" && (string?)activity.GetTagItem("semel.workflow") == name);
        Assert.Equal("Succeeded", step.GetTagItem("semel.state"));
        lock (activities) Assert.Contains(activities, activity => activity.OperationName == "semel.ensure" && activity.ParentSpanId == step.SpanId && activity.Events.Count() == decided.Count);
        lock (states) Assert.Contains("Succeeded", states);

        told.Clear();
        stage.Logged.Clear();
        var again = await Define().RunAsync(stage.Semel, options);
        var all = string.Join('\n', told.Select(happened => happened.ToString()).Concat(stage.Logged.Select(logged => logged.Message)).Append(again.Steps.Single().ToString()));
        Assert.Contains("Reused", all, StringComparison.Ordinal);
        Assert.DoesNotContain("created", all, StringComparison.OrdinalIgnoreCase);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); seen < now; seen = Volatile.Read(ref most)) Interlocked.CompareExchange(ref most, now, seen);
    }

    private sealed class Told(List<WorkflowEvent> events) : IProgress<WorkflowEvent>
    {
        public void Report(WorkflowEvent value)
        {
            lock (events) events.Add(value);
        }
    }
}
