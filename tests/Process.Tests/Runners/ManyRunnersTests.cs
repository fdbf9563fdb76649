namespace Semel.Processes;

/// <summary>Sixteen processes on one key.</summary>
public sealed class ManyRunnersTests
{
    private const int Runners = 16;

    public static TheoryData<string> Kinds => [.. Kind.All.Select(kind => kind.Name)];

    [Theory, Trait("Feature", "H1")]
    [MemberData(nameof(Kinds))]
    public async Task SixteenProcesses_OnOneKey_ApplyOnePost_AndGetTheSameId(string kind)
    {
        await using var stage = await Stage.StartAsync(Kind.Of(kind));

        var reports = await Together.RunAsync(stage.Order("web-1") with { Flight = Order.LongFlight }, Runners);

        var id = Assert.Single(stage.Live("web-1"));
        Assert.Single(stage.Cloud.Mutations);
        Assert.All(reports, report => Assert.Equal(id, report.Id));
        Assert.Single(reports, report => report.Outcome == nameof(Outcome.Created));
        Assert.Equal(Runners - 1, reports.Count(report => report.Outcome == nameof(Outcome.Reused)));
        await Oracle.IsConvergedAsync(stage, "web-1", reports[0]);
    }

    [Fact, Trait("Feature", "H1")]
    public async Task WithoutTheLockAndTheCompareAndSet_TwoMakeTwo()
    {
        await using var stage = await Stage.StartAsync(Kind.Of("servers"));
        var order = stage.Order("web-1") with { Locks = false, Compares = false, Flight = Order.LongFlight };

        using var late = Worker.Start(order with { At = "intent-write", Stops = true });
        Assert.True(await late.StopsAsync("intent-write"), "it has looked and found nothing");
        await Worker.RunAsync(order);
        late.Signal(Signals.Continue);
        await late.EndAsync();

        Assert.Equal(2, stage.Live("web-1").Count);
    }

    /// <summary>The write of the intent is the second lock: who loses it sends nothing.</summary>
    [Fact, Trait("Feature", "C3")]
    public async Task WithoutTheLock_TheCompareAndSetLetsOneSend()
    {
        await using var stage = await Stage.StartAsync(Kind.Of("servers"));

        await Together.RunAsync(stage.Order("web-1") with { Locks = false }, 8);

        Assert.Single(stage.Live("web-1"));
        Assert.Single(stage.Cloud.Mutations);
    }
}
