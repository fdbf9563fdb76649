using System.Collections.Concurrent;
using System.Diagnostics;

namespace Semel.Processes;

/// <summary>Runs rounds side by side, and counts what they did.</summary>
internal sealed class Rounds(ITestOutputHelper output)
{
    /// <summary>More than there are cores: a round also waits, for a process to start and for a flight time to pass.</summary>
    private const int SideBySide = 6;

    private readonly ConcurrentDictionary<string, int> kills = new();
    private readonly ConcurrentDictionary<string, int> outcomes = new();

    /// <summary>Runs a round for each case; the first that fails says which one it was.</summary>
    public async Task RunAsync<T>(IReadOnlyList<T> cases, Func<T, Task> round) where T : notnull
    {
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (one, _) =>
        {
            try
            {
                await round(one);
            }
            catch (Exception error)
            {
                throw new InvalidOperationException($"Round {one}: {error.Message}", error);
            }
        });
        output.WriteLine($"{cases.Count} rounds, {kills.Values.Sum()} kills in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        output.WriteLine($"kills at: {Listed(kills)}");
        output.WriteLine($"outcomes: {Listed(outcomes)}");
    }

    public void Killed(Run run) => kills.AddOrUpdate(run.Points[^1], 1, (_, count) => count + 1);

    public void Ended(Report report) => outcomes.AddOrUpdate(report.Error ?? report.Outcome!, 1, (_, count) => count + 1);

    private static string Listed(ConcurrentDictionary<string, int> counts) =>
        string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));
}
