using Semel.Protocol;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>What holds for every decision, whatever the row.</summary>
internal static class Laws
{
    public static IReadOnlyDictionary<string, Func<Step, bool>> All { get; } = new Dictionary<string, Func<Step, bool>>
    {
        ["every decision says why"] = it => !string.IsNullOrWhiteSpace(it.Decision.Reason),
        ["a POST only ever follows a durable intent, and is that intent's"] = it => it.Decision.Effect is not Effect.Post post
            || (it is { State: CreateState.Intending, Event: CreateEvent.Written { Record: IntentRecord intent } } && post.Intent == intent && it.Decision.State is CreateState.Sending),
        ["what is about to be sent is one new pending attempt, the last of its intent"] = it => it.Decision.State is not CreateState.Intending
            || (it.Written is IntentRecord intent && intent.Attempts[^1] is { State: AttemptState.Pending } last && last.SentAt == it.Now && intent.Attempts.Count(attempt => attempt.State == AttemptState.Pending) == 1),
        ["who is about to send is the writer of the intent, from now on"] = it => it.Decision.State is not CreateState.Intending || it.Written is IntentRecord intent && intent.Runner == it.Policy.Runner with { Since = it.Now },
        ["only a write that comes before the wire may be cancelled"] = it => it.Decision.Effect is not Effect.Write write || write.Cancellable == it.Decision.State is CreateState.Intending or CreateState.BeginningDelete or CreateState.BeginningUpdate,
        ["a write expects the version of the record that it goes by"] = it => it.Decision.Effect is not Effect.Write write || write.ExpectedVersion == (it.Basis?.Version ?? 0),
        ["a record is written for its key, with the time"] = it => it.Written is null || (it.Written.Key == it.Policy.Key && it.Written.Provenance.At == it.Now && it.Written.Provenance.Reason.Length > 0),
        ["generations never decrease, and open one at a time"] = it => it.Written is null || it.Basis is null || it.State is CreateState.CheckingFound { Found.Version: 0 } || it.Written.Generation - it.Basis.Generation is 0 or 1,
        ["what was superseded stays so"] = it => it.Written is null || it.Basis is null || it.State is CreateState.CheckingRefused || // whose record comes back as it was
            it.Basis.Superseded.All(it.Written.Superseded.Contains),
        ["a new generation keeps the id of the old one"] = it => it.Written is null || it.Basis is null || it.State is CreateState.CheckingFound || it.Written.Generation == it.Basis.Generation || it.Basis is not LiveRecord live || it.Written.Superseded.Contains(live.Id),
        ["what is still to be retired is not forgotten, but for what is retired now"] = it => it.Written is null || it.Basis is null || it.State is CreateState.Retiring or CreateState.ConfirmingRetired
            || it.Basis.Retiring.All(id => it.Written.Retiring.Contains(id) || it.Written is LiveRecord live && live.Id == id),
        ["what is live is not to be retired"] = it => it.Written is not LiveRecord live || it.Decision.State is not CreateState.Recording { Outcome: Outcome.Created or Outcome.Adopted } || !live.Retiring.Contains(live.Id),
        ["a marker that was dropped is not trusted again"] = it => it.Written is null || it.Basis is null || !it.Basis.MarkerDropped || it.Written.MarkerDropped,
        ["attempts of a generation are only added to, and a settled one stays settled"] = it => it.Written is not IntentRecord next || it.Basis is not IntentRecord earlier || next.Generation != earlier.Generation
            || (next.IdempotencyKey == earlier.IdempotencyKey && earlier.Attempts.Zip(next.Attempts).Count() == earlier.Attempts.Count && earlier.Attempts.Zip(next.Attempts).All(IsSameOrLater)),
        ["a reply settles the attempt that it answers, and no other, but for a key's one operation, and for what no look finds after its time when another input is sent"] = it => it is { Event: CreateEvent.OperationFailed, Policy.Guarantee: Guarantee.Replay }
            || (it is { Event: CreateEvent.Looked, State: CreateState.Doubting { EmptyLooks: > 0 } doubt, Written: IntentRecord sent } && sent.Fingerprint != doubt.Intent.Fingerprint) || it.Written is not IntentRecord next || it.Basis is not IntentRecord earlier || next.Generation != earlier.Generation
            || earlier.Attempts.SkipLast(1).Zip(next.Attempts).All(pair => (pair.First.State == AttemptState.NotApplied) == (pair.Second.State == AttemptState.NotApplied)),
        ["an id that is known to exist is in the next write, in the failure, or in hand"] = it => it.Unrecorded.All(id => IsKept(it.Decision, id) || it.Basis?.Superseded.Contains(id) == true),
        ["no secret is written"] = it => it.Written is not LiveRecord { Attributes: var attributes } || it.State is CreateState.FinishingDelete or CreateState.CheckingRefused || !it.Policy.Secrets.Any(attributes.ContainsKey),
        ["unknown is not absent: nothing is created, nothing deleted"] = it => it.Event is not CreateEvent.NotKnown || it.State is CreateState.CheckingDuplicates || it.Decision.Effect is Effect.Fail or Effect.Wait,
        ["no DELETE is sent later than a read may take"] = it => it.Decision.Effect is not Effect.Delete delete || delete.NotAfter == it.Now + it.Policy.ReadTimeout,
        ["a DELETE follows its durable intent, or is of what a live record says is replaced"] = it => it.Decision.Effect is not Effect.Delete delete || it.Basis switch
        {
            DeletingRecord deleting => deleting.Id == delete.Id,
            LiveRecord live => live.Retiring.Contains(delete.Id) && live.Readiness != Readiness.Pending | !it.Policy.CanRead,
            _ => false,
        },
        ["no DELETE is begun while a POST may arrive"] = it => it.Written is not DeletingRecord || it.Basis is DeletingRecord || it.State is CreateState.WaitingToRecreate || it.Basis is LiveRecord { InFlightUntil: var until } && !(until > it.Now),
        ["an update only ever follows a record that says of everything in it that it is begun"] = it => it.Decision.Effect is not Effect.Update update
            || (it is { State: CreateState.BeginningUpdate, Event: CreateEvent.Written { Record: LiveRecord { Update: { } begun } } } && update.Differences.All(difference => begun.Properties.Contains(difference.Property)) && begun.InFlightUntil > update.NotAfter),
        ["an update is begun with the lock only, and never while another one may arrive"] = it => it.Decision.State is not CreateState.BeginningUpdate { Before: var before }
            || it.State is CreateState.WaitingToUpdate || (it.Policy.Alone && (before.Update is not { } earlier || earlier.Fingerprint == it.Policy.Input.Fingerprint || earlier.InFlightUntil <= it.Now)),
        ["what was begun is done, refused, or still said to be begun"] = it => it.Written is not LiveRecord next || it.Basis is not LiveRecord { Update: { } begun } || it.Event is CreateEvent.Updated or CreateEvent.UpdateRefused
            || next.Id != ((LiveRecord)it.Basis).Id || next.Update is { } still && begun.Properties.All(still.Properties.Contains) || it.State is CreateState.CheckingFound,
        ["what differs is updated or replaced by wish only, and what the API can't update never by an update"] = it => it.Decision.State is not CreateState.BeginningUpdate beginning
            || (it.Policy.OnDrift is OnDrift.Update or OnDrift.Replace && beginning.Differences.All(difference => !difference.NeedsReplacement)) || it.State is CreateState.WaitingToUpdate,
        ["under Fail nothing is returned that differs, but for what this run made"] = it => it.Decision.Effect is not Effect.Return { Outcome: Outcome.Reused or Outcome.Adopted } same || it.Policy.OnDrift != OnDrift.Fail || same.Differences.Count == 0,
        ["fingerprints of another key are never compared"] = it => it is not { State: CreateState.Reading, Event: CreateEvent.RecordRead { Record: LiveRecord { Secrets: { KeyId: { Length: > 0 } id } } } }
            || it.Policy.Input.Secrets is not { } wanted || wanted.KeyId == id || it.Policy.LostFingerprintKey == id || it.Decision.Effect is Effect.Fail { Failure: Failure.FingerprintKey },
        ["no delete is begun, nothing followed up and nothing retired without the lock"] = it => it.Policy.Alone || it.State is CreateState.WaitingToRecreate
            || it is { Written: not DeletingRecord, Decision.Effect: not Effect.FollowUp, Decision.State: not CreateState.Retiring },
        ["what is returned is ready, as far as can be read, or kept as it is"] = it => it.Decision.Effect is not Effect.Return done
            || done.Live.Readiness == Readiness.Ready || !it.Policy.CanRead || it.Policy.OnFailed == OnFailed.Keep && done.Live.Readiness == Readiness.Failed,
        ["what ends the create waits for nothing, and nothing else does"] = it => it.Decision.Effect is Effect.Return or Effect.Fail == it.Decision.State is CreateState.Ended,
        ["the state that comes next waits for what the effect answers"] = it => it.Decision.Effect is Effect.Return or Effect.Fail || Answers(it.Decision.Effect).Any(answer => ImpossiblePairs.Expects(it.Decision.State, answer)),
    };

