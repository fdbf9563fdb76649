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
        faults = faults.Without([.. LeftOut.All.Where(left => (left.Guarantee is null || left.Guarantee == guarantee) && left.IsMet(program)).SelectMany(left => left.Faults)]);
        var setup = Vary(Guarantees.Setup(guarantee, program, faults), random);
        var chooser = new SeededChooser(random, random.Next(1, 7), 0.01 + (random.NextDouble() * 0.15), random.NextDouble() * 0.2);
        return HistoryRun.Of(setup, chooser, story);
    }

    private static Setup Vary(Setup setup, Random random) => random.Next(11) switch
    {
        0 => Variants.Unverified(setup) with { Faults = setup.Faults.Without([.. FaultSets.BehindTheRecord, .. ExplainedPairs.Refusals]) },
        1 => Variants.Readying(setup.Guarantee == Guarantee.Natural ? setup with { Faults = setup.Faults.Without(FaultId.SoftDelete, FaultId.StaleRead) } : setup), // at its address the deleted one may be shown on, ready
        2 => Variants.Operating(setup),
        3 when setup.Guarantee == Guarantee.Natural => random.Next(3) switch { 0 => Variants.Overwriting(setup), 1 => Variants.Posting(setup), _ => Variants.PostingOnce(setup, random.Next(2) == 0 ? 409 : 422) },
        3 when setup.Guarantee == Guarantee.Replay => Variants.WithoutList(setup),
        4 or 5 => Variants.Updating(setup),
        6 => Variants.Replacing(setup),
        7 when setup.Guarantee is Guarantee.Replay or Guarantee.Marker or Guarantee.AtMostOnce => Variants.ReplacingAfter(setup) with { Faults = setup.Faults.Without(FaultSets.StateIsLost) },
        _ => setup,
    };
}
