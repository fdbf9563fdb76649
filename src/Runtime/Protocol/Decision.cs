using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>What to do next, and what is waited for then.</summary>
/// <param name="State">The state that waits for the effect's event.</param>
/// <param name="Effect">The one thing to do.</param>
/// <param name="Reason">Why, in a sentence for the log.</param>
internal sealed record Decision(CreateState State, Effect Effect, string Reason);

/// <summary>The things an executor can do.</summary>
internal abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Read the record.</summary>
    public sealed record ReadRecord : Effect;

    /// <summary>Write the record by compare-and-set; not cancelled by the caller where it says so.</summary>
    public sealed record Write(ResourceRecord Record, long ExpectedVersion, bool Cancellable) : Effect;

    /// <summary>Find this key's resource by its marker and by its name, every page.</summary>
    public sealed record Look : Effect;

    /// <summary>GET the resource by its id.</summary>
    public sealed record Get(string Id) : Effect;

    /// <summary>Read the whole list and say whether it holds the id.</summary>
    public sealed record ListFor(string Id) : Effect;

    /// <summary>DELETE the resource by its id.</summary>
    public sealed record Delete(string Id) : Effect;

    /// <summary>POST, once, with what the intent holds.</summary>
    public sealed record Post(IntentRecord Intent) : Effect;

    /// <summary>Wait.</summary>
    public sealed record Wait(DateTimeOffset Until) : Effect;

    /// <summary>Return to the caller.</summary>
    public sealed record Return(LiveRecord Live, JsonObject Body, Outcome Outcome, bool Verified) : Effect;

    /// <summary>Throw to the caller.</summary>
    public sealed record Fail(Failure Failure) : Effect;
}
