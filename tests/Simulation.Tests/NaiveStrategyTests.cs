using System.Text;

namespace Semel.Simulation;

/// <summary>The ways that people write by hand break under the same faults that Semel survives.</summary>
public sealed class NaiveStrategyTests(ITestOutputHelper output)
{
    private static readonly FaultId[] Ordinary = [FaultId.Crash, FaultId.LostReply, FaultId.LateArrival];

    [Fact]
    public void NaiveStrategies_CreateTwice()
    {
        var text = new StringBuilder("| strategy | server | shortest history | what breaks |\n|---|---|---|---|\n");
        foreach (var strategy in NaiveStrategies.All)
        {
            foreach (var program in new[] { Programs.Later, Programs.TwiceApart })
            {
                if (Shortest(strategy, program) is not { } broken) continue;
                output.WriteLine($"{strategy.Name}: {broken}");
                text.Append($"| {strategy.Name} | {(strategy is FreshKeyPerCall ? "de-duplicates for ever" : "lists by name")}; {program.Name} | {string.Join("; ", broken.Deviations)} | {broken.Judgement.Violations.First(violation => violation.Invariant == Invariant.I1)} |\n");
            }
        }

        Assert.All(NaiveStrategies.All, strategy => Assert.Contains($"| {strategy.Name} |", text.ToString(), StringComparison.Ordinal));
        GeneratedDocument.Check("naive strategies", text.ToString());
    }

    private static History? Shortest(NaiveStrategy strategy, Program program)
    {
        History? shortest = null;
        var setup = Guarantees.Setup(Guarantee.Marker, program, FaultPlan.Of(strategy is ExpiringLease ? [FaultId.Pause] : Ordinary)) with { Strategy = strategy, Server = new() { KeyWindow = strategy is FreshKeyPerCall ? TimeSpan.MaxValue : null } };
        var explorer = new Explorer(setup, new(2, 2), history => shortest ??= history.Judgement.Breaks(Invariant.I1) ? history : null);
        explorer.Run(() => shortest is not null);
        return shortest;
    }
}
