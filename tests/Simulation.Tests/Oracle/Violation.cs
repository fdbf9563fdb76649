namespace Semel.Simulation;

/// <summary>The invariants of PROTOCOL section 5.</summary>
internal enum Invariant
{
    I1,
    I2,
    I3,
    I4,
    I5,
    I6,
}

/// <summary>An invariant that a history broke, and how.</summary>
internal sealed record Violation(Invariant Invariant, string What)
{
    public override string ToString() => $"{Invariant}: {What}";
}
