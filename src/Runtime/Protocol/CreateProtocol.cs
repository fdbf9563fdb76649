namespace Semel.Protocol;

/// <summary>
/// The create protocol: one pure, total function from a state and an event to a decision (PROTOCOL.md). It reads no
/// clock, sends nothing and stores nothing; <see cref="CreateExecutor"/> does what it decides.
/// </summary>
internal static partial class CreateProtocol
{
    /// <summary>The first decision of every create.</summary>
    public static Decision Start() => Read(0, 0, "every create begins with its record");

    /// <summary>The decision that follows when <paramref name="happened"/> in <paramref name="state"/>.</summary>
    public static Decision Next(CreatePolicy policy, CreateState state, CreateEvent happened, DateTimeOffset now) => (state, happened) switch
    {
        (CreateState.Reading reading, CreateEvent.RecordRead read) => WhenRead(policy, reading, read.Record, now),

        (CreateState.LookingFirst looking, CreateEvent.Looked looked) => WhenLookedFirst(policy, looking, looked.Sightings, now),
        (CreateState.LookingAgain looking, CreateEvent.Looked looked) => WhenLookedAgain(policy, looking, looked.Sightings, now),
        (CreateState.LookingAgain, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "looking for a newer generation before it is created"),
        (CreateState.LookingFirst, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "looking for it before the first POST"),

        (CreateState.Verifying verifying, CreateEvent.SeenPresent present) => WhenVerified(policy, verifying.Live, present, now),
        (CreateState.Verifying verifying, CreateEvent.SeenAbsent) => WhenGone(policy, verifying.Live, happened.AskedAt ?? now, now),
        (CreateState.Verifying, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "verifying the recorded resource"),

        (CreateState.ConfirmingAbsence confirming, CreateEvent.SeenAbsent) => WhenAbsent(policy, confirming.Live, now),
        (CreateState.ConfirmingAbsence confirming, CreateEvent.SeenPresent) => StopContradiction(policy, confirming.Live),
        (CreateState.ConfirmingAbsence, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "confirming by the list that the resource is gone"),

        (CreateState.WaitingToRecreate waiting, CreateEvent.Waited) => WhenFreeToRecreate(policy, waiting.Live, waiting.How, now),
        (CreateState.BeginningDelete beginning, CreateEvent.Written { Record: DeletingRecord deleting }) => FinishDelete(policy, deleting, beginning.Live, now),
        (CreateState.BeginningDelete, CreateEvent.WriteLost) => Read(1, 0, "another runner wrote the record first"),
        (CreateState.FinishingDelete finishing, CreateEvent.Deleted deleted) => WhenDeleted(policy, finishing, deleted.Confirmed, happened.AskedAt ?? now, now),
        (CreateState.WaitingToDelete waiting, CreateEvent.Waited) => FinishDelete(policy, waiting.Deleting, waiting.Before, now),
        (CreateState.FinishingDelete finishing, CreateEvent.DeleteRefused refused) => WhenDeleteRefused(policy, finishing, refused, now),
        (CreateState.CheckingRefused checking, CreateEvent.SeenPresent) => Restore(checking, now),
        (CreateState.CheckingRefused checking, CreateEvent.SeenAbsent) => WhenDeleted(policy, checking.Asked, confirmed: false, happened.AskedAt ?? now, now),
        (CreateState.CheckingRefused checking, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, $"reading '{checking.Before.Id}', whose delete was refused and stands until that is known,"),
        (CreateState.FinishingDelete, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "finishing a delete that was begun"),
        (CreateState.ConfirmingDelete confirming, CreateEvent.SeenAbsent) => Bury(policy, confirming.Deleting, confirming.Before is not null, now),
        (CreateState.ConfirmingDelete confirming, CreateEvent.SeenPresent) => StopStillListed(policy, confirming.Deleting),
        (CreateState.ConfirmingDelete, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "confirming by the list that the resource is deleted"),
        (CreateState.Burying burying, CreateEvent.Written { Record: TombstoneRecord tombstone }) => IntendAfter(policy, tombstone, burying.Replaces, now),
        (CreateState.WaitingAfterDelete waiting, CreateEvent.Waited) => IntendAfter(policy, waiting.Tombstone, waiting.Replaces, now),
        (CreateState.Burying burying, CreateEvent.WriteLost) => Read(1, burying.Replaces ? 1 : 0, "another runner wrote the record"),
        (CreateState.Restoring restoring, CreateEvent.Written or CreateEvent.WriteLost) => Stop(restoring.Then),

        (CreateState.Intending intending, CreateEvent.Written { Record: IntentRecord intent }) => Send(intent, intending.Sent),
        (CreateState.Intending intending, CreateEvent.WriteLost) => Reread(policy, intending.Rereads, intending.Sent),

        (CreateState.Sending sending, CreateEvent.Applied applied) => WhenApplied(policy, sending.Intent, applied, now),
        (CreateState.Sending sending, CreateEvent.Accepted accepted) => WhenAccepted(sending, accepted, now),
        (CreateState.Sending sending, CreateEvent.NotApplied rejected) => WhenNotApplied(policy, sending, rejected, now),
        (CreateState.Sending sending, CreateEvent.Exists exists) => WhenExists(policy, sending, exists, now),
        (CreateState.Sending sending, CreateEvent.Ambiguous ambiguous) => WhenAmbiguous(policy, sending, ambiguous, now),

        (CreateState.Settling settling, CreateEvent.Written { Record: IntentRecord intent }) => WhenSettled(policy, settling, intent, now),
        (CreateState.Settling { Then: { } failure }, CreateEvent.WriteLost) => Stop(failure),
        (CreateState.Settling settling, CreateEvent.WriteLost) => Reread(policy, 1, settling.Sent, settling.NotBefore),

        (CreateState.Accepting accepting, CreateEvent.Written { Record: IntentRecord intent }) => AwaitOperation(policy, intent, accepting.Sent, now),
        (CreateState.Accepting accepting, CreateEvent.WriteLost) => Reread(policy, 1, accepting.Sent, now + ShortestPause),
        (CreateState.AwaitingOperation awaiting, CreateEvent.Waited) => new(awaiting, new Effect.PollOperation(awaiting.Intent.Operation!), "the operation is asked again"),
        (CreateState.AwaitingOperation awaiting, CreateEvent.OperationRunning running) => WhenOperationRuns(policy, awaiting, running.RetryAfter, now),
        (CreateState.AwaitingOperation awaiting, CreateEvent.OperationSucceeded done) => WhenOperationSucceeded(policy, awaiting.Intent, done.Id, now),
        (CreateState.AwaitingOperation awaiting, CreateEvent.OperationFailed failed) => WhenOperationFailed(policy, awaiting, failed.Evidence, now),
        (CreateState.AwaitingOperation awaiting, CreateEvent.SeenAbsent) => WhenOperationForgotten(awaiting, now),
        (CreateState.AwaitingOperation awaiting, CreateEvent.NotKnown unknown) => WhenOperationNotKnown(policy, awaiting, unknown, now),

        (CreateState.CheckingFound checking, CreateEvent.SeenPresent seen) => WhenFoundIsRead(policy, checking, seen),
        (CreateState.CheckingFound checking, CreateEvent.SeenAbsent) => StopListedOnly(policy, checking.Found),
        (CreateState.CheckingFound, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "reading what a look found"),

        (CreateState.Doubting doubting, CreateEvent.Looked looked) => WhenLookedInDoubt(policy, doubting, looked.Sightings, happened.AskedAt ?? now, now),
        (CreateState.Doubting, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "looking for what an earlier POST may have made"),
        (CreateState.Waiting waiting, CreateEvent.Waited) => Look(new CreateState.Doubting(waiting.Intent, waiting.Sent, EmptyLooks: 0, waiting.NotBefore), "the wait is over"),
        (CreateState.Pausing pausing, CreateEvent.Waited) when InDoubt(pausing.Intent) => Doubt(policy, pausing.Intent, pausing.Sent, default, now),
        (CreateState.Pausing pausing, CreateEvent.Waited) => SendAgain(policy, pausing.Intent, pausing.Sent, now, pausing.Reason),

        (CreateState.Recording recording, CreateEvent.Written { Record: LiveRecord live }) => WhenRecorded(policy, recording, live, now),
        (CreateState.Recording recording, CreateEvent.WriteLost) => WhenRecordLost(policy, recording),
        (CreateState.Reconciling reconciling, CreateEvent.RecordRead read) => WhenReconciled(policy, reconciling.Mine, read.Record, now),
        (CreateState.CheckingDuplicates checking, CreateEvent.Looked looked) => WhenCheckedForDuplicates(policy, checking, looked.Sightings, now),
        (CreateState.CheckingDuplicates checking, CreateEvent.NotKnown) => Continue(policy, checking.Live, checking.Body, checking.Outcome, checking.Verified, now, "a look for a second one gave no answer"),

        (CreateState.Polling polling, CreateEvent.Waited) => new(polling, new Effect.Get(polling.Live.Id), "it is read again"),
        (CreateState.Polling polling, CreateEvent.SeenPresent seen) => WhenPolled(policy, polling, seen, now),
        (CreateState.Polling polling, CreateEvent.SeenAbsent) => WhenPolledAbsent(policy, polling, happened.AskedAt ?? now, now),
        (CreateState.Polling polling, CreateEvent.NotKnown unknown) => WhenPollFailed(policy, polling, unknown, now),

        (CreateState.WaitingToUpdate waiting, CreateEvent.Waited) => BeginUpdate(policy, waiting.Live, waiting.Body, waiting.Outcome, waiting.Verified, waiting.Differences, now),
        (CreateState.BeginningUpdate beginning, CreateEvent.Written { Record: LiveRecord live }) => SendUpdate(policy, beginning, live, now),
        (CreateState.BeginningUpdate, CreateEvent.WriteLost) => Read(1, 0, "another runner wrote the record first"),
        (CreateState.Updating updating, CreateEvent.Updated) => WhenUpdated(policy, updating, now),
        (CreateState.Updating updating, CreateEvent.UpdateRefused refused) => WhenUpdateRefused(policy, updating, refused, now),
        (CreateState.Updating updating, CreateEvent.NotKnown unknown) => StopUpdate(policy, updating.Live, unknown),

        (CreateState.FollowingUp following, CreateEvent.FollowedUp) => WhenFollowedUp(policy, following, now),
        (CreateState.FollowingUp following, CreateEvent.FollowUpFailed failed) => StopFollowUp(policy, following, failed.Cause),
        (CreateState.Retiring retiring, CreateEvent.Deleted deleted) => WhenRetired(policy, retiring, deleted.Confirmed, now),
        (CreateState.ConfirmingRetired confirming, CreateEvent.SeenAbsent) => Retired(policy, confirming.Asked, now),
        (CreateState.ConfirmingRetired confirming, CreateEvent.SeenPresent) => StopRetiring(policy, confirming.Asked, 404, "status 404, but the list still holds it", null),
        (CreateState.ConfirmingRetired confirming, CreateEvent.NotKnown unknown) => StopRetiring(policy, confirming.Asked, unknown.Status, unknown.Evidence, unknown.Cause),
        (CreateState.Retiring retiring, CreateEvent.DeleteRefused refused) => StopRetiring(policy, retiring, refused.Status, refused.Evidence, refused.Cause),
        (CreateState.Retiring retiring, CreateEvent.NotKnown unknown) => StopRetiring(policy, retiring, unknown.Status, unknown.Evidence, unknown.Cause),

        _ => Stop(new Failure.Impossible($"{happened.GetType().Name} in {state.GetType().Name} of {policy.Key}: this is a defect of Semel, please report it.")),
    };

    private static Decision Read(int rereads, int sent, string reason, DateTimeOffset notBefore = default) => new(new CreateState.Reading(rereads, sent, notBefore), new Effect.ReadRecord(), reason);

    private static Decision Reread(CreatePolicy policy, int rereads, int sent, DateTimeOffset notBefore = default) => rereads < CreatePolicy.MaximumRereads
        ? Read(rereads + 1, sent, "another runner wrote the record first", notBefore)
        : Stop(new Failure.State($"The record of {policy.Key} was written by others {rereads} times in a row; run again when they are done."));

    private static Decision Look(CreateState state, string reason) => new(state, new Effect.Look(), reason);

    private static Decision Wait(CreateState state, DateTimeOffset until, string reason) => new(state, new Effect.Wait(until), reason);

    private static Decision Stop(Failure failure) => new(new CreateState.Ended(), new Effect.Fail(failure), failure.Message);

    private static Provenance Because(DateTimeOffset now, string reason) => new(now, "", "", reason);
}
