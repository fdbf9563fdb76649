using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>What a create is waiting for. Each state expects the events of one effect and no others.</summary>
internal abstract record CreateState
{
    private CreateState()
    {
    }

    /// <summary>For the record. <paramref name="Rereads"/> counts lost compare-and-sets.</summary>
    public sealed record Reading(int Rereads = 0) : CreateState;

    /// <summary>For the look before the first POST of a key without a record.</summary>
    public sealed record LookingFirst(int Rereads) : CreateState;

    /// <summary>For the verifying GET of a recorded resource.</summary>
    public sealed record Verifying(LiveRecord Live) : CreateState;

    /// <summary>For the list that has to lack a resource whose GET said 404.</summary>
    public sealed record ConfirmingAbsence(LiveRecord Live) : CreateState;

    /// <summary>For the DELETE that an earlier run began.</summary>
    public sealed record ResumingDelete(DeletingRecord Deleting) : CreateState;

    /// <summary>For the write of the tombstone after that.</summary>
    public sealed record Burying(TombstoneRecord Tombstone) : CreateState;

    /// <summary>For the write of the intent, whose last attempt is pending.</summary>
    public sealed record Intending(int Sent, int Rereads) : CreateState;

    /// <summary>For the reply of the POST.</summary>
    public sealed record Sending(IntentRecord Intent, int Sent) : CreateState;

    /// <summary>For the write of what an attempt came to, before the doubt is resolved or, with a failure, the run stops.</summary>
    public sealed record Settling(IntentRecord Intent, int Sent, Failure? Then) : CreateState;

    /// <summary>For a look that has to find what an ambiguous attempt made.</summary>
    public sealed record Doubting(IntentRecord Intent, int Sent, int EmptyLooks) : CreateState;

    /// <summary>For the time after which an applied POST must be visible.</summary>
    public sealed record Waiting(IntentRecord Intent, int Sent) : CreateState;

    /// <summary>For the write of the live record.</summary>
    public sealed record Recording(LiveRecord Live, JsonObject Body, Outcome Outcome, bool Verified) : CreateState;

    /// <summary>For nothing.</summary>
    public sealed record Ended : CreateState;
}
