namespace Semel.Simulation;

/// <summary>A guard that is switched off: one row or one effect of the production code is replaced, and the simulation must find out.</summary>
/// <param name="Rule">The rule of PROTOCOL section 2, or the feature, that the guard serves.</param>
/// <param name="Guard">What is switched off.</param>
/// <param name="Sound">The setup with the guard, in which nothing worse than <paramref name="Allowed"/> happens.</param>
/// <param name="Broken">The same setup without it.</param>
/// <param name="Budget">How far both are explored.</param>
internal sealed record Control(string Rule, string Guard, Setup Sound, Setup Broken, Budget Budget)
{
    /// <summary>The worst that the sound setup does under these faults.</summary>
    public Verdict Allowed { get; init; } = Verdict.Detected;

    /// <summary>The invariant that breaks; null: any. Where a server breaks its promise, others are broken with the guard too.</summary>
    public Invariant? Breaks { get; init; }

    public override string ToString() => $"{Rule}: {Guard}";
}
