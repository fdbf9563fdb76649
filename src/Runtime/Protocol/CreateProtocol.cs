namespace Semel.Protocol;

/// <summary>
/// The create protocol: one pure, total function from a state and an event to a decision (PROTOCOL.md). It reads no
/// clock, sends nothing and stores nothing; <see cref="CreateExecutor"/> does what it decides.
/// </summary>
internal static partial class CreateProtocol
{
    /// <summary>The first decision of every create.</summary>
    public static Decision Start() => Read(0, "every create begins with its record");

    /// <summary>The decision that follows when <paramref name="happened"/> in <paramref name="state"/>.</summary>
    public static Decision Next(CreatePolicy policy, CreateState state, CreateEvent happened, DateTimeOffset now) => (state, happened) switch
    {
        (CreateState.Reading reading, CreateEvent.RecordRead read) => WhenRead(policy, reading, read.Record, now),

        (CreateState.LookingFirst looking, CreateEvent.Looked looked) => WhenLookedFirst(policy, looking, looked.Sightings, now),
        (CreateState.LookingFirst, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "looking for it before the first POST"),

        (CreateState.Verifying verifying, CreateEvent.SeenPresent present) => WhenVerified(policy, verifying.Live, present.Body, now),
        (CreateState.Verifying verifying, CreateEvent.SeenAbsent) => WhenGone(policy, verifying.Live, now),
        (CreateState.Verifying, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "verifying the recorded resource"),

        (CreateState.ConfirmingAbsence confirming, CreateEvent.SeenAbsent) => WhenAbsent(policy, confirming.Live, now),
        (CreateState.ConfirmingAbsence confirming, CreateEvent.SeenPresent) => StopContradiction(policy, confirming.Live),
        (CreateState.ConfirmingAbsence, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "confirming by the list that the resource is gone"),

        (CreateState.ResumingDelete resuming, CreateEvent.Deleted) => Bury(resuming.Deleting, now),
        (CreateState.ResumingDelete, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "finishing a delete that an earlier run began"),
        (CreateState.Burying, CreateEvent.Written written) => WhenRead(policy, new CreateState.Reading(), written.Record, now),
        (CreateState.Burying, CreateEvent.WriteLost) => Read(1, "another runner wrote the record"),

        (CreateState.Intending intending, CreateEvent.Written { Record: IntentRecord intent }) => Send(intent, intending.Sent),
        (CreateState.Intending intending, CreateEvent.WriteLost) => Reread(policy, intending.Rereads),

        (CreateState.Sending sending, CreateEvent.Applied applied) => WhenApplied(policy, sending.Intent, applied, now),
        (CreateState.Sending sending, CreateEvent.NotApplied rejected) => WhenNotApplied(policy, sending, rejected, now),
        (CreateState.Sending sending, CreateEvent.Exists exists) => Settle(sending, AttemptState.Ambiguous, ExistsEvidence + (exists.Problem is null ? "" : $": {exists.Problem}"), null, now),
        (CreateState.Sending sending, CreateEvent.Ambiguous ambiguous) => Settle(sending, AttemptState.Ambiguous, ambiguous.Evidence, null, now),

        (CreateState.Settling { Then: { } failure }, CreateEvent.Written) => Stop(failure),
        (CreateState.Settling settling, CreateEvent.Written { Record: IntentRecord intent }) => Doubt(policy, intent, settling.Sent),
        (CreateState.Settling, CreateEvent.WriteLost) => Stop(new Failure.State(
            $"Another runner wrote the record of {policy.Key} while its create was under way; run again: the record says what to do.")),

        (CreateState.Doubting doubting, CreateEvent.Looked looked) => WhenLookedInDoubt(policy, doubting, looked.Sightings, now),
        (CreateState.Doubting, CreateEvent.NotKnown unknown) => StopUnknown(policy, unknown, "looking for what an earlier POST may have made"),
        (CreateState.Waiting waiting, CreateEvent.Waited) => Look(new CreateState.Doubting(waiting.Intent, waiting.Sent, EmptyLooks: 0), "the wait is over"),

        (CreateState.Recording recording, CreateEvent.Written { Record: LiveRecord live }) =>
            new(new CreateState.Ended(), new Effect.Return(live, recording.Body, recording.Outcome, recording.Verified), live.Provenance.Reason),
        (CreateState.Recording recording, CreateEvent.WriteLost) => Stop(new Failure.State(
            $"{policy.Key} is the resource '{recording.Live.Id}', but another runner wrote its record meanwhile; compare the record with that id before running again.")),

        _ => Stop(new Failure.Impossible($"{happened.GetType().Name} in {state.GetType().Name} of {policy.Key}: this is a defect of Semel, please report it.")),
    };

    private static Decision Read(int rereads, string reason) => new(new CreateState.Reading(rereads), new Effect.ReadRecord(), reason);

    private static Decision Reread(CreatePolicy policy, int rereads) => rereads < CreatePolicy.MaximumRereads
        ? Read(rereads + 1, "another runner wrote the record first")
        : Stop(new Failure.State($"The record of {policy.Key} was written by others {rereads} times in a row; run again when they are done."));

    private static Decision Look(CreateState state, string reason) => new(state, new Effect.Look(), reason);

    private static Decision Stop(Failure failure) => new(new CreateState.Ended(), new Effect.Fail(failure), failure.Message);

    /// <summary>Unknown is not absent (rule 6): nothing is created, nothing deleted, the record stays as it is.</summary>
    private static Decision StopUnknown(CreatePolicy policy, CreateEvent.NotKnown unknown, string doing) => Stop(new Failure.Unknown(
        $"Nothing was created for {policy.Key}: {doing} gave no answer that can be trusted ({unknown.Evidence.TrimEnd('.')}). Mend the cause and run again.",
        unknown.Status, unknown.Cause));

    private static Provenance Because(DateTimeOffset now, string reason) => new(now, "", "", reason);
}
