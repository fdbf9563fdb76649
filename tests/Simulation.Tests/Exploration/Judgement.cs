namespace Semel.Simulation;

/// <summary>What a history came to.</summary>
internal enum Verdict
{
    /// <summary>No invariant was broken and the program converged without a person.</summary>
    Safe,

    /// <summary>No invariant was broken, and Semel stopped and said why, or warned that less can be promised.</summary>
    Detected,

    /// <summary>An invariant was broken.</summary>
    Outside,
}

/// <summary>The oracle's word on a history.</summary>
internal sealed record Judgement(IReadOnlyList<Violation> Violations, bool IsConverged, bool IsDetected)
{
    public Verdict Verdict => Violations.Count > 0 ? Verdict.Outside : IsConverged && !IsDetected ? Verdict.Safe : Verdict.Detected;

    public bool Breaks(Invariant invariant) => Violations.Any(violation => violation.Invariant == invariant);

    public override string ToString() => Violations.Count > 0 ? string.Join("; ", Violations) : Verdict.ToString();
}

/// <summary>A history that has run: what was chosen, what struck, and what came of it.</summary>
internal sealed record History(Setup Setup, IReadOnlyList<Deviation> Deviations, IReadOnlyList<(FaultId Fault, Await At)> Strikes, Judgement Judgement)
{
    public Verdict Verdict => Judgement.Verdict;

    public override string ToString() => $"{Setup.Name}: {(Deviations.Count == 0 ? "no fault" : string.Join("; ", Deviations))} → {Judgement}";
}
