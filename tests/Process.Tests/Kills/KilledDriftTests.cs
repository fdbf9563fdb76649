namespace Semel.Processes;

/// <summary>Processes that are killed while they replace or update what is wanted otherwise: around each call and each write.</summary>
public sealed class KilledDriftTests(ITestOutputHelper output)
{
    private const int Lanes = 4;

    [Theory, Trait("Feature", "F2")]
    [InlineData("replaced", "deleting-write deleting-written delete-sent delete-reply-headers tombstone-written intent-written create-sent create-reply-headers live-written")]
    [InlineData("renewed", "intent-write intent-written create-sent create-reply-headers live-written delete-sent delete-reply-headers")]
    [InlineData("updated", "live-write live-written create-sent create-reply-headers")]
    public async Task KilledAtEachPoint_AndRunAgain_LeavesOneAsWanted(string way, string among)
    {
        var points = among.Split(' ');
        await PassesAsync(way, points);
        var tally = await Tally.InLanesAsync(Kind.Of(way + "-after"), Lanes, (stage, lane) => VictimsAsync(stage, way, points.Index().Where(point => point.Index % Lanes == lane).Select(point => point.Item)));

        output.WriteLine($"{tally}");
        Assert.Equal(points.Length, tally.Kills);
    }

    /// <summary>A run that is let live passes them all.</summary>
    private static async Task PassesAsync(string way, IReadOnlyList<string> points)
    {
        await using var stage = await Stage.StartAsync(Kind.Of(way + "-after"));
        var order = stage.Order("whole");
        await Stage.RunHereAsync(order with { Kind = way + "-before" });
        var run = await Worker.RunAsync(order);
        Assert.Equal(way == "updated" ? nameof(Outcome.Updated) : nameof(Outcome.Replaced), run.Reports[0].Outcome);
        Assert.All(points, point => Assert.Contains(point, run.Lines));
    }

    private static async IAsyncEnumerable<Victim> VictimsAsync(Stage stage, string way, IEnumerable<string> points)
    {
        foreach (var point in points)
        {
            var order = stage.Order($"at-{point}");
            var before = await Stage.RunHereAsync(order with { Kind = way + "-before" });
            yield return new Victim(order, [new Death(point)], order, (_, _, report) => AsWantedAsync(stage, way, order.Instance, before, report));
        }
    }

    private static async Task AsWantedAsync(Stage stage, string way, string instance, Report before, Report report)
    {
        await Oracle.IsConvergedAsync(stage, instance, report);
        var isUpdate = way == "updated";
        Assert.Equal((isUpdate ? 1 : 2, isUpdate), (report.Generation, report.Id == before.Id));
        var live = Assert.Single(stage.Cloud.Live(stage.Kind.Collection), resource => (string?)resource["name"] == instance);
        Assert.StartsWith("after", (string?)live[isUpdate ? "description" : "image"], StringComparison.Ordinal); // a description carries the marker too
        var made = stage.Cloud.Applied.Count(applied => applied.Method == "POST" && applied.Name == instance);
        Assert.Equal(isUpdate ? 1 : 2, made);
    }
}
