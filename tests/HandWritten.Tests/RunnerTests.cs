namespace Semel.HandWritten.Tests;

/// <summary>Several runners of one key, in each way in and for each guarantee.</summary>
[Trait("Feature", "H1")]
public sealed class RunnerTests(ITestOutputHelper output)
{
    private const int Crowds = 20;

    [Fact]
    public void EveryOrderOfTwoRunners_IsSafe()
    {
        foreach (var tally in Worlds.Explore(new(0, 2), FaultPlan.None, Programs.Twice, Programs.TwiceApart))
        {
            output.WriteLine($"{tally.Setup.Strategy.Name}: {tally}");
            Assert.True(tally.Histories > 10);
            Assert.Equal(tally.Histories, tally.Verdicts[(int)Verdict.Safe]);
        }
    }

    /// <summary>Random orders, and up to three of the faults under which the guarantee's promise holds.</summary>
    [Fact]
    public void SixteenRunners_MakeOne()
    {
        var seeds = Way.All.SelectMany(way => Guarantees.All.SelectMany(guarantee => Enumerable.Range(1, Crowds).Select(seed => (way, guarantee, seed)))).ToList();
        var histories = Workers.Run(seeds, job =>
        {
            var random = new Random(job.seed);
            var faults = VerdictTable.Committed.WithinAssumptions(job.guarantee, isOnOneMachine: true, random);
            return HistoryRun.Of(Worlds.Of(job.way, job.guarantee, Worlds.Sixteen, faults), new SeededChooser(random, random.Next(4), 0.01, 0.2));
        });
        output.WriteLine($"{histories.Length} crowds, {histories.Sum(history => history.Strikes.Count)} faults, {histories.Count(history => history.Verdict == Verdict.Detected)} stopped and said why");
        Assert.Empty(histories.Where(history => history.Verdict == Verdict.Outside).Select(history => $"{history.Setup.Strategy.Name}: {history}"));
        Assert.Contains(histories, history => history.Strikes.Count > 0);
        Assert.Contains(histories, history => history.Deviations.Any(deviation => deviation.Key.IsSchedule));
    }
}
