namespace Semel.Simulation;

/// <summary>Two faults that each keep a promise alone, and together, or with what else a long history brings, are outside what is assumed. The table shows those that break something by themselves.</summary>
internal sealed record ExplainedPair(VerdictRow A, VerdictRow B, IReadOnlyList<Guarantee> Guarantees, string Why)
{
    /// <summary>Only <c>SEMEL_SIMULATION_DEPTH</c> and random histories meet it.</summary>
    public bool NeedsDepth { get; init; }

    /// <summary>Any part of the protocol, where a row says Any.</summary>
    public bool Covers(IReadOnlyList<(FaultId Fault, Await At)> strikes, Guarantee guarantee) =>
        Guarantees.Contains(guarantee)
        && Enumerable.Range(0, strikes.Count).Any(first => Matches(A, strikes[first])
            && Enumerable.Range(0, strikes.Count).Any(second => second != first && Matches(B, strikes[second])));

    private static bool Matches(VerdictRow row, (FaultId Fault, Await At) strike) =>
        row.Fault == strike.Fault && (row.Part == Part.Any || row.Part == Parts.Of(strike.Fault, strike.At));
}
