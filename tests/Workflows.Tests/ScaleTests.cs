using Semel.Testing;

namespace Semel.Workflows.Tests;

/// <summary>A thousand resources in one workflow.</summary>
public sealed class ScaleTests
{
    [Fact, Trait("Feature", "H2")]
    public async Task AThousandResources_TakeAboutAsLongAsTheSlowestChain_AndHardlyAnyMemory()
    {
        await using var stage = await Stage.StartAsync();
        var semel = new SemelContext(new MemoryDataRepository(), "test"); // real time
        var names = Enumerable.Range(0, 1000).Select(number => $"s{number:0000}").ToList();
        Workflow Define()
        {
            var workflow = new Workflow("thousand");
            workflow.CreateEach("server", names, new Servers(stage.Http, semel).CreateAsync, name => Stage.Server(name));
            return workflow;
        }

        var most = 0;
        var running = 0;
        var told = new Counter(value => most = Math.Max(most, running += value));
        var first = await Define().RunAsync(semel, new RunOptions { Parallelism = 32, Progress = told });
        Assert.True(first.Succeeded);
        Assert.Equal(1000, stage.Cloud.Count(CloudKind.Servers));
        Assert.Equal(32, most);

        var memory = GC.GetTotalMemory(forceFullCollection: true);
        var again = await Define().RunAsync(semel, new RunOptions { Parallelism = 32 });
        Assert.All(again.Steps, step => Assert.Equal(Outcome.Reused, step.Resources.Single().Outcome));
        again = null;
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, 16 * 1024 * 1024);
        Assert.Equal(1000, stage.Cloud.Applied.Count);
    }

    [Fact, Trait("Feature", "J3")]
    public async Task AThousandSteps_WaitForEachOtherOnlyAsFarAsTheyNeed()
    {
        await using var stage = await Stage.StartAsync();
        var (semel, delay) = (new SemelContext(new MemoryDataRepository(), "test"), TimeSpan.FromMilliseconds(200));
        var workflow = new Workflow("chains");
        for (var chain = 0; chain < 250; chain++)
        {
            var step = workflow.Step($"{chain}-0", _ => WaitAsync(delay));
            for (var link = 1; link < 4; link++) step = workflow.Step($"{chain}-{link}", step, (_, _) => WaitAsync(delay));
        }

        var result = await workflow.RunAsync(semel, new RunOptions { Parallelism = 1000 });

        Assert.True(result.Succeeded);
        // four links of 0.2 s; a thousand of them one after the other would take 200 s
        Assert.InRange(result.Elapsed, 4 * delay, TimeSpan.FromSeconds(20));
    }

    private static async Task<int> WaitAsync(TimeSpan time)
    {
        await Task.Delay(time, TestContext.Current.CancellationToken);
        return 0;
    }

    private sealed class Counter(Action<int> count) : IProgress<WorkflowEvent>
    {
        public void Report(WorkflowEvent value)
        {
            lock (this)
            {
                if (value is WorkflowEvent.Begun) count(1);
                if (value is WorkflowEvent.Ended) count(-1);
            }
        }
    }
}
