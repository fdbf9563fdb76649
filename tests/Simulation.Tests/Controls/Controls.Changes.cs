using Semel.Protocol;

namespace Semel.Simulation;

internal static partial class Controls
{
    /// <summary>What is wanted changes: the input, its secrets, the keys that stand for them.</summary>
    private static Control[] OfChanges() =>
    [
        Mutated("Rule 12", "another input is not sent beside one that is in doubt", Variants.Updating(Given(Guarantee.Natural, Programs.Changed, FaultId.Crash)), OfSameInput),
        Mutated("Rule 12", "a key is not sent with another body", Variants.With(Given(Guarantee.Replay, Programs.Changed, FaultId.Crash), "updated in place, no list", Shape.Updates | Shape.NoList) with { Server = new() { KeyWindow = TimeSpan.FromHours(24), ReplaysAnyBody = true } }, OfSameInput),
        Mutated("Rule 12", "another name is another address", Variants.With(Given(Guarantee.Natural, Programs.Later, FaultId.Crash, FaultId.NameChanged), "no list, no marker", Shape.NoList | Shape.NoMarker), Policy(policy => policy with { NamePath = null }), faults: 2),
        Mutated("Rule 1", "a stored key is never recomputed, whatever the formula is now", Variants.WithoutList(Given(Guarantee.Replay, Programs.Once, FaultId.KeyFormula, FaultId.Crash)), Decided((policy, _, _, decision) =>
            decision.Effect is Effect.Write { Record: IntentRecord intent } write ? decision with { Effect = write with { Record = intent with { IdempotencyKey = IdempotencyKey.Create(policy.Key, intent.Generation, policy.KeyField, policy.KeyFormula) } } } : decision), faults: 2),
        Mutated("Rule 13", "what is wanted and cannot be had is said", Given(Guarantee.Marker, Programs.Changed), Decided((_, _, happened, decision) =>
            decision.Effect is Effect.Fail { Failure: Failure.ReplacementRequired } && happened is CreateEvent.RecordRead { Record: LiveRecord live }
                ? new(new CreateState.Ended(), new Effect.Return(live, live.Attributes, Outcome.Reused, Verified: false), "") : decision), faults: 0),

        Mutated("G2", "a rotated secret is seen by its fingerprint", Variants.Updating(Given(Guarantee.Marker, Programs.Changed)), Told((policy, state, happened) =>
            (state, Of(happened, live => live with { Secrets = policy.Input.Secrets }))), faults: 0),
        Mutated("G2", "fingerprints of another key are an error, not drift", Variants.Updating(Given(Guarantee.Marker, Programs.Later, FaultId.OtherFingerprintKey)), Told((policy, state, happened) =>
            (state, Of(happened, live => live with { Secrets = live.Secrets! with { KeyId = policy.Input.Secrets!.KeyId } })))),
        Mutated("G2", "a key that is given up says nothing any more", Variants.Updating(Given(Guarantee.Marker, Programs.Later, FaultId.FingerprintKeyGivenUp)), Policy(policy => policy with { LostFingerprintKey = null }), allowed: Verdict.Safe),

        Mutated("F2", "an update is durable before it is sent", Variants.Updating(Given(Guarantee.Marker, Programs.PutBack, FaultId.Crash)), new Mutation { Next = (policy, state, happened, now) =>
            CreateProtocol.Next(policy, state, happened, now) is { State: CreateState.BeginningUpdate beginning, Effect: Effect.Write write }
                ? new(new CreateState.Updating(beginning.Before, beginning.Body, beginning.Verified, null), new Effect.Update(beginning.Before, beginning.Differences, now + policy.ReadTimeout), "")
                : CreateProtocol.Next(policy, state, happened, now) }),
        Mutated("F2", "another update waits until the earlier one has arrived or never will", Variants.Updating(Given(Guarantee.Marker, Programs.ChangedTwice, FaultId.LateArrival)), Told((_, happened) => Of(happened, WithoutFlight))),
        Mutated("F2", "so it does where the earlier one was sent twice", Variants.Updating(Given(Guarantee.Marker, Programs.ChangedAgain, FaultId.LateArrival)), Decided((_, _, happened, decision) =>
            happened is CreateEvent.Updated && decision.Effect is Effect.Write { Record: LiveRecord live } write ? decision with { Effect = write with { Record = live with { Update = null } } } : decision)),
        Mutated("F2", "an update that is refused leaves the earlier one in doubt", Variants.Updating(Given(Guarantee.Marker, Programs.PutBackLater, FaultId.SilentlyLostReply, FaultId.Unauthorized)), Decided((_, _, happened, decision) =>
            happened is CreateEvent.UpdateRefused && decision.Effect is Effect.Write { Record: LiveRecord live } write ? decision with { Effect = write with { Record = live with { Update = null } } } : decision), faults: 2),
        Mutated("Rule 10", "no first byte of an update after its deadline", Variants.Updating(Given(Guarantee.Marker, Programs.ChangedElsewhere)) with { Faults = HeldUp },
            new Mutation { Between = static remote => new Remote(remote) { IsTimeless = true } }, faults: 2),
        Mutated("Rule 9", "a late update of the same address is waited for", Variants.Updating(Given(Guarantee.Natural, Programs.ChangedAndRenewed, FaultId.LateArrival)), Written(WithoutFlight)),
    ];

    /// <summary>A runner stands still before its update, and comes to an end with it.</summary>
    private static FaultPlan HeldUp => new([FaultCatalogue.Of(FaultId.Pause) with { Places = [new(Verb.Patch, Phase.Connect)] }, FaultCatalogue.Of(FaultId.Crash) with { Places = [new(Verb.Patch, Phase.FirstReplyByte)] }]);

    /// <summary>The protocol takes every intent for one of the input that is wanted now.</summary>
    private static Mutation OfSameInput => Told((policy, state, happened) =>
        (state, happened is CreateEvent.RecordRead { Record: IntentRecord intent } ? new CreateEvent.RecordRead(intent with { Fingerprint = policy.Input.Fingerprint }) : happened));

    private static CreateEvent Of(CreateEvent happened, Func<LiveRecord, LiveRecord> change) => happened is CreateEvent.RecordRead { Record: LiveRecord live } ? new CreateEvent.RecordRead(change(live)) : happened;

    private static LiveRecord WithoutFlight(LiveRecord live) => live.Update is { } update ? live with { Update = update with { InFlightUntil = default } } : live;
}