    private static bool IsSameOrLater((Attempt Earlier, Attempt Next) pair) => pair.Earlier.Number == pair.Next.Number && pair.Earlier.SentAt == pair.Next.SentAt
        && (pair.Earlier.State != AttemptState.NotApplied || pair.Next.State == AttemptState.NotApplied) && (pair.Earlier.Status is null || pair.Next.Status == pair.Earlier.Status || pair.Earlier.State == AttemptState.Accepted);

    private static bool IsKept(Decision decision, string id) => decision switch
    {
        { Effect: Effect.Write { Record: LiveRecord live } } => live.Id == id || live.Duplicates.Contains(id),
        { Effect: Effect.Write { Record: DeletingRecord deleting } } => deleting.Id == id,
        // what comes before what it is replaced by
        { Effect: Effect.Write { Record: IntentRecord replacing } } => replacing.Retiring.Contains(id),
        { Effect: Effect.Fail { Failure.Message: var message } } => message.Contains($"'{id}'", StringComparison.Ordinal),
        { Effect: Effect.Return { Live: var returned } } => returned.Id == id || returned.Superseded.Contains(id),
        { State: CreateState.Reconciling { Mine.Live.Id: var inHand } } => inHand == id,
        { State: CreateState.Polling { Live: var polled } } => polled.Id == id || polled.Superseded.Contains(id),
        { State: CreateState.FollowingUp { Live: var followed } } => followed.Id == id || followed.Superseded.Contains(id),
        { State: CreateState.Retiring { Live: var replacing } } => replacing.Id == id || replacing.Superseded.Contains(id),
        _ => false,
    };

    private static IEnumerable<CreateEvent> Answers(Effect effect) => effect switch
    {
        Effect.ReadRecord => [new CreateEvent.RecordRead(null)],
        Effect.Write { Record: var record } => [new CreateEvent.Written(record)],
        Effect.Look => [Given.Looked()],
        Effect.Get or Effect.ListFor => [new CreateEvent.SeenPresent(null)],
        Effect.Delete => [new CreateEvent.Deleted()],
        Effect.Post => [new CreateEvent.Ambiguous(null, "reset")],
        Effect.Update => [new CreateEvent.Updated()],
        Effect.PollOperation => [new CreateEvent.OperationRunning()],
        Effect.FollowUp => [new CreateEvent.FollowedUp()],
        Effect.Wait => [new CreateEvent.Waited()],
        _ => [],
    };
}
