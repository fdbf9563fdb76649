using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>What a reply means.</summary>
internal static partial class CreateProtocol
{
    /// <summary>Evidence of an attempt that was answered with "already exists".</summary>
    public const string ExistsEvidence = "409 already exists";

    private static Decision WhenVerified(CreatePolicy policy, LiveRecord live, JsonObject? body, DateTimeOffset now)
    {
        var attributes = body ?? live.Attributes;
        if (live.SeenBy == policy.Credential && JsonNode.DeepEquals(policy.Recorded(attributes), live.Attributes))
            return new(new CreateState.Ended(), new Effect.Return(live, attributes, Outcome.Reused, Verified: true), $"the resource '{live.Id}' is alive and as recorded");
        var refreshed = live with { Attributes = attributes, SeenBy = policy.Credential, Provenance = Because(now, "refreshed from the verifying read") };
        return Record(policy, refreshed, attributes, Outcome.Reused, verified: true);
    }

    /// <summary>404 on the recorded id. Absent needs more than that (rule 6): age, the same credentials and, where there is one, a complete list.</summary>
    private static Decision WhenGone(CreatePolicy policy, LiveRecord live, DateTimeOffset now)
    {
        if (now - live.CreatedAt < policy.ListLag)
            return StopAbsence(policy, live, $"it is younger than the list lag of {policy.ListLag}");
        if (live.SeenBy != policy.Credential)
            return StopAbsence(policy, live, $"it was last seen with the credentials '{live.SeenBy}', now they are '{policy.Credential}'");
        return policy.CanList
            ? new(new CreateState.ConfirmingAbsence(live), new Effect.ListFor(live.Id), "404 may mean forbidden: a complete list has to lack it too")
            : WhenAbsent(policy, live, now);
    }

    private static Decision WhenAbsent(CreatePolicy policy, LiveRecord live, DateTimeOffset now) => IntendReplacement(policy, live, now);

    private static Decision StopAbsence(CreatePolicy policy, LiveRecord live, string why) => Stop(new Failure.Unknown(
        $"Nothing was created for {policy.Key}: reading '{live.Id}' answered that it doesn't exist, but that can't be trusted, because {why}.", 404, null));

    private static Decision StopContradiction(CreatePolicy policy, LiveRecord live) => StopAbsence(policy, live, "the list still holds it");

    /// <summary>Record at once (rule 3): nothing is awaited between the reply and this write, and no cancellation stops it.</summary>
    private static Decision WhenApplied(CreatePolicy policy, IntentRecord intent, CreateEvent.Applied applied, DateTimeOffset now) =>
        Record(policy, new LiveRecord
        {
            Key = intent.Key,
            Version = intent.Version,
            Generation = intent.Generation,
            Superseded = intent.Superseded,
            Id = applied.Id,
            Attributes = applied.Body,
            Input = intent.Input,
            Fingerprint = intent.Fingerprint,
            Marker = intent.Marker,
            MarkerDropped = intent.Marker is not null && !applied.CarriesMarker,
            CreatedAt = now,
            SeenBy = policy.Credential,
            Provenance = Because(now, intent.Replaces ? "created, because the recorded one is gone" : "created, because there was none"),
        }, applied.Body, intent.Replaces ? Outcome.Replaced : Outcome.Created, verified: true);

    private static Decision Record(CreatePolicy policy, LiveRecord live, JsonObject body, Outcome outcome, bool verified)
    {
        var record = live with { Attributes = policy.Recorded(live.Attributes) };
        return new(new CreateState.Recording(record, body, outcome, verified), new Effect.Write(record, live.Version, Cancellable: false), live.Provenance.Reason);
    }

    /// <summary>A rejection settles its own attempt and says nothing about an earlier one (rule 2).</summary>
    private static Decision WhenNotApplied(CreatePolicy policy, CreateState.Sending sending, CreateEvent.NotApplied rejected, DateTimeOffset now)
    {
        var earlier = InDoubt(sending.Intent with { Attempts = [.. sending.Intent.Attempts.SkipLast(1)] })
            ? " An earlier POST of this create may still have been applied: its intent stands, and the next run looks for it first."
            : "";
        var message = $"{policy.Key} was not created: {rejected.Evidence}{(rejected.Problem is null ? "" : $": {rejected.Problem.TrimEnd('.')}")}.{earlier}";
        return Settle(sending, AttemptState.NotApplied, rejected.Evidence, new Failure.Rejected(message, rejected.Status, rejected.Problem, rejected.Cause), now);
    }

    /// <summary>Writes what the last attempt came to. A crash before this write leaves it pending, which is no less true.</summary>
    private static Decision Settle(CreateState.Sending sending, AttemptState attempt, string evidence, Failure? then, DateTimeOffset now)
    {
        var intent = sending.Intent;
        var settled = intent with
        {
            Attempts = [.. intent.Attempts.SkipLast(1), intent.Attempts[^1] with { State = attempt, Evidence = evidence }],
            Provenance = Because(now, attempt == AttemptState.NotApplied ? $"rejected: {evidence}" : $"in doubt: {evidence}"),
        };
        return new(new CreateState.Settling(settled, sending.Sent, then), new Effect.Write(settled, intent.Version, Cancellable: false), settled.Provenance.Reason);
    }
}
