namespace Semel.Protocol;

/// <summary>Waiting until a resource is ready, or an operation has made it. The record says what is waited for, so that the next run goes on.</summary>
internal static partial class CreateProtocol
{
    private static Decision WhenPolled(CreatePolicy policy, CreateState.Polling polling, CreateEvent.SeenPresent seen, DateTimeOffset now)
    {
        var body = seen.Body ?? polling.Body;
        if (seen.Readiness == Readiness.Pending) return PollAgain(policy, polling with { Body = body, Failures = 0 }, now, "it is not ready yet");
        if (seen.Readiness == Readiness.Failed) return WhenFailed(policy, polling with { Body = body }, now);
        var ready = polling.Live with { Readiness = Readiness.Ready, MarkerDropped = polling.Live.MarkerDropped || (polling.Live.Marker is not null && seen.Ownership == Ownership.Unproven), Attributes = body, SeenBy = SeenBy(policy, polling.Live), Provenance = Because(now, "it is ready") };
        return Record(policy, ready, body, polling.Outcome, verified: true);
    }

    private static Decision WhenFailed(CreatePolicy policy, CreateState.Polling polling, DateTimeOffset now)
    {
        if (polling.Live.Readiness != Readiness.Failed)
        {
            var failed = polling.Live with { Readiness = Readiness.Failed, Attributes = polling.Body, SeenBy = SeenBy(policy, polling.Live), Provenance = Because(now, "it ended in an error state") };
            return Record(policy, failed, polling.Body, polling.Outcome, verified: true);
        }

        return policy.OnFailed switch
        {
            OnFailed.Keep => Finish(policy, polling.Live, polling.Body, polling.Outcome, verified: true, now, "it ended in an error state, and such are kept"),
            OnFailed.Replace when polling.Outcome != Outcome.Replaced && policy.CanDelete => BeginDelete(policy, polling.Live, now, "it ended in an error state, and such are replaced"),
            OnFailed.Replace or OnFailed.Fail => StopFailed(policy, polling.Live),
        };
    }

    /// <summary>Not readable yet, or not there: a de-duplicating server may have answered with a resource that was deleted long ago (rule 8).</summary>
    private static Decision WhenPolledAbsent(CreatePolicy policy, CreateState.Polling polling, DateTimeOffset asked, DateTimeOffset now) =>
        asked - polling.Live.CreatedAt < policy.ListLag
            ? PollAgain(policy, polling, now, "it can't be read yet")
            : polling.Outcome == Outcome.Reused || (polling.Outcome == Outcome.Created && policy.Guarantee == Guarantee.Replay)
            ? WhenGone(policy, polling.Live, asked, now)
            : StopAbsence(policy, polling.Live, "it was created or found by this run, and another one may be as unreadable");

    private static Decision WhenPollFailed(CreatePolicy policy, CreateState.Polling polling, CreateEvent.NotKnown unknown, DateTimeOffset now) =>
        polling.Failures + 1 < CreatePolicy.MaximumPollFailures
            ? PollAgain(policy, polling with { Failures = polling.Failures + 1 }, now, $"a read gave no answer ({unknown.Evidence})")
            : Stop(new Failure.Unknown($"{policy.Key} is the resource '{polling.Live.Id}' and recorded, but whether it is ready is not known: {CreatePolicy.MaximumPollFailures} reads gave no answer ({unknown.Evidence.TrimEnd('.')}).", unknown.Status, unknown.Cause, "Run again to go on waiting."));

    private static Decision PollAgain(CreatePolicy policy, CreateState.Polling polling, DateTimeOffset now, string reason) => now < polling.Until
        ? Wait(polling, Earlier(now + policy.PollInterval, polling.Until), reason)
        : Stop(new Failure.NotReady($"{policy.Key} is the resource '{polling.Live.Id}' and recorded, but it was not ready within {policy.ReadyTimeout}. Run again to go on waiting.", polling.Live.Id, Readiness.Pending));

