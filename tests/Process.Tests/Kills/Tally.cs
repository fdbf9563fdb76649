using System.Collections.Concurrent;

namespace Semel.Processes;

/// <summary>Counts kills and what came of them.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> kills = new();
    private readonly ConcurrentDictionary<string, int> outcomes = new();

    public int Kills => kills.Values.Sum();

    /// <summary>Lanes side by side, each on a stage of its own.</summary>
    public static async Task<Tally> InLanesAsync(Kind kind, int lanes, Func<Stage, int, IAsyncEnumerable<Victim>> victims)
    {
        var tally = new Tally();
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(async number =>
        {
            await using var stage = await Stage.StartAsync(kind);
            await new Lane(stage.Repository, tally).RunAsync(victims(stage, number));
        }));
        return tally;
    }

    public void Killed(string point) => kills.AddOrUpdate(point, 1, (_, count) => count + 1);

    public void Ended(Report report) => outcomes.AddOrUpdate(report.Error ?? report.Outcome!, 1, (_, count) => count + 1);

    public override string ToString() => $"{Kills} kills ({Listed(kills)}); {outcomes.Values.Sum()} ends ({Listed(outcomes)})";

    private static string Listed(ConcurrentDictionary<string, int> counts) =>
        string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));
}
