using Semel.Protocol;

namespace Semel.Simulation;

internal static partial class Controls
{
    /// <summary>Other runners, other credentials, other keys.</summary>
    private static Control[] OfOthers() =>
    [
        Sabotaged("Rule 3", "a write that failed after it was made is read back", Given(Guarantee.AtMostOnce, Programs.Once, FaultId.WriteFailsLate) with { Faults = At(FaultId.WriteFailsLate, new(Verb.Record, Phase.WriteIntent)) }, Sabotage.ForgetsOwnWrites, allowed: Verdict.Safe),
        Mutated("Rule 3", "what another runner's write left no room for is recorded beside it", Variants.With(Given(Guarantee.Replay, Programs.TwiceApart, FaultId.IgnoresKey), "no list, no marker", Shape.NoList | Shape.NoMarker), Lost<LiveRecord>(), switches: 2) with { Breaks = Invariant.I4 },
        Mutated("Rule 3", "what is applied is recorded over another runner's intent to repeat it", Variants.WithoutList(Given(Guarantee.Replay, Programs.TwiceLongApart)) with { Faults = At(FaultId.Crash, new(Verb.Post, Phase.Connect)) }, Lost<IntentRecord>(), switches: 2, allowed: Verdict.Safe),
        Mutated("Rule 3", "what was made after a delete is recorded over its tombstone", Given(Guarantee.UniqueName, Programs.DeletedElsewhere) with { Faults = At(FaultId.Pause, new(Verb.Post, Phase.LastByte)) }, Lost<TombstoneRecord>()) with { Breaks = Invariant.I4 },
        Mutated("G2", "an intent with another key's fingerprints is not gone on with", Variants.Updating(Given(Guarantee.Marker, Programs.Later)) with { Faults = OtherKeyLater }, Told((policy, state, happened) =>
            (state, happened is CreateEvent.RecordRead { Record: IntentRecord { Secrets: { } secrets } intent } ? new CreateEvent.RecordRead(intent with { Secrets = secrets with { KeyId = policy.Input.Secrets!.KeyId } }) : happened)), faults: 2, allowed: Verdict.Safe),
        Mutated("Rule 6", "what other credentials made is not replaced by creating first", Given(Guarantee.AtMostOnce, Programs.CreatedFirst, FaultId.OtherCredentials), Told((policy, state, happened) =>
            (state, state is CreateState.Reading && policy.Recreate == Recreate.CreateFirst ? Of(happened, live => live with { SeenBy = policy.Credential }) : happened))),
        Mutated("Rule 6", "nor is that finished under other credentials", Given(Guarantee.AtMostOnce, Programs.CreatedFirstInThree, FaultId.Unauthorized, FaultId.OtherCredentials), Told((policy, state, happened) =>
            (state, happened is CreateEvent.RecordRead { Record: IntentRecord intent } ? new CreateEvent.RecordRead(intent with { SentBy = policy.Credential }) : happened)), faults: 2),
        Mutated("Rule 6", "nor does their 404 say that what was replaced is deleted", Unverified(Given(Guarantee.AtMostOnce, Programs.CreatedFirstInThree, FaultId.Crash, FaultId.OtherCredentials)), Told((policy, state, happened) =>
            (state is CreateState.Retiring retiring ? retiring with { Live = retiring.Live with { SeenBy = policy.Credential } } : state, happened)), faults: 2),
        Mutated("Rule 9", "a 404 to a DELETE right after the create proves nothing", Unverified(Given(Guarantee.AtMostOnce, Programs.Remove)) with { Faults = At(FaultId.StaleRead, new(Verb.Delete, Phase.Apply)) }, Told((_, state, happened) =>
            (state is CreateState.FinishingDelete finishing ? finishing with { Deleting = finishing.Deleting with { CreatedAt = default } } : state, happened))),
    ];

    /// <summary>Operations.</summary>
    private static Control[] OfOperations() =>
    [
        Mutated("Rule 2", "an operation that is not known any more says nothing", Variants.Operating(Given(Guarantee.AtMostOnce, Programs.Once)) with { Faults = At(FaultId.NotFound, new(Verb.Get, Phase.Apply)) }, Failing(static happened => happened is CreateEvent.SeenAbsent)),
        Mutated("Rule 2", "an operation that does not answer has not failed", Variants.Operating(Given(Guarantee.AtMostOnce, Programs.Once)) with { Faults = At(FaultId.ServerError, new(Verb.Get, Phase.Apply)) }, Failing(static happened => happened is CreateEvent.NotKnown)),
        Mutated("Rule 2", "an operation that failed settles its own attempt only", Variants.With(Given(Guarantee.UniqueName, Programs.Later, FaultId.LateArrival, FaultId.AcceptedThenFailed), "202 with an operation, names only", Shape.Operates | Shape.NoMarker | Shape.AdoptsNames) with { Server = new() { HasUniqueNames = true, HasOperations = true } }, Decided((_, _, happened, decision) =>
            happened is CreateEvent.OperationFailed && decision.Effect is Effect.Write { Record: IntentRecord intent } write
                ? decision with { Effect = write with { Record = intent with { Attempts = [.. intent.Attempts.Select(attempt => attempt with { State = AttemptState.NotApplied })] } } }
                : decision), faults: 2),
        Mutated("Rule 12", "an operation makes the name that it was begun with", Variants.Operating(Given(Guarantee.Natural, Programs.Later)) with { Faults = new([FaultCatalogue.Of(FaultId.Crash) with { Places = [new(Verb.Get, Phase.Connect)] }, FaultCatalogue.Of(FaultId.NameChanged) with { Act = static (_, process) => process.Settings.Name = process.Index > 0 ? "web-2" : null }]) }, Policy(policy => policy with { NamePath = null }), faults: 2, allowed: Verdict.Safe),
        Mutated("Rule 6", "what was made by this run and is not readable is not made again", Variants.Readying(Given(Guarantee.AtMostOnce, Programs.Alone)) with { Faults = At(FaultId.NotFound, new(Verb.Get, Phase.Apply)), Server = new() { BecomesReadyAfter = TimeSpan.FromSeconds(60) } }, Told((_, state, happened) =>
            (state is CreateState.Polling polling && happened is CreateEvent.SeenAbsent ? polling with { Outcome = Outcome.Reused } : state, happened))),
    ];

    /// <summary>Another runner wrote the record, and what this one has in its hands is let go.</summary>
    private static Mutation Lost<TRecord>() where TRecord : ResourceRecord => Decided((policy, state, happened, decision) =>
        state is CreateState.Reconciling && happened is CreateEvent.RecordRead { Record: TRecord } ? new(new CreateState.Ended(), new Effect.Fail(new Failure.State("another runner wrote its record")), "") : decision);

    /// <summary>An operation is taken to have failed.</summary>
    private static Mutation Failing(Func<CreateEvent, bool> isMeant) => Told((state, happened) =>
        state is CreateState.AwaitingOperation && isMeant(happened) ? new CreateEvent.OperationFailed("") : happened);

    /// <summary>The reply is never seen, and the next run has another HMAC key.</summary>
    private static FaultPlan OtherKeyLater => new(
    [
        FaultCatalogue.Of(FaultId.Crash) with { Places = [new(Verb.Post, Phase.FirstReplyByte)] },
        FaultCatalogue.Of(FaultId.OtherFingerprintKey) with { Act = static (_, process) => process.Settings.HasOtherFingerprintKey = process.Index > 0 },
    ]);
}
