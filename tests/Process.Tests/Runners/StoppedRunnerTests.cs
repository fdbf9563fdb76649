namespace Semel.Processes;

/// <summary>A runner that is stopped past every deadline, while another one runs, and then goes on.</summary>
public sealed class StoppedRunnerTests
{
    private static readonly string[] BeforeTheDeadlineIsChecked = ["intent-written", "create-connected"];
    private static readonly string[] Later = ["create-send", "create-half", "create-all-but-one", "create-sent", "create-reply-headers", "live-write"];

    /// <summary>Without the lock nothing keeps a second POST from making a second resource.</summary>
    public static TheoryData<string> NeedTheLock => [.. Kind.All.Where(NeedsTheLock).Select(kind => kind.Name)];

    /// <summary>The server itself refuses a second one, or knows it for the first.</summary>
    public static TheoryData<string> GoOnWithout => [.. Kind.All.Where(kind => !NeedsTheLock(kind)).Select(kind => kind.Name)];

    [Theory, Trait("Feature", "H3"), Trait("Feature", "H5")]
    [MemberData(nameof(NeedTheLock))]
    public Task WhileOneIsStopped_AnotherFindsWhatItMade_OrReportsIt_AndAfterwardsThereIsOne(string kind) => AtEachPointAsync(kind, async (stage, point, stopped) =>
    {
        var intent = Assert.IsType<IntentRecord>(await stage.RecordAsync("web-1"));

        var other = await Stage.RunHereAsync(Impatient(stage));

        var isFound = stage.Kind.Guarantee == Guarantee.Marker && Point.MayBeApplied(point);
        Assert.True(isFound ? other.Outcome == nameof(Outcome.Adopted) : other.Error == nameof(BusyException), $"{other}");
        if (!isFound) Assert.Equal($"{Environment.MachineName}/{stopped.Id}", other.Holder);
        var late = await GoOnAsync(stopped, intent);
        if (BeforeTheDeadlineIsChecked.Contains(point)) Assert.True(late.IsLate, late.Message);
        if (BeforeTheDeadlineIsChecked.Contains(point)) Assert.Empty(stage.Cloud.Mutations);
        await IsOneAsync(stage);
    });

    [Theory, Trait("Feature", "H3"), Trait("Feature", "H5")]
    [MemberData(nameof(GoOnWithout))]
    public Task WhileOneIsStopped_AnotherCreates_AndTheLateWriteMakesNoSecond(string kind) => AtEachPointAsync(kind, async (stage, point, stopped) =>
    {
        var intent = Assert.IsType<IntentRecord>(await stage.RecordAsync("web-1"));

        var other = await Stage.RunHereAsync(Impatient(stage));

        Assert.True(other.Error is null, other.Message);
        var mutations = stage.Cloud.Mutations.Count;
        var late = await GoOnAsync(stopped, intent);
        Assert.True(late.Error is not null || late.Id == other.Id, $"{late}, but {other}");
        if (BeforeTheDeadlineIsChecked.Contains(point)) Assert.Equal(mutations, stage.Cloud.Mutations.Count);
        await IsOneAsync(stage);
        Assert.Equal(other.Id, Assert.Single(stage.Live("web-1")));
    });

    private static bool NeedsTheLock(Kind kind) => kind.Guarantee is Guarantee.Marker or Guarantee.AtMostOnce;

    /// <summary>All at the same time, because most of it is waiting for deadlines; but not all of them start at once, to be fast enough for their own.</summary>
    private static async Task AtEachPointAsync(string kind, Func<Stage, string, Worker, Task> test)
    {
        using var starts = new SemaphoreSlim(2);
        await Task.WhenAll(BeforeTheDeadlineIsChecked.Concat(Later).Select(async point =>
        {
            try
            {
                while (!await IsTestedAsync(Kind.Of(kind), point, starts, test)) { }
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Stopped at {point}: {error.Message}", error);
            }
        }));
    }

    /// <summary>False where the runner came to the point too late, on a busy machine, and had given up sending.</summary>
    private static async Task<bool> IsTestedAsync(Kind kind, string point, SemaphoreSlim starts, Func<Stage, string, Worker, Task> test)
    {
        await using var stage = await Stage.StartAsync(kind);
        await starts.WaitAsync();
        using var stopped = Worker.Start(stage.Order("web-1") with { At = point, Stops = true, Flight = Order.ShortFlight });
        var isStopped = await stopped.StopsAsync(point);
        starts.Release();
        if (!isStopped || await stage.RecordAsync("web-1") is not IntentRecord intent || DeadlineOf(intent) < TimeProvider.System.GetUtcNow()) return false;
        await test(stage, point, stopped);
        return true;
    }

    private static DateTimeOffset DeadlineOf(IntentRecord intent) => intent.Attempts[^1].SentAt + Order.ShortFlight;

    /// <summary>One that does not wait for long.</summary>
    private static Order Impatient(Stage stage) => stage.Order("web-1") with { LockTimeout = TimeSpan.FromMilliseconds(200), Flight = Order.LongFlight };

    /// <summary>Once the stopped runner's time for sending, the flight time and the list lag are over.</summary>
    private static async Task<Report> GoOnAsync(Worker stopped, IntentRecord intent)
    {
        var left = DeadlineOf(intent) + Order.ShortFlight + Order.ListLag - TimeProvider.System.GetUtcNow();
        if (left > TimeSpan.Zero) await Task.Delay(left);
        stopped.Signal(Signals.Continue);
        return (await stopped.EndAsync()).Reports[0];
    }

    private static async Task IsOneAsync(Stage stage)
    {
        await stage.AnsweredAsync();
        var clean = (await Worker.RunAsync(stage.Order("web-1") with { Flight = Order.LongFlight })).Reports[0];
        await Oracle.HoldsAsync(stage, "web-1", clean);
        Assert.InRange(stage.Made, stage.Kind.Guarantee == Guarantee.AtMostOnce ? 0 : 1, 1);
    }
}
