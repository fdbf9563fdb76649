namespace Semel.Processes;

/// <summary>Creates that are killed, and run again: 500 rounds of them.</summary>
public sealed class KilledCreateTests(ITestOutputHelper output)
{
    private const int TimesEach = 5;
    private const int RandomRounds = 25;

    /// <summary>More than there are cores: a lane also waits, for a process to start and for a flight time to pass.</summary>
    private const int Lanes = 5;

    public static TheoryData<string> Kinds => [.. Kind.All.Select(kind => kind.Name)];

    [Fact]
    public void Rounds_AreAtLeast500() => Assert.InRange(Kind.All.Sum(kind => (kind.Points.Count * TimesEach) + RandomRounds), 500, 1000);

    [Theory, Trait("Feature", "C2"), Trait("Feature", "D1"), Trait("Feature", "H4")]
    [MemberData(nameof(Kinds))]
    public async Task KilledAtEachPoint_AndRunAgain_MakesOne(string kind)
    {
        // each lane meets every point once
        var tally = await Tally.InLanesAsync(Kind.Of(kind), TimesEach, (stage, _) =>
            stage.Kind.Points.Select(point => Victim.OfCreate(stage, $"at-{point}", [new Death(point)])).ToAsyncEnumerable());

        output.WriteLine($"{tally}");
        Assert.Equal(Kind.Of(kind).Points.Count * TimesEach, tally.Kills);
    }

    [Theory, Trait("Feature", "C2"), Trait("Feature", "D1")]
    [MemberData(nameof(Kinds))]
    public async Task KilledAtRandomMoments_AndRunAgain_MakesOne(string kind)
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var tally = await Tally.InLanesAsync(Kind.Of(kind), Lanes, (stage, lane) =>
        {
            var random = new Random(seed + lane);
            return Enumerable.Range(1, RandomRounds / Lanes).Select(round => Victim.OfCreate(stage, $"round-{round}", Deaths(random))).ToAsyncEnumerable();
        });

        output.WriteLine($"{tally}");
        Assert.InRange(tally.Kills, RandomRounds / 2, RandomRounds * 2);
    }

    /// <summary>Some are killed a second time while they find out what became of the first.</summary>
    private static IReadOnlyList<Death> Deaths(Random random) =>
        [.. Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1).Select(_ => Death.AtRandom(random))];
}
