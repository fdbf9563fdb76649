namespace Semel.Protocol;

/// <summary>Intent first (rule 1): what is about to be sent is durable before its first byte.</summary>
internal static partial class CreateProtocol
{
    private static Decision IntendFirst(CreatePolicy policy, int rereads, bool looked, DateTimeOffset now) =>
        Intend(policy, NewIntent(policy, generation: 1, now) with { LookedBefore = looked }, 0, rereads, now, looked ? "a look found nothing" : "there is no record");

    private static Decision IntendAfter(CreatePolicy policy, TombstoneRecord tombstone, int rereads, DateTimeOffset now) =>
        Intend(policy, NewIntent(policy, tombstone.Generation + 1, now) with { Version = tombstone.Version, Superseded = tombstone.Superseded },
            0, rereads, now, "the earlier resource was deleted");

    /// <summary>Absence opens a generation (rule 9): the old id and the new intent are written in one compare-and-set.</summary>
    private static Decision IntendReplacement(CreatePolicy policy, LiveRecord gone, DateTimeOffset now) =>
        Intend(policy, NewIntent(policy, gone.Generation + 1, now) with { Version = gone.Version, Superseded = [.. gone.Superseded, gone.Id], Replaces = true },
            0, 0, now, $"the recorded resource '{gone.Id}' is confirmed to be gone");

    private static IntentRecord NewIntent(CreatePolicy policy, int generation, DateTimeOffset now) => new()
    {
        Key = policy.Key,
        Generation = generation,
        IdempotencyKey = IdempotencyKey.Create(policy.Key.Scope, policy.Key.Model, policy.Key.Instance, generation),
        Marker = policy.HasMarker ? Marker.For(policy.Key, generation).ToString() : null,
        Fingerprint = policy.Input.Fingerprint,
        Input = policy.Input.Json,
        Attempts = [],
        Provenance = Because(now, ""),
    };

    /// <summary>Adds a pending attempt and writes the intent.</summary>
    private static Decision Intend(CreatePolicy policy, IntentRecord intent, int sent, int rereads, DateTimeOffset now, string reason)
    {
        var next = intent with
        {
            Attempts = [.. intent.Attempts, new Attempt(intent.Attempts.Count + 1, now, AttemptState.Pending)],
            Provenance = Because(now, $"about to create: {reason}"),
        };
        return new(new CreateState.Intending(sent, rereads), new Effect.Write(next, intent.Version, Cancellable: true), next.Provenance.Reason);
    }

    private static Decision Send(IntentRecord intent, int sent) =>
        new(new CreateState.Sending(intent, sent + 1), new Effect.Post(intent), $"the intent is durable; attempt {intent.Attempts.Count} of generation {intent.Generation}");
}
