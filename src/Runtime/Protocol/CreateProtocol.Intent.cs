namespace Semel.Protocol;

/// <summary>Intent first (rule 1): what is about to be sent is durable before its first byte.</summary>
internal static partial class CreateProtocol
{
    private static Decision IntendFirst(CreatePolicy policy, int rereads, bool looked, DateTimeOffset now) =>
        Intend(policy, NewIntent(policy, generation: 1, now) with { LookedBefore = looked }, 0, rereads, now, looked ? "a look found nothing" : "there is no record");

    /// <summary>Where the name is the address, a DELETE that comes late would hit the new resource.</summary>
    private static Decision IntendAfter(CreatePolicy policy, TombstoneRecord tombstone, bool replaces, DateTimeOffset now) =>
        policy.NameIsId && tombstone.InFlightUntil > now
        ? Wait(new CreateState.WaitingAfterDelete(tombstone, replaces), tombstone.InFlightUntil.Value, "an earlier DELETE of this address may still arrive")
        : LookAgain(policy, tombstone, Following(policy, tombstone, now) with { Replaces = replaces }, 0, 0, now, "the earlier resource was deleted");

    private static Decision IntendBeside(CreatePolicy policy, MovedRecord moved, DateTimeOffset now) =>
        Intend(policy, Following(policy, moved, now), 0, 0, now, $"the earlier resource is {moved.To} now, and a new one is wanted");

    /// <summary>Absence opens a generation (rule 9): the old id and the new intent are written in one compare-and-set. So does a force.</summary>
    private static Decision IntendReplacement(CreatePolicy policy, LiveRecord old, bool retires, DateTimeOffset now, string reason) =>
        LookAgain(policy, old, Following(policy, old, now) with
        {
            Superseded = [.. old.Superseded, old.Id, .. old.Duplicates],
            Replaces = true,
            Retiring = retires ? [.. old.Retiring, old.Id] : old.Retiring,
        }, 0, 0, now, reason);

    /// <summary>Every earlier attempt is proved not to have been applied. A server that keeps what it answered must not be asked with the same key.</summary>
    private static Decision IntendAgain(CreatePolicy policy, IntentRecord intent, CreateState.Reading reading, DateTimeOffset now)
    {
        const string reason = "every earlier attempt is proved not to have been applied";
        var next = IsKeySpent(policy, intent)
            ? Following(policy, intent, now) with { Replaces = intent.Replaces, LookedBefore = intent.LookedBefore }
            : intent with { Input = policy.Input.Json, Fingerprint = policy.Input.Fingerprint, Secrets = policy.Input.Secrets, Operation = null };
        return LookAgain(policy, intent, next, reading.Sent, reading.Rereads, now, reason);
    }

    /// <summary>A record from an old backup would make what exists already (rule 11): a newer generation in a marker tells.</summary>
    private static Decision LookAgain(CreatePolicy policy, ResourceRecord before, IntentRecord intent, int sent, int rereads, DateTimeOffset now, string reason) =>
        policy is { Guarantee: Guarantee.Marker or Guarantee.Replay, HasMarker: true, CanLook: true, LookFirst: true }
        ? Look(new CreateState.LookingAgain(before, intent, sent, rereads, reason), "the record may be an old one: look for a newer generation")
        : Intend(policy, intent, sent, rereads, now, reason);

    /// <summary>
    /// The server answered this key with a rejection and may go on doing so. Where nothing was known before this key, an earlier run whose
    /// record is lost may have used it: then it stays, because a new one could make a second resource.
    /// </summary>
    private static bool IsKeySpent(CreatePolicy policy, IntentRecord intent) =>
        (policy.Guarantee == Guarantee.Replay || policy.KeyField is not null) && intent.Attempts.Any(attempt => attempt.Status is not null) && (intent.LookedBefore || intent.Generation > 1);

    private static IntentRecord Following(CreatePolicy policy, ResourceRecord earlier, DateTimeOffset now) => NewIntent(policy, earlier.Generation + 1, now) with
    {
        Version = earlier.Version,
        Superseded = earlier.Superseded,
        Retiring = earlier.Retiring,
        MarkerDropped = earlier.MarkerDropped,
    };

    private static IntentRecord NewIntent(CreatePolicy policy, int generation, DateTimeOffset now) => new()
    {
        Key = policy.Key,
        Generation = generation,
        IdempotencyKey = IdempotencyKey.Create(policy.Key, generation, policy.KeyField, policy.KeyFormula),
        Marker = policy.HasMarker ? Marker.For(policy.Key, generation).ToString() : null,
        Fingerprint = policy.Input.Fingerprint,
        Input = policy.Input.Json,
        Secrets = policy.Input.Secrets,
        Runner = policy.Runner,
        Attempts = [],
        Provenance = Because(now, ""),
    };

    /// <summary>Adds a pending attempt and writes the intent.</summary>
    private static Decision Intend(CreatePolicy policy, IntentRecord intent, int sent, int rereads, DateTimeOffset now, string reason)
    {
        var next = intent with
        {
            Runner = policy.Runner with { Since = now },
            SentBy = policy.Credential,
            Attempts = [.. intent.Attempts, new Attempt(intent.Attempts.Count + 1, now, AttemptState.Pending, Domain: policy.Alone ? policy.Runner.Domain : "")],
            Provenance = Because(now, $"about to create: {reason}"),
        };
        return new(new CreateState.Intending(sent, rereads), new Effect.Write(next, intent.Version, Cancellable: true), next.Provenance.Reason);
    }

    private static Decision Send(IntentRecord intent, int sent) =>
        new(new CreateState.Sending(intent, sent + 1), new Effect.Post(intent), $"the intent is durable; attempt {intent.Attempts.Count} of generation {intent.Generation}");
}
