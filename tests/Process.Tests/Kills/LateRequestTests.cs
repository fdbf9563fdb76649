namespace Semel.Processes;

/// <summary>The server is slow: it applies a POST, or answers it, when its sender is dead already.</summary>
public sealed class LateRequestTests
{
    public static TheoryData<string> Kinds => [.. Kind.All.Select(kind => kind.Name)];

    [Theory, Trait("Feature", "D1")]
    [MemberData(nameof(Kinds))]
    public async Task KilledAfterTheServerApplied_BeforeItAnswered_IsFound(string kind)
    {
        await using var stage = await Stage.StartAsync(Kind.Of(kind));
        await KilledAfterApplyingAsync(stage, stage.Order("web-1"));

        var again = (await Worker.RunAsync(stage.Order("web-1"))).Reports[0];

        Assert.Equal(stage.Kind.Guarantee == Guarantee.AtMostOnce ? nameof(IndeterminateException) : null, again.Error);
        Assert.Equal(1, stage.Made);
        await Oracle.HoldsAsync(stage, "web-1", again);
    }

    /// <summary>It arrives within the flight time: a run that looks too early waits for it, or sends what the server then refuses or knows.</summary>
    [Theory, Trait("Feature", "H3")]
    [MemberData(nameof(Kinds))]
    public async Task PostThatIsAppliedAfterItsSenderDied_DoesNotMakeTwo(string kind)
    {
        await using var stage = await Stage.StartAsync(Kind.Of(kind));
        var held = stage.OnCreate().Hold();
        using (var worker = Worker.Start(stage.Order("web-1")))
        {
            await held.Hit;
            worker.Signal(Signals.Kill);
            Assert.True((await worker.EndAsync()).Killed);
        }

        using var second = Worker.Start(stage.Order("web-1"));
        if (stage.Kind.Guarantee == Guarantee.Marker) await second.ReachAsync(Point.Waiting);
        if (stage.Kind.Guarantee != Guarantee.Marker) await second.ReachReportAsync();
        held.Release();
        var again = (await second.EndAsync()).Reports[0];

        await stage.AnsweredAsync();
        await Oracle.HoldsAsync(stage, "web-1", again);
        Assert.Single(stage.Live("web-1"));
    }

    /// <summary>What keeps the rounds from making two is the durable intent: the same kill, and no look before the first POST.</summary>
    [Theory, Trait("Feature", "C2")]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task WhereRecordsDieWithTheProcess_TheSameKillMakesTwo(bool keeps, int made)
    {
        await using var stage = await Stage.StartAsync(Kind.Unlooked);
        var order = stage.Order("web-1") with { Keeps = keeps };
        await KilledAfterApplyingAsync(stage, order);

        Assert.Null((await Worker.RunAsync(order)).Reports[0].Error);

        Assert.Equal(made, stage.Live("web-1").Count);
    }

    private static async Task KilledAfterApplyingAsync(Stage stage, Order order)
    {
        var hang = stage.OnCreate().HangAfterApplying();
        using var worker = Worker.Start(order);
        await hang.Hit;
        worker.Signal(Signals.Kill);
        Assert.True((await worker.EndAsync()).Killed);
    }
}
