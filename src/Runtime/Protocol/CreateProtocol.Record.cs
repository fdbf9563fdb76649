namespace Semel.Protocol;

/// <summary>What a record means.</summary>
internal static partial class CreateProtocol
{
    private static Decision WhenRead(CreatePolicy policy, CreateState.Reading reading, ResourceRecord? record, DateTimeOffset now) => record switch
    {
        LiveRecord { Secrets: var secrets } when policy.HasOtherKey(secrets) => StopOtherKey(policy, secrets!),
        IntentRecord { Secrets: var secrets } when policy.HasOtherKey(secrets) => StopOtherKey(policy, secrets!),
        LiveRecord live => WhenLive(policy, policy.Readable(live), reading.Sent, now),
        IntentRecord intent => WhenIntentStands(policy, intent, reading, now),
        MovedRecord moved when policy.Recreate == Recreate.Never => StopMoved(policy, moved),
        DeletingRecord when !policy.Alone => StopBusy(policy, policy.Holder, "another runner is deleting it"),
        _ when !policy.Alone && !policy.Deduplicates => StopBusy(policy, policy.Holder, "another runner holds its key"),
        null when policy is { LookFirst: true, CanLook: true } =>
            Look(new CreateState.LookingFirst(reading.Rereads), "no record is doubt: look before the first POST"),
        null => IntendFirst(policy, reading.Rereads, looked: false, now),
        TombstoneRecord tombstone => IntendAfter(policy, tombstone, replaces: false, now),
        MovedRecord moved => IntendBeside(policy, moved, now),
        DeletingRecord deleting => ResumeDelete(deleting, now),
        _ => Stop(new Failure.Impossible($"A record of type {record.GetType().Name}.")),
    };

    private static Decision WhenLive(CreatePolicy policy, LiveRecord live, int sent, DateTimeOffset now)
    {
        if (policy.Recreate != Recreate.Never && sent == 0 && IsFinished(policy, live)) return RecreateWhenFree(policy, live, policy.Recreate, now);
        if (RefuseChange(policy, live) is { } refused) return refused;
        return policy.Verify && live.Readiness == Readiness.Ready && ShowsIt(policy, live, now)
            ? new(new CreateState.Verifying(live), new Effect.Get(live.Id), "the record is verified before it is trusted")
            : Continue(policy, live, live.Attributes, Outcome.Reused, verified: false, now, "the record names it");
    }

    /// <summary>A read shows what is; a list, where that is all there is, may for L still show what was before the record was written.</summary>
    private static bool ShowsIt(CreatePolicy policy, LiveRecord live, DateTimeOffset now) => policy.CanRead || now - live.Provenance.At >= policy.ListLag;

    /// <summary>Nothing of its own create is left to do: what an earlier run began to recreate is finished, not recreated again.</summary>
    private static bool IsFinished(CreatePolicy policy, LiveRecord live) =>
        live.Readiness != Readiness.Pending && live.Retiring.Count == 0 && policy.NextFollowUp(live) is null;

    /// <summary>Only settled attempts free an intent (rule 2). Other credentials may see, and name, other resources (rule 6).</summary>
    private static Decision WhenIntentStands(CreatePolicy policy, IntentRecord intent, CreateState.Reading reading, DateTimeOffset now)
    {
        if ((InDoubt(intent) || intent.Retiring.Count > 0) && intent.SentBy != policy.Credential) return StopOtherCredential(policy, intent);
        if (InDoubt(intent) && policy.NameIsId && intent.Operation is not null && !policy.SameName(intent.Input))
            return StopIndeterminate(policy, intent, [], "the name was changed while an operation creates the earlier one; run once with the earlier name");
        if (intent.Operation is not null && intent.Attempts[^1].State == AttemptState.Accepted) return AwaitOperation(policy, intent, reading.Sent, now);
        if (InDoubt(intent)) return Doubt(policy, intent, reading.Sent, reading.NotBefore, now);
        return policy.Alone || policy.Deduplicates
            ? IntendAgain(policy, intent, reading, now)
            : StopBusy(policy, policy.Holder ?? intent.Runner, "another runner holds its key");
    }

    private static bool InDoubt(IntentRecord intent) => intent.Attempts.Any(IsOpen);

    private static bool IsOpen(Attempt attempt) => attempt.State != AttemptState.NotApplied;

    /// <summary>The runner of the intent is dead or done, and so is who may still be sending an earlier POST of it, because the lock is ours in the domain where it was theirs (rule 10). Of who sent without the lock it proves nothing.</summary>
    private static bool IsProvedDead(CreatePolicy policy, IntentRecord intent) =>
        policy.Alone && intent.Runner.Domain == policy.Runner.Domain
        && intent.Attempts.Where(IsOpen).All(attempt => attempt.EndedAt is not null || (attempt.Domain ?? policy.Runner.Domain) == policy.Runner.Domain);

    /// <summary>A marker that the API is known to drop promises nothing.</summary>
    private static Guarantee Promised(CreatePolicy policy, ResourceRecord record) =>
        policy.Guarantee == Guarantee.Marker && record.MarkerDropped ? Guarantee.AtMostOnce : policy.Guarantee;
}
