using CloudModels;
using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>What a run does with steps that succeed, fail, wait, are too many, or are the same.</summary>
public sealed class RunTests
{
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

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); seen < now; seen = Volatile.Read(ref most)) Interlocked.CompareExchange(ref most, now, seen);
    }
}
