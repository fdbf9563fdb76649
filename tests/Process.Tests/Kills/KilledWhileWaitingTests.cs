using Semel.Testing;

namespace Semel.Processes;

/// <summary>A resource takes its time to become ready, longer than the run that created it lives.</summary>
public sealed class KilledWhileWaitingTests
{
    public static TheoryData<string> Kinds => [.. Kind.Slow.Select(kind => kind.Name)];

    [Theory, Trait("Feature", "D2"), Trait("Feature", "D1")]
    [MemberData(nameof(Kinds))]
    public async Task KilledDuringPolling_TheNextRunPollsTheSame(string kind)
    {
        var time = new ManualTime();
        await using var stage = await Stage.StartAsync(Kind.Of(kind), new CloudOptions { TimeProvider = time, StartupTime = TimeSpan.FromMinutes(1) });
        using (var killed = Worker.Start(stage.Order("web-1")))
        {
            await PolledAsync(stage, 2);
            killed.Signal(Signals.Kill);
            Assert.True((await killed.EndAsync()).Killed);
        }

        var polled = Polls(stage);
        using var again = Worker.Start(stage.Order("web-1"));
        await PolledAsync(stage, polled.Count + 2);
        time.Advance(TimeSpan.FromMinutes(1));
        var report = (await again.EndAsync()).Reports[0];

        Assert.Single(stage.Cloud.Mutations);
        Assert.All(Polls(stage).Skip(polled.Count).Take(2), path => Assert.Equal(polled[0], path));
        await Oracle.IsConvergedAsync(stage, "web-1", report);
    }

    /// <summary>The paths of the reads after the create.</summary>
    private static List<string> Polls(Stage stage) =>
        [.. stage.Cloud.Requests.SkipWhile(request => !request.IsMutation).Skip(1).Select(request => request.Path)];

    private static Task PolledAsync(Stage stage, int times) => Eventually.IsAsync(() => Polls(stage).Count >= times, $"{times} reads after the create");
}
