namespace Semel.Protocol;

/// <summary>What a record means.</summary>
internal static partial class CreateProtocol
{
    private static Decision WhenRead(CreatePolicy policy, CreateState.Reading reading, ResourceRecord? record, DateTimeOffset now) => record switch
    {
        LiveRecord live => WhenLive(policy, live, reading.Sent, now),
        IntentRecord intent => WhenIntentStands(policy, intent, reading, now),
        MovedRecord moved when policy.Recreate == Recreate.Never => StopMoved(policy, moved),
        _ when !policy.Alone && !policy.Deduplicates => StopBusy(policy, policy.Holder, "another runner holds its key"),
        null when policy is { LookFirst: true, CanLook: true } =>
            Look(new CreateState.LookingFirst(reading.Rereads), "no record is doubt: look before the first POST"),
        null => IntendFirst(policy, reading.Rereads, looked: false, now),
        TombstoneRecord tombstone => IntendAfter(policy, tombstone, replaces: false, now),
        MovedRecord moved => IntendBeside(policy, moved, now),
        DeletingRecord deleting => FinishDelete(deleting, before: null, "a delete was begun and must be finished first"),
        _ => Stop(new Failure.Impossible($"A record of type {record.GetType().Name}.")),
    };

    private static Decision WhenLive(CreatePolicy policy, LiveRecord live, int sent, DateTimeOffset now)
    {
        if (policy.Recreate != Recreate.Never && sent == 0) return RecreateWhenFree(policy, live, now);
        return policy.Verify && live.Readiness == Readiness.Ready
            ? new(new CreateState.Verifying(live), new Effect.Get(live.Id), "the record is verified before it is trusted")
            : Continue(policy, live, live.Attributes, Outcome.Reused, verified: false, now, "the record names it");
    }

    /// <summary>Only settled attempts free an intent (rule 2).</summary>
    private static Decision WhenIntentStands(CreatePolicy policy, IntentRecord intent, CreateState.Reading reading, DateTimeOffset now)
    {
        if (intent.Operation is not null && intent.Attempts[^1].State == AttemptState.Accepted) return AwaitOperation(policy, intent, reading.Sent, now);
        if (InDoubt(intent)) return Doubt(policy, intent, reading.Sent, default, now);
        return policy.Alone || policy.Deduplicates
            ? IntendAgain(policy, intent, reading, now)
            : StopBusy(policy, policy.Holder ?? intent.Runner, "another runner holds its key");
    }

    private static bool InDoubt(IntentRecord intent) => intent.Attempts.Any(IsOpen);

    private static bool IsOpen(Attempt attempt) => attempt.State != AttemptState.NotApplied;

    /// <summary>
    /// Nobody else may still be sending a POST that the API would not recognise as ours: the API itself refuses a second one, or
    /// the runner of the intent is proved to be dead or done, because its lock is ours in the domain where it was its (rule 10).
    /// </summary>
    private static bool MayPost(CreatePolicy policy, IntentRecord intent) => policy.Deduplicates || IsProvedDead(policy, intent);

    private static bool IsProvedDead(CreatePolicy policy, IntentRecord intent) => policy.Alone && intent.Runner.Domain == policy.Runner.Domain;

    /// <summary>A marker that the API is known to drop promises nothing.</summary>
    private static Guarantee Promised(CreatePolicy policy, ResourceRecord record) =>
        policy.Guarantee == Guarantee.Marker && record.MarkerDropped ? Guarantee.AtMostOnce : policy.Guarantee;
}
