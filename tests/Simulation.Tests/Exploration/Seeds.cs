namespace Semel.Simulation;

/// <summary>Random histories: up to sixteen runners, long programs, up to six faults. A seed is a history.</summary>
internal static class Seeds
{
    public static History Run(int seed, List<string>? story = null)
    {
        var random = new Random(seed);
        var guarantee = Guarantees.All[random.Next(Guarantees.All.Count)];
        var program = RandomProgram.New(random, guarantee);
        var faults = VerdictTable.Committed.WithinAssumptions(guarantee, program.IsOnOneMachine, random);
        if (program.RecordsMore) faults = faults.Without(FaultSets.StateIsLost);
        var setup = Vary(Guarantees.Setup(guarantee, program, faults), random);
        var chooser = new SeededChooser(random, random.Next(1, 7), 0.01 + (random.NextDouble() * 0.15), random.NextDouble() * 0.2);
        return HistoryRun.Of(setup, chooser, story);
    }

    private static Setup Vary(Setup setup, Random random) => random.Next(8) switch
    {
        0 => Variants.Unverified(setup) with { Faults = setup.Faults.Without([.. FaultSets.BehindTheRecord, .. ExplainedPairs.Refusals]) },
        1 => Variants.Readying(setup),
        2 => Variants.Operating(setup),
        3 when setup.Guarantee == Guarantee.Natural => Variants.Overwriting(setup),
        3 when setup.Guarantee == Guarantee.Replay => Variants.WithoutList(setup),
        _ => setup,
    };
}
