namespace Semel.Processes;

/// <summary>A create that is killed at each of its points, and run again.</summary>
public sealed class KilledAtNamedPointTests(ITestOutputHelper output)
{
    private const int TimesEach = 5;

    public static TheoryData<string> Kinds => [.. Kind.All.Select(kind => kind.Name)];

    [Theory, Trait("Feature", "C2"), Trait("Feature", "D1")]
    [MemberData(nameof(Kinds))]
    public async Task KilledCreate_ThatIsRunAgain_MakesOne(string kind)
    {
        var rounds = new Rounds(output);
        await rounds.RunAsync([.. Point.OfCreate.SelectMany(_ => Enumerable.Range(1, TimesEach), (point, time) => (Point: point, Time: time))], async round =>
        {
            await using var stage = await Stage.StartAsync(Kind.Of(kind));
            var killed = await Worker.RunAsync(stage.Order with { At = round.Point });
            Assert.True(killed.Killed && killed.Points[^1] == round.Point, killed.ToString());
            rounds.Killed(killed);
            var expected = Expected(stage.Kind, await stage.RecordAsync(), round.Point);

            var clean = await Worker.RunAsync(stage.Order);

            rounds.Ended(clean.Report!);
            Assert.Equal(expected, clean.Report!.Error ?? clean.Report.Outcome);
            await Oracle.HoldsAsync(stage, clean.Report!);
        });
    }

    /// <summary>Where a POST may have been sent, what can be looked for is found; nothing is sent twice, and where it cannot be proved ours, the run says so.</summary>
    private static string Expected(Kind kind, ResourceRecord? record, string point) => record switch
    {
        null => nameof(Outcome.Created),
        LiveRecord => nameof(Outcome.Reused),
        _ when kind.Guarantee == Guarantee.AtMostOnce => nameof(IndeterminateException),
        _ => Point.MayBeApplied(point) ? nameof(Outcome.Adopted) : nameof(Outcome.Created),
    };
}
