using System.Text.Json.Nodes;

namespace Semel.Protocol;

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

    /// <summary>DELETE the resource by its id; with it go the helper resources of its marker, those of the identity only where nothing else carries it. It is not sent later than it says.</summary>
    public sealed record Delete(string Id, string? Marker, bool KeepsIdentity, DateTimeOffset NotAfter) : Effect;

    /// <summary>Update the resource in what differs. It is not sent later than it says.</summary>
    public sealed record Update(LiveRecord Live, IReadOnlyList<Difference> Differences, DateTimeOffset NotAfter) : Effect;

    /// <summary>POST, once, with what the intent holds.</summary>
    public sealed record Post(IntentRecord Intent) : Effect;

    /// <summary>Ask how the operation stands.</summary>
    public sealed record PollOperation(string Operation) : Effect;

    /// <summary>Run a follow-up of the caller.</summary>
    public sealed record FollowUp(string Name, JsonObject Body) : Effect;

    /// <summary>Wait.</summary>
    public sealed record Wait(DateTimeOffset Until) : Effect;

    /// <summary>Return to the caller.</summary>
    public sealed record Return(LiveRecord Live, JsonObject Body, Outcome Outcome, bool Verified) : Effect
    {
        /// <summary>What of it is not as it is wanted, and stays so.</summary>
        public IReadOnlyList<Difference> Differences { get; init; } = [];
    }

    /// <summary>Throw to the caller.</summary>
    public sealed record Fail(Failure Failure) : Effect;
}
