namespace Semel;

/// <summary>A step of a run.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">What it came to: the name of a <c>StepState</c>.</param>
/// <param name="Reason">Why.</param>
/// <param name="BegunAt">When it was begun; null where it wasn't.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Resources">What it made sure of.</param>
public sealed record RunStep(string Name, string State, string Reason, DateTimeOffset? BegunAt, TimeSpan Elapsed, IReadOnlyList<RunResource> Resources);
