namespace Semel;

/// <summary>Who wrote a version of a record, when and why.</summary>
/// <param name="At">When, by the writer's clock.</param>
/// <param name="Run">The run: one per <see cref="SemelContext"/>.</param>
/// <param name="Writer">Machine and process: <c>host/pid</c>.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record Provenance(DateTimeOffset At, string Run, string Writer, string Reason);
