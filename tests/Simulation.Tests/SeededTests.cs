using System.Diagnostics;
using System.Globalization;

namespace Semel.Simulation;

/// <summary>Random histories within the assumptions: none may break an invariant.</summary>
/// <remarks>
/// <c>SEMEL_SIMULATION_SEEDS</c> says how many (default 100,000), <c>SEMEL_SIMULATION_FIRST</c> which is the first,
/// <c>SEMEL_SIMULATION_SEED</c> replays and tells a single one.
/// </remarks>
public sealed class SeededTests(ITestOutputHelper output)
{
    private const int Block = 500;

    [Fact]
    public void RandomHistories_BreakNothing()
    {
        var (first, count) = (Number("SEMEL_SIMULATION_FIRST", 1), Number("SEMEL_SIMULATION_SEEDS", 100_000));
        var watch = Stopwatch.StartNew();
        var blocks = Enumerable.Range(0, (count + Block - 1) / Block).ToList();
        var results = Workers.Run(blocks, block => Enumerable.Range(first + (block * Block), Math.Min(Block, count - (block * Block))).Select(seed => (Seed: seed, Verdict: Judge(seed))).ToList());
        var failed = results.SelectMany(block => block).Where(result => result.Verdict == Verdict.Outside).Select(result => result.Seed).ToList();
        var detected = results.Sum(block => block.Count(result => result.Verdict == Verdict.Detected));
        output.WriteLine($"{count} histories from seed {first} in {watch.Elapsed}: {count - detected - failed.Count} converged, {detected} stopped and said why, {failed.Count} broke an invariant");
        foreach (var seed in failed.Take(5)) Tell(seed);
        foreach (var seed in failed.Skip(5).Take(50)) output.WriteLine($"seed {seed}, shortest history: {Shortest(seed)}");
        Assert.Empty(failed);
    }

    [Fact]
    public void Seed_IsReplayed()
    {
        var seed = Number("SEMEL_SIMULATION_SEED", 7);
        var (first, second) = (new List<string>(), new List<string>());
        var history = Seeds.Run(seed, first);
        Seeds.Run(seed, second);
        Assert.Equal(first, second);
        Assert.Equal(history.Judgement.ToString(), HistoryRun.Replay(history.Setup, history.Deviations).Judgement.ToString());
        output.WriteLine($"{history.Setup.Program}");
        output.WriteLine($"{history}");
        first.ForEach(output.WriteLine);
    }

    private static Verdict Judge(int seed) => Seeds.Run(seed).Verdict;

    private static History Shortest(int seed) => Shrinker.Shrink(Seeds.Run(seed));

    private void Tell(int seed)
    {
        var shortest = Shortest(seed);
        output.WriteLine($"seed {seed}, shortest history: {shortest.Setup.Program}: {shortest}");
        var story = new List<string>();
        HistoryRun.Replay(shortest.Setup, shortest.Deviations, story);
        story.ForEach(line => output.WriteLine($"    {line}"));
    }

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
