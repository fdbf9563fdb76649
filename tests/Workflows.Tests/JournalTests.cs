using System.Diagnostics;
using System.Diagnostics.Metrics;
using CloudModels;
using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>What is recorded and told of runs, teardowns, destroys and sweeps.</summary>
public sealed class JournalTests
{
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

    [Fact, Trait("Feature", "C8")]
    public async Task DestroysSweepsAndTeardowns_AreRecordedAsRuns()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        var orphan = stage.Cloud.AddDuplicates(CloudKind.Servers, stage.Cloud.Live(CloudKind.Servers)[0]["id"]!.ToString()).Single();
        await WebSite.Define(stage).SweepAsync(stage.Semel, new SweepOptions { Delete = true, MaximumShare = 1 });
        await WebSite.Define(stage).DestroyAsync(stage.Semel, new DestroyOptions { DryRun = true });
        await WebSite.Define(stage).DestroyAsync(stage.Semel);
        await WebSite.Define(stage, teardown: Teardown.OnCompletion).RunAsync(stage.Semel);

        var versions = await stage.Repository.HistoryAsync(RunRecord.KeyOf("test", "web")).Cast<RunRecord>().ToListAsync();
        Assert.Equal(
            ["run begun", "every step succeeded", "sweep begun", "sweep: 1 deleted", "destroy begun", "destroy: 6 deleted", "run begun", "every step succeeded"],
            versions.Select(run => run.Provenance.Reason));
        Assert.Equal(orphan, versions[3].Steps.Single().Resources.Single().Id);
        Assert.Equal(["Firewalls/web", "LoadBalancers/web"], versions[5].Steps.Take(2).Select(step => step.Name));
        Assert.All(versions[5].Steps, step => Assert.Equal(("Deleted", "deleted"), (step.State, step.Reason)));
        Assert.Equal((12, 6), (versions[7].Steps.Count, versions[7].Steps.Count(step => step.State == "Deleted")));
    }

    [Fact, Trait("Feature", "C8")]
    public async Task ADestroyThatCannotBeRecorded_DeletesNothing()
    {
        await using var stage = await Stage.StartAsync();
        await WebSite.Define(stage).RunAsync(stage.Semel);
        var broken = new FaultRepository(stage.Repository);
        broken.On(RepositoryPoint.BeforeWrite).Throw().Always();
        var semel = stage.NewRun(broken);

        await Assert.ThrowsAnyAsync<Exception>(() => WebSite.Define(stage.Http, semel).DestroyAsync(semel));

        Assert.Equal(6, stage.Cloud.Applied.Count);
    }

    private sealed class Told(List<WorkflowEvent> events) : IProgress<WorkflowEvent>
    {
        public void Report(WorkflowEvent value)
        {
            lock (events) events.Add(value);
        }
    }
}
