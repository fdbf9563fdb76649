using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>What a create is waiting for. Each state expects the events of one effect and no others.</summary>
internal abstract record CreateState
{
    private CreateState()
    {
    }

    /// <summary>For the record. <paramref name="Rereads"/> counts lost compare-and-sets, <paramref name="Sent"/> the POSTs of this run. No POST before <paramref name="NotBefore"/>.</summary>
    public sealed record Reading(int Rereads = 0, int Sent = 0, DateTimeOffset NotBefore = default) : CreateState;

    /// <summary>For the look before the first POST of a key without a record.</summary>
    public sealed record LookingFirst(int Rereads) : CreateState;

    /// <summary>For the look that has to show no newer generation before the next one is created: the record may be an old backup.</summary>
    public sealed record LookingAgain(ResourceRecord Before, IntentRecord Intent, int Sent, int Rereads, string Reason) : CreateState;

    /// <summary>For the verifying GET of a recorded resource.</summary>
    public sealed record Verifying(LiveRecord Live) : CreateState;

    /// <summary>For the list that has to lack a resource whose GET said 404.</summary>
    public sealed record ConfirmingAbsence(LiveRecord Live) : CreateState;

    /// <summary>For the time before which a recorded resource must be neither deleted nor replaced.</summary>
    public sealed record WaitingToRecreate(LiveRecord Live, Recreate How) : CreateState;

    /// <summary>For the write of the intent to delete; <paramref name="Live"/> is what is to be replaced, null where an earlier run began it.</summary>
    public sealed record BeginningDelete(LiveRecord? Live) : CreateState;

    /// <summary>For the DELETE; <paramref name="Before"/> is the record as it was where this run began it.</summary>
    public sealed record FinishingDelete(DeletingRecord Deleting, LiveRecord? Before) : CreateState;

    /// <summary>For the time after which a 404 to the DELETE means that the resource is gone.</summary>
    public sealed record WaitingToDelete(DeletingRecord Deleting, LiveRecord? Before) : CreateState;

    /// <summary>For the read that has to show a resource whose DELETE was refused: an earlier DELETE may have been applied.</summary>
    public sealed record CheckingRefused(FinishingDelete Asked, LiveRecord Before, Failure Then) : CreateState;

    /// <summary>For the list that has to lack a resource whose DELETE said 404.</summary>
    public sealed record ConfirmingDelete(DeletingRecord Deleting, LiveRecord? Before) : CreateState;

    /// <summary>For the write of the tombstone after that.</summary>
    public sealed record Burying(TombstoneRecord Tombstone, bool Replaces) : CreateState;

    /// <summary>For the time after which a DELETE of the same address that got no reply can't arrive any more.</summary>
    public sealed record WaitingAfterDelete(TombstoneRecord Tombstone, bool Replaces) : CreateState;

    /// <summary>For the write of the record that a refused delete restores.</summary>
    public sealed record Restoring(Failure Then) : CreateState;

    /// <summary>For the write of the intent, whose last attempt is pending.</summary>
    public sealed record Intending(int Sent, int Rereads) : CreateState;

    /// <summary>For the reply of the POST.</summary>
    public sealed record Sending(IntentRecord Intent, int Sent) : CreateState;

    /// <summary>For the write of what an attempt came to, before the doubt is resolved or, with a failure, the run stops.</summary>
    public sealed record Settling(IntentRecord Intent, int Sent, Failure? Then, DateTimeOffset NotBefore = default) : CreateState;

    /// <summary>For a look that has to find what an ambiguous attempt made. No POST before <paramref name="NotBefore"/>.</summary>
    public sealed record Doubting(IntentRecord Intent, int Sent, int EmptyLooks, DateTimeOffset NotBefore = default) : CreateState;

    /// <summary>For the read that has to show what a list found: a list may show what is gone.</summary>
    public sealed record CheckingFound(LiveRecord Found, Outcome Outcome) : CreateState;

    /// <summary>For the time after which an applied POST must be visible.</summary>
    public sealed record Waiting(IntentRecord Intent, int Sent, DateTimeOffset NotBefore = default) : CreateState;

    /// <summary>For the time after which the same POST may be sent again.</summary>
    public sealed record Pausing(IntentRecord Intent, int Sent, string Reason) : CreateState;

    /// <summary>For the write of the operation that took the POST on.</summary>
    public sealed record Accepting(IntentRecord Intent, int Sent) : CreateState;

    /// <summary>For the operation, or for the time to ask again. <paramref name="Until"/> ends the patience of this run.</summary>
    public sealed record AwaitingOperation(IntentRecord Intent, int Sent, DateTimeOffset Until, int Failures = 0) : CreateState;

    /// <summary>For the write of the live record.</summary>
    public sealed record Recording(LiveRecord Live, JsonObject Body, Outcome Outcome, bool Verified) : CreateState
    {
        /// <summary>The server promised not to make two: look afterwards whether it did.</summary>
        public DuplicateCheck? Check { get; init; }

        /// <summary>Why the run stops after the write.</summary>
        public Failure? Then { get; init; }

        /// <summary>Somebody changed the resource meanwhile: it is read and compared anew.</summary>
        public bool IsStale { get; init; }

        /// <summary>Lost compare-and-sets of this write.</summary>
        public int Rereads { get; init; }
    }

    /// <summary>For the record that another runner wrote while this one had a resource to record.</summary>
    public sealed record Reconciling(Recording Mine) : CreateState;

    /// <summary>For the look that has to show one resource only.</summary>
    public sealed record CheckingDuplicates(LiveRecord Live, JsonObject Body, Outcome Outcome, bool Verified, DuplicateCheck Check) : CreateState;

    /// <summary>For a GET of a resource that isn't ready yet, or for the time to ask again. <paramref name="Until"/> ends the patience of this run.</summary>
    public sealed record Polling(LiveRecord Live, JsonObject Body, Outcome Outcome, bool Verified, DateTimeOffset Until, int Failures = 0) : CreateState;

    /// <summary>For a follow-up.</summary>
    public sealed record FollowingUp(LiveRecord Live, JsonObject Body, Outcome Outcome, bool Verified, string Name) : CreateState;

    /// <summary>For the time after which an earlier update that got no reply can't arrive any more.</summary>
    public sealed record WaitingToUpdate(LiveRecord Live, JsonObject Body, Outcome Outcome, bool Verified, IReadOnlyList<Difference> Differences) : CreateState;

    /// <summary>For the write that says that an update is begun.</summary>
    public sealed record BeginningUpdate(LiveRecord Before, JsonObject Body, Outcome Outcome, bool Verified, IReadOnlyList<Difference> Differences) : CreateState;

    /// <summary>For the reply to the update; <paramref name="Before"/> is an earlier one that was begun and is not known to be done.</summary>
    public sealed record Updating(LiveRecord Live, JsonObject Body, bool Verified, PendingUpdate? Before) : CreateState;

    /// <summary>For the DELETE of an earlier generation's resource that the live one replaces.</summary>
    public sealed record Retiring(LiveRecord Live, JsonObject Body, Outcome Outcome, bool Verified, string Id) : CreateState;

    /// <summary>For the list that has to lack a replaced resource whose DELETE said 404.</summary>
    public sealed record ConfirmingRetired(Retiring Asked) : CreateState;

    /// <summary>For nothing.</summary>
    public sealed record Ended : CreateState;
}

/// <summary>How a look tells a second resource of one create.</summary>
/// <param name="ByName">True where a complete look before the first POST found none of the name.</param>
internal sealed record DuplicateCheck(bool ByName);
