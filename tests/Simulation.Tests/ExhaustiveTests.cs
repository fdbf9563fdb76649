using System.Text;

namespace Semel.Simulation;

/// <summary>Every pair of faults at every await, of every guarantee, with one runner and with two.</summary>
public sealed class ExhaustiveTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryPairOfFaults_IsExplored()
    {
        foreach (var tally in Exhaustive.Tallies) output.WriteLine($"{tally}");
        var histories = Exhaustive.Tallies.Sum(tally => tally.Histories);
        output.WriteLine($"{histories} histories, {Exhaustive.Tallies.Sum(tally => tally.States)} states");
        Assert.True(histories > 50_000);
    }

    /// <summary>A cell that says safe shows no violation and converges; detected: no violation and a stop that says why; outside: a violation.</summary>
    [Fact]
    public void EveryFaultAlone_IsAsTheVerdictTableSays()
    {
        Assert.SkipWhen(Exhaustive.Depth > 0, "the table is that of the default depth: deeper, a fault that is outside has more second faults to show it with");
        var observed = VerdictTable.Observed(Exhaustive.Tallies);
        foreach (var row in observed.Rows)
        {
            foreach (var guarantee in Guarantees.All.Where(guarantee => observed.Cell(row, guarantee) != VerdictTable.Committed.Cell(row, guarantee)))
                output.WriteLine($"{row}, {guarantee}: committed {VerdictTable.Committed.Cell(row, guarantee)}, observed {observed.Cell(row, guarantee)}: {Worst(row, guarantee)}");
        }

        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "verdicts.observed.tsv"), observed.ToText());
        Assert.Equal(VerdictTable.Committed.ToText(), observed.ToText());
    }

    [Fact]
    public void NothingButAnotherOrder_IsSafe() => Assert.All(Exhaustive.Tallies, tally => Assert.Equal((Verdict.Safe, tally.WorstOfOrder), (tally.WorstOfOrder!.Verdict, tally.WorstOfOrder)));

    [Fact]
    public void EveryRowThatIsOutside_SaysWhy() => Assert.DoesNotContain(VerdictTable.Committed.Rows, row =>
        VerdictTable.Committed.Why(row).Length == 0 && Guarantees.All.Any(guarantee => VerdictTable.Committed.Cell(row, guarantee).Contains("outside", StringComparison.Ordinal)));

    [Fact]
    public void WhatIsNotTabled_BreaksNothingEither() => Assert.Empty(
        Exhaustive.Tallies.Where(tally => !tally.Setup.IsTabled).SelectMany(tally => tally.Worst.Values).Where(history => history.Verdict == Verdict.Outside && IsUnexplained(history)).Select(history => $"{history}"));

    [Fact]
    public void PairWithinTheAssumptions_BreaksNothing_UnlessItIsExplained()
    {
        var unexplained = Exhaustive.Tallies.SelectMany(tally => tally.Violations.Values).Where(IsUnexplained).OrderBy(history => history.Deviations.Count).Select(history => $"{history}").Distinct().ToList();
        unexplained.ForEach(output.WriteLine);
        Assert.Empty(unexplained);
    }

    [Fact]
    public void ExplainedReason_ReallyBreaksSomething() => Assert.Empty(
        from reason in ExplainedPairs.All.GroupBy(pair => pair.Why)
        where Exhaustive.Depth > 0 || reason.All(pair => !pair.NeedsDepth)
        where !reason.Any(pair => Guarantees.All.Any(guarantee => Breaks(pair, guarantee)))
        select reason.Key);

    [Fact]
    public void EveryFault_StrikesAtEveryAwaitOfEveryGuarantee_OrItIsSaidWhyNot()
    {
        var coverage = new CoverageTable(Exhaustive.Tallies);
        foreach (var missing in coverage.Missing()) output.WriteLine(missing);
        Assert.Empty(coverage.Missing());
        Assert.Empty(coverage.WronglyExplained());
    }

    [Fact]
    public void Verdicts_AreAsDocumented()
    {
        Assert.SkipWhen(Exhaustive.Depth > 0, "the table is that of the default depth: deeper, more pairs show what they break");
        var text = new StringBuilder($"| fault | {string.Join(" | ", Guarantees.All)} | why |\n|---|{string.Concat(Guarantees.All.Select(_ => "---|"))}---|\n");
        foreach (var row in VerdictTable.Committed.Rows)
            text.Append($"| {row} | {string.Join(" | ", Guarantees.All.Select(guarantee => VerdictTable.Committed.Cell(row, guarantee)))} | {VerdictTable.Committed.Why(row)} |\n");
        foreach (var pair in ExplainedPairs.All.Where(pair => Guarantees.All.Any(guarantee => Breaks(pair, guarantee))))
            text.Append($"| {pair.A} and {pair.B} | {string.Join(" | ", Guarantees.All.Select(guarantee => Breaks(pair, guarantee) ? "outside" : ""))} | {pair.Why} |\n");
        GeneratedDocument.Check("verdicts", text.ToString());
    }

    [Fact]
    public void FaultPoints_AreAsDocumented() => GeneratedDocument.Check("fault points", FaultPoints.ToMarkdown());

    [Fact]
    public void EveryFault_IsAFaultPoint_AndEveryFaultPointIsReached()
    {
        Assert.Empty(FaultCatalogue.All.Select(fault => fault.Id).Except(FaultPoints.All.SelectMany(point => point.Faults)));
        var struck = Exhaustive.Tallies.SelectMany(tally => tally.Strikes.Keys).Select(strike => strike.Fault).ToHashSet();
        Assert.Empty(FaultPoints.All.SelectMany(point => point.Faults).Except(struck));
        var programs = Exhaustive.Tallies.Select(tally => tally.Setup.Program).ToHashSet();
        Assert.Empty(FaultPoints.All.SelectMany(point => point.Programs).Except(programs).Select(program => program.Name));
    }

    [Fact]
    public void WhatRandomHistoriesLeaveOut_IsAsDocumented() => GeneratedDocument.Check("random histories", LeftOut.ToMarkdown());

    [Fact]
    public void Coverage_IsAsDocumented() => GeneratedDocument.Check("coverage", new CoverageTable(Exhaustive.Tallies).ToMarkdown());

    private static bool Breaks(ExplainedPair pair, Guarantee guarantee) => Exhaustive.Tallies.Any(tally => tally.Setup.Guarantee == guarantee && tally.Violations.Values.Any(history => pair.Covers(history.Strikes, guarantee) && !HasOutside(history)));

    private static bool IsUnexplained(History history) =>
        !HasOutside(history) && !ExplainedPairs.All.Any(pair => pair.Covers(history.Strikes, history.Setup.Guarantee));

    private static bool HasOutside(History history)
    {
        // a process that a fault moves to the second machine has no common lock, and may come alone
        var isMoved = history.Strikes.Any(strike => strike.Fault == FaultId.OtherMachine);
        return history.Strikes.Any(strike => IsOutside(strike, history.Setup.Program.IsOnOneMachine) || (isMoved && IsOutside(strike, false)));

        // what is outside on one machine is no less so on two, though alone it may do no harm there
        bool IsOutside((FaultId Fault, Await At) strike, bool isOnOneMachine) => VerdictTable.Committed.IsOutside(VerdictRow.Of(strike), history.Setup.Guarantee, isOnOneMachine)
            || VerdictTable.Committed.IsOutside(VerdictRow.Of(strike), history.Setup.Guarantee, true);
    }

    private static History? Worst(VerdictRow row, Guarantee guarantee) => Exhaustive.Tallies.Where(tally => tally.Setup.Guarantee == guarantee)
        .SelectMany(tally => tally.Worst).Where(pair => pair.Key == (row.Fault, row.Part)).Select(pair => pair.Value).MaxBy(history => history.Verdict);
}
