namespace Semel.Simulation;

/// <summary>Which fault struck at which await, of which guarantee; and why some never can.</summary>
internal sealed class CoverageTable(IReadOnlyList<Tally> tallies)
{
    /// <summary>The letter of a guarantee in the table.</summary>
    public static char Letter(Guarantee guarantee) => guarantee.ToString()[0];

    public bool Struck(Guarantee guarantee, FaultId fault, Await at) => tallies.Any(tally => tally.Setup.Guarantee == guarantee && tally.Strikes.ContainsKey((fault, at)));

    /// <summary>Cells that a fault's places promise, that no history reached, and that nothing explains.</summary>
    public IEnumerable<string> Missing() =>
        from fault in FaultCatalogue.All
        from guarantee in Guarantees.All
        where fault.Means(guarantee)
        from at in fault.Places
        where !Struck(guarantee, fault.Id, at) && Unreachable.Why(guarantee, fault.Id, at) is null
        select $"{fault.Name} at {at} of {guarantee}";

    /// <summary>Explanations that are wrong: the cell was reached.</summary>
    public IEnumerable<string> WronglyExplained() =>
        from fault in FaultCatalogue.All
        from guarantee in Guarantees.All
        from at in fault.Places
        where Struck(guarantee, fault.Id, at) && Unreachable.Why(guarantee, fault.Id, at) is not null
        select $"{fault.Name} at {at} of {guarantee} is reached, though: {Unreachable.Why(guarantee, fault.Id, at)}";

    public string ToMarkdown()
    {
        var awaits = Await.All.Where(at => Guarantees.All.Any(guarantee => FaultCatalogue.All.Any(fault => Struck(guarantee, fault.Id, at)))).ToList();
        return string.Join('\n',
        [
            $"| fault | {string.Join(" | ", awaits)} |",
            $"|---|{string.Concat(awaits.Select(_ => "---|"))}",
            .. FaultCatalogue.All.Select(fault => $"| {fault.Name} | {string.Join(" | ", awaits.Select(at => Cell(fault, at)))} |"),
        ]);
    }

    private string Cell(Fault fault, Await at) => fault.Places.Contains(at)
        ? string.Concat(Guarantees.All.Select(guarantee => Struck(guarantee, fault.Id, at) ? $"{Letter(guarantee)}" : ""))
        : "";
}
