using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>What a reply to the POST means.</summary>
internal static partial class CreateProtocol
{
    /// <summary>Evidence of an attempt that was answered with "already exists".</summary>
    public const string ExistsEvidence = "already exists";

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);

    /// <summary>Record at once (rule 3): nothing is awaited between the reply and this write, and no cancellation stops it.</summary>
    private static Decision WhenApplied(CreatePolicy policy, IntentRecord intent, CreateEvent.Applied applied, DateTimeOffset now)
    {
        var isRepeat = intent.Attempts.SkipLast(1).Any(IsOpen);
        var live = new LiveRecord
        {
            Key = intent.Key,
            Version = intent.Version,
            Generation = intent.Generation,
            Superseded = intent.Superseded,
            Id = applied.Id,
            Attributes = applied.Body,
            Input = intent.Input,
            Fingerprint = intent.Fingerprint,
            Secrets = intent.Secrets,
            Marker = intent.Marker,
            MarkerDropped = intent.MarkerDropped || (intent.Marker is not null && applied.CarriesMarker == false),
            CreatedAt = now,
            SeenBy = policy.Credential,
            Readiness = policy.ReadsAfterCreate || (policy.CanRead && (policy.Guarantee == Guarantee.Replay || applied.CarriesMarker is null)) ? Readiness.Pending : Readiness.Ready, // a replay may name what was deleted long ago (rule 8)
            PendingFollowUps = policy.FollowUps,
            Retiring = [.. intent.Retiring.Where(id => id != applied.Id)],
            InFlightUntil = InFlightUntil(policy, intent.Attempts.SkipLast(1), now),
            Provenance = Because(now, $"created, because {(intent.Replaces ? "the recorded one is gone or replaced" : "there was none")}{(applied.Replayed ? "; the API marked its reply as a replay" : "")}"),
        };
        var recording = Record(policy, live, applied.Body, intent.Replaces ? Outcome.Replaced : Outcome.Created, verified: true);
        return policy is { Guarantee: Guarantee.Replay, CanLook: true } && isRepeat
            ? recording with { State = (CreateState.Recording)recording.State with { Check = new DuplicateCheck(ByName: intent.LookedBefore) } }
            : recording;
    }

    /// <summary>A rejection settles its own attempt and says nothing about an earlier one (rule 2).</summary>
    private static Decision WhenNotApplied(CreatePolicy policy, CreateState.Sending sending, CreateEvent.NotApplied rejected, DateTimeOffset now)
    {
        var isInDoubt = sending.Intent.Attempts.SkipLast(1).Any(IsOpen);
        if (isInDoubt && policy.Guarantee == Guarantee.Replay && rejected.Status is 400 or 409 or 412 or 422)
            return Settle(sending, AttemptState.Ambiguous, $"{rejected.Evidence}, which may mean that the key was used before", rejected.Status, null, now);
        if (isInDoubt && policy.CanLook && IsPosted(policy) && rejected.Status is 400 or 422)
            return Settle(sending, AttemptState.Ambiguous, $"{rejected.Evidence}{(rejected.Problem is null ? "" : $": {rejected.Problem.TrimEnd('.')}")}, which may mean that an earlier POST made it", rejected.Status, null, now, now + PauseBefore(policy, sending));
        if (rejected.RetryAfter is { } wait && sending.Sent < CreatePolicy.MaximumSends && wait <= CreatePolicy.LongestPause)
            return Settle(sending, AttemptState.NotApplied, rejected.Evidence, rejected.Status, null, now, now + wait);
        var earlier = isInDoubt ? " An earlier POST of this create may still have been applied: its intent stands, and the next run finds out first." : "";
        if (policy.Guarantee == Guarantee.Replay && sending.Intent is { Generation: 1, LookedBefore: false } && rejected.Status is 400 or 409 or 412 or 422)
            earlier += " If the API goes on refusing its key for a mended input, and nothing was made, call ResolveAsync with null: the next run then takes a new key.";
        var message = $"{policy.Key} was not created: {rejected.Evidence}{(rejected.Problem is null ? "" : $": {rejected.Problem.TrimEnd('.')}")}.{earlier}";
        return Settle(sending, AttemptState.NotApplied, rejected.Evidence, rejected.Status, new Failure.Rejected(message, rejected.Status, rejected.Problem, rejected.Cause), now);
    }

    /// <summary>Something is there: a look tells whose it is.</summary>
    private static Decision WhenExists(CreatePolicy policy, CreateState.Sending sending, CreateEvent.Exists exists, DateTimeOffset now)
    {
        var evidence = $"{ExistsEvidence} (status {exists.Status}){(exists.Problem is null ? "" : $": {exists.Problem}")}";
        return Settle(sending, AttemptState.Ambiguous, evidence, exists.Status, null, now, now + PauseBefore(policy, sending));
    }

    private static Decision WhenAmbiguous(CreatePolicy policy, CreateState.Sending sending, CreateEvent.Ambiguous ambiguous, DateTimeOffset now)
    {
        var pause = PauseBefore(policy, sending);
        return Settle(sending, AttemptState.Ambiguous, ambiguous.Evidence, ambiguous.Status, null, now, now + (ambiguous.RetryAfter > pause ? ambiguous.RetryAfter.Value : pause));
    }

    /// <summary>Before a repeat that no look precedes: 1, 4, 16 seconds.</summary>
    private static TimeSpan PauseBefore(CreatePolicy policy, CreateState.Sending sending) =>
        policy.Guarantee is Guarantee.Natural or Guarantee.Replay ? ShortestPause * Math.Pow(4, sending.Sent - 1) : TimeSpan.Zero;

    /// <summary>Writes what the last attempt came to. A crash before this write leaves it pending, which is no less true.</summary>
    private static Decision Settle(CreateState.Sending sending, AttemptState attempt, string evidence, int? status, Failure? then, DateTimeOffset now, DateTimeOffset notBefore = default) =>
        Settle(sending.Intent, sending.Sent, attempt, evidence, status, then, now, notBefore);

    private static Decision Settle(IntentRecord intent, int sent, AttemptState attempt, string evidence, int? status, Failure? then, DateTimeOffset now, DateTimeOffset notBefore = default)
    {
        var settled = intent with
        {
            Attempts = [.. intent.Attempts.SkipLast(1), intent.Attempts[^1] with { State = attempt, Evidence = evidence, Status = status, EndedAt = now }],
            Provenance = Because(now, attempt == AttemptState.NotApplied ? $"rejected: {evidence}" : $"in doubt: {evidence}"),
        };
        return new(new CreateState.Settling(settled, sent, then, notBefore), new Effect.Write(settled, intent.Version, Cancellable: false), settled.Provenance.Reason);
    }

    private static Decision WhenSettled(CreatePolicy policy, CreateState.Settling settling, IntentRecord intent, DateTimeOffset now)
    {
        if (settling.Then is { } failure) return Stop(failure);
        return InDoubt(intent)
            ? Doubt(policy, intent, settling.Sent, settling.NotBefore, now)
            : RepeatWhenDue(policy, intent, settling.Sent, settling.NotBefore, now, "the API says that it did not look at the POST and takes it again");
    }
}
