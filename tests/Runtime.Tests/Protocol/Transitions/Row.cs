using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>One row of the transition table: what must follow when an event meets a state, and the sentence that says why.</summary>
/// <param name="Why">Why this is right. The row's name, so no two rows say the same.</param>
/// <param name="Policy">What doesn't change while a create runs.</param>
/// <param name="State">What the create was waiting for.</param>
/// <param name="Event">What happened, at <see cref="Given.Now"/>.</param>
/// <param name="Then">What must be decided.</param>
internal sealed record Row(string Why, CreatePolicy Policy, CreateState State, CreateEvent Event, Then Then)
{
    public Decision Decide() => CreateProtocol.Next(Policy, State, Event, Given.Now);
}
