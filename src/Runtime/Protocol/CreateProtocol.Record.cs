namespace Semel.Protocol;

/// <summary>What a record means.</summary>
internal static partial class CreateProtocol
{
    private static Decision WhenRead(CreatePolicy policy, CreateState.Reading reading, ResourceRecord? record, DateTimeOffset now) => record switch
    {
        null when policy is { LookFirst: true, CanLook: true } =>
            Look(new CreateState.LookingFirst(reading.Rereads), "no record is doubt: look before the first POST"),
        null => IntendFirst(policy, reading.Rereads, looked: false, now),
        TombstoneRecord tombstone => IntendAfter(policy, tombstone, reading.Rereads, now),
        LiveRecord live when policy.Verify => new(new CreateState.Verifying(live), new Effect.Get(live.Id), "the record is verified before it is trusted"),
        LiveRecord live => Reuse(live),
        DeletingRecord deleting => new(new CreateState.ResumingDelete(deleting), new Effect.Delete(deleting.Id), "a delete was begun and must be finished first"),
        IntentRecord intent => WhenIntentStands(policy, intent, reading.Rereads, now),
        _ => Stop(new Failure.Impossible($"A record of type {record.GetType().Name}.")),
    };

    /// <summary>Only settled attempts free an intent (rule 2). A pending one belongs to a run that is dead: the key's lock is ours.</summary>
    private static Decision WhenIntentStands(CreatePolicy policy, IntentRecord intent, int rereads, DateTimeOffset now) =>
        InDoubt(intent)
            ? Doubt(policy, intent, sent: 0)
            : Intend(policy, intent with { Input = policy.Input.Json, Fingerprint = policy.Input.Fingerprint }, 0, rereads, now, "every earlier attempt is proved not to have been applied");

    private static bool InDoubt(IntentRecord intent) =>
        intent.Attempts.Any(attempt => attempt.State is AttemptState.Pending or AttemptState.Ambiguous or AttemptState.Applied);

    private static Decision Reuse(LiveRecord live) =>
        new(new CreateState.Ended(), new Effect.Return(live, live.Attributes, Outcome.Reused, Verified: false), "the record names it");

    private static Decision Bury(DeletingRecord deleting, DateTimeOffset now)
    {
        var tombstone = new TombstoneRecord
        {
            Key = deleting.Key,
            Generation = deleting.Generation,
            Superseded = [.. deleting.Superseded, deleting.Id],
            Id = deleting.Id,
            Attributes = deleting.Attributes,
            Provenance = Because(now, "a delete that an earlier run began is finished"),
        };
        return new(new CreateState.Burying(tombstone), new Effect.Write(tombstone, deleting.Version, Cancellable: false), tombstone.Provenance.Reason);
    }
}
