namespace Semel.Processes;

/// <summary>A runner that is stopped past every deadline, while another one runs, and then goes on.</summary>
public sealed class StoppedRunnerTests
{
    private static readonly TimeSpan ShortFlight = TimeSpan.FromMilliseconds(500);
    private static readonly string[] BeforeTheDeadlineIsChecked = ["intent-written", "post-connected"];
    private static readonly string[] Later = ["post-send", "post-half", "post-all-but-one", "post-sent", "post-reply-headers", "live-prepared"];

    /// <summary>Without the lock only what the server itself decides is safe.</summary>
    public static TheoryData<string, string> NeedTheLock => Cases(kind => kind.Guarantee is Guarantee.Marker or Guarantee.AtMostOnce);

    [Theory, Trait("Feature", "H3"), Trait("Feature", "H5")]
    [MemberData(nameof(NeedTheLock))]
    public async Task WhileOneIsStopped_AnotherReportsIt_AndAfterwardsThereIsOne(string kind, string point)
    {
        await using var stage = await Stage.StartAsync(Kind.Of(kind));
        using var stopped = Worker.Start(stage.Order("web-1") with { At = point, Stops = true, Flight = ShortFlight });
        await stopped.StopsAsync(point);

        var other = await Stage.RunHereAsync(stage.Order("web-1") with { LockTimeout = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(nameof(BusyException), other.Error);
        await DeadlinesAsync(stage);
        stopped.Signal(Signals.Continue);
        var late = (await stopped.EndAsync()).Reports[0];
        if (BeforeTheDeadlineIsChecked.Contains(point)) IsRefused(stage, late);
        await IsOneAsync(stage);
    }

    private static TheoryData<string, string> Cases(Func<Kind, bool> which) =>
        [.. Kind.All.Where(which).SelectMany(_ => BeforeTheDeadlineIsChecked.Concat(Later), (kind, point) => (kind.Name, point))];

    /// <summary>Past the time for sending, the flight time and the list lag of the stopped runner.</summary>
    private static async Task DeadlinesAsync(Stage stage)
    {
        var intent = Assert.IsType<IntentRecord>(await stage.RecordAsync("web-1"));
        var options = stage.Order("web-1").Options;
        var left = intent.Attempts[^1].SentAt + (ShortFlight * 2) + options.ListLag - TimeProvider.System.GetUtcNow();
        if (left > TimeSpan.Zero) await Task.Delay(left);
    }

    /// <summary>Not a byte of its body was sent, and it says so.</summary>
    private static void IsRefused(Stage stage, Report late)
    {
        Assert.Equal(nameof(RejectedException), late.Error);
        Assert.Empty(stage.Cloud.Mutations);
    }

    private static async Task IsOneAsync(Stage stage)
    {
        await stage.AnsweredAsync();
        var clean = (await Worker.RunAsync(stage.Order("web-1"))).Reports[0];
        await Oracle.HoldsAsync(stage, "web-1", clean);
        Assert.InRange(stage.Cloud.Applied.Count, stage.Kind.Guarantee == Guarantee.AtMostOnce ? 0 : 1, 1);
    }
}
