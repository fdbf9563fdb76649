namespace Semel.Simulation;

/// <summary>The invariants of PROTOCOL section 5, and I7: one run sends no more creates for one resource than it may, none sooner than the API asked, and no two in a row without a pause.</summary>
internal enum Invariant
{
    I1,
    I2,
    I3,
    I4,
    I5,
    I6,
    I7,
}

/// <summary>An invariant that a history broke, and how.</summary>
internal sealed record Violation(Invariant Invariant, string What)
{
    /// <summary>It never came to an end.</summary>
    public bool IsEndless { get; init; }

    public override string ToString() => $"{Invariant}: {What}";
}