    private static Decision WhenAccepted(CreateState.Sending sending, CreateEvent.Accepted accepted, DateTimeOffset now)
    {
        var intent = sending.Intent with
        {
            Operation = accepted.Operation,
            Attempts = [.. sending.Intent.Attempts.SkipLast(1), sending.Intent.Attempts[^1] with { State = AttemptState.Accepted, Evidence = "accepted with an operation", Status = 202, EndedAt = now }],
            Provenance = Because(now, "accepted: an operation creates it"),
        };
        return new(new CreateState.Accepting(intent, sending.Sent), new Effect.Write(intent, intent.Version, Cancellable: false), intent.Provenance.Reason);
    }

    private static Decision AwaitOperation(CreatePolicy policy, IntentRecord intent, int sent, DateTimeOffset now) =>
        new(new CreateState.AwaitingOperation(intent, sent, now + policy.ReadyTimeout), new Effect.PollOperation(intent.Operation!), "an operation creates it");

    private static Decision WhenOperationRuns(CreatePolicy policy, CreateState.AwaitingOperation awaiting, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var pause = retryAfter > policy.PollInterval ? retryAfter.Value : policy.PollInterval;
        return now < awaiting.Until
            ? Wait(awaiting with { Failures = 0 }, Earlier(now + pause, awaiting.Until), "the operation is under way")
            : Stop(new Failure.NotReady($"The operation that creates {policy.Key} did not end within {policy.ReadyTimeout}. It is recorded: run again to go on waiting.", null, Readiness.Pending));
    }

    private static Decision WhenOperationSucceeded(CreatePolicy policy, IntentRecord intent, string id, DateTimeOffset now)
    {
        var applied = new CreateEvent.Applied(id, [], CarriesMarker: null);
        return WhenApplied(policy with { ReadsAfterCreate = policy.CanRead }, intent, applied, now);
    }

    /// <summary>One idempotency key names one operation, whichever of its POSTs began it.</summary>
    private static Decision WhenOperationFailed(CreatePolicy policy, CreateState.AwaitingOperation awaiting, string evidence, DateTimeOffset now) => Settle(
        awaiting.Intent with
        {
            Operation = null,
            Attempts = policy.Guarantee == Guarantee.Replay
                ? [.. awaiting.Intent.Attempts.Select(attempt => attempt with { State = AttemptState.NotApplied, Evidence = $"its operation failed: {evidence}" })]
                : awaiting.Intent.Attempts,
        }, awaiting.Sent, AttemptState.NotApplied, $"its operation failed: {evidence}", 202,
        new Failure.Rejected($"{policy.Key} was not created: the API took it on, and its operation failed ({evidence.TrimEnd('.')}). Mend the cause and run again.", 202, evidence, null), now);

    /// <summary>Nothing says any more what the POST came to.</summary>
    private static Decision WhenOperationForgotten(CreateState.AwaitingOperation awaiting, DateTimeOffset now) =>
        Settle(awaiting.Intent with { Operation = null }, awaiting.Sent, AttemptState.Ambiguous, "accepted, but its operation is not known any more", 202, null, now);

    private static Decision WhenOperationNotKnown(CreatePolicy policy, CreateState.AwaitingOperation awaiting, CreateEvent.NotKnown unknown, DateTimeOffset now) =>
        awaiting.Failures + 1 < CreatePolicy.MaximumPollFailures
            ? Wait(awaiting with { Failures = awaiting.Failures + 1 }, now + policy.PollInterval, $"asking for the operation gave no answer ({unknown.Evidence})")
            : Stop(new Failure.Unknown($"Whether {policy.Key} was created is not known yet: {CreatePolicy.MaximumPollFailures} reads of its operation gave no answer ({unknown.Evidence.TrimEnd('.')}).", unknown.Status, unknown.Cause, "The operation is recorded: run again to go on."));

    private static DateTimeOffset Earlier(DateTimeOffset first, DateTimeOffset second) => first < second ? first : second;
}
