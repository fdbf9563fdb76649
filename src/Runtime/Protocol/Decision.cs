namespace Semel.Protocol;

/// <summary>What to do next, and what is waited for then.</summary>
/// <param name="State">The state that waits for the effect's event.</param>
/// <param name="Effect">The one thing to do.</param>
/// <param name="Reason">Why, in a sentence for the log.</param>
internal sealed record Decision(CreateState State, Effect Effect, string Reason);
