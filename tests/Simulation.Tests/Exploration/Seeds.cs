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
        faults = faults.Without(BrokenByMore(guarantee, program));
        if (program.RecordsMore || program.DeletesWhatIsMadeAgain) faults = faults.Without(FaultSets.StateIsLost);
        var setup = Vary(Guarantees.Setup(guarantee, program, faults), random);
        var chooser = new SeededChooser(random, random.Next(1, 7), 0.01 + (random.NextDouble() * 0.15), random.NextDouble() * 0.2);
        return HistoryRun.Of(setup, chooser, story);
    }

    /// <summary>Faults that keep the promise alone and with each other fault of a short program, and break it with one that only long ones meet.</summary>
    private static FaultId[] BrokenByMore(Guarantee guarantee, Program program) => guarantee switch
    {
        Guarantee.Replay => [FaultId.LagBeyond], // when the input is changed in doubt, only the list tells
        // a runner whose clock is ahead by more than U takes another's PUT to have landed: one that is late comes after a delete of the same address
        Guarantee.Natural when !program.IsOnOneMachine => [FaultId.ClockForward, FaultId.MarkerStripped, FaultId.Pause], // held up between the last check and the first byte, a PUT comes after a delete of the same address
        Guarantee.Natural => [FaultId.ClockForward, FaultId.MarkerStripped], // when the record is lost as well, nothing leads to it
        _ => [],
    };

    private static Setup Vary(Setup setup, Random random) => random.Next(8) switch
    {
        0 => Variants.Unverified(setup) with { Faults = setup.Faults.Without([.. FaultSets.BehindTheRecord, .. ExplainedPairs.Refusals]) },
        1 => Variants.Readying(setup.Guarantee == Guarantee.Natural ? setup with { Faults = setup.Faults.Without(FaultId.SoftDelete, FaultId.StaleRead) } : setup), // at its address the deleted one may be shown on, ready
        2 => Variants.Operating(setup),
        3 when setup.Guarantee == Guarantee.Natural => Variants.Overwriting(setup),
        3 when setup.Guarantee == Guarantee.Replay => Variants.WithoutList(setup),
        _ => setup,
    };
}
