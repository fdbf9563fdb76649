using Semel.Protocol;

namespace Semel.Simulation;

internal static partial class Controls
{
    /// <summary>Idempotency keys, addresses that the client chooses, credentials.</summary>
    private static Control[] OfKeys() =>
    [
        Mutated("Section 3", "a repeat has the key of the intent", Given(Guarantee.Replay, Programs.Once, FaultId.SilentlyLostReply), Decided((_, state, _, decision) =>
            decision.Effect is Effect.Write { Record: IntentRecord { Attempts.Count: > 1 } intent } write
                ? decision with { Effect = write with { Record = intent with { IdempotencyKey = $"{intent.IdempotencyKey}-{intent.Attempts.Count}" } } }
                : decision)),
        Mutated("Section 3", "past the key's window nothing is repeated", Variants.WithoutList(Given(Guarantee.Replay, Programs.PastWindow, FaultId.Crash)),
            Policy(policy => policy with { KeyField = policy.KeyField! with { Window = null } })),
        Mutated("Section 3", "a key that the server answers with the same error again is given up", Given(Guarantee.Replay, Programs.Once, FaultId.StoresError), Told((_, happened) =>
            happened is CreateEvent.Ambiguous { Status: >= 500 } ambiguous ? ambiguous with { Status = null } : happened), allowed: Verdict.Safe),
        Mutated("Rule 8", "what a de-duplicating server names is read", Given(Guarantee.Replay, Programs.Renew, FaultId.Wiped), Decided((_, _, happened, decision) =>
            decision.Effect is Effect.Write { Record: LiveRecord live } write ? decision with { Effect = write with { Record = live with { Readiness = Readiness.Ready } } } : decision)),
        WithDescriptor("Section 3", "the first PUT overwrites nothing", Given(Guarantee.Natural, Programs.Once, FaultId.StrangerTakesName), Guarantees.Descriptor(Guarantee.Natural, Shape.Overwrites | Shape.LooksNever)),
        Mutated("Rule 9", "a late DELETE of the same address is waited for", Unverified(Given(Guarantee.Natural, Programs.DeleteTwice, FaultId.LateArrival)), Told((state, happened) =>
            happened is CreateEvent.RecordRead { Record: TombstoneRecord tombstone } ? new CreateEvent.RecordRead(tombstone with { InFlightUntil = null }) : happened)),
        Mutated("Rule 6", "a doubt is ended under the credentials that sent it", Given(Guarantee.Marker, Programs.Later, FaultId.SilentlyLostReply, FaultId.OtherCredentials) with { Faults = Silence }, Told((policy, state, happened) =>
            (state, happened is CreateEvent.RecordRead { Record: IntentRecord intent } ? new CreateEvent.RecordRead(intent with { SentBy = policy.Credential }) : happened)), faults: 2),
        Mutated("Rule 6", "a DELETE that is answered with 404 counts only under the credentials that saw the resource", Given(Guarantee.Marker, Programs.DeletedFirst, FaultId.OtherCredentials), Told((policy, state, happened) =>
            (state is CreateState.FinishingDelete finishing ? finishing with { Deleting = finishing.Deleting with { SeenBy = policy.Credential } } : state, happened))),
    ];

    /// <summary>The reply is never seen, and the next run has other credentials.</summary>
    private static FaultPlan Silence => new([FaultCatalogue.Of(FaultId.Crash) with { Places = [new(Verb.Post, Phase.FirstReplyByte)] }, FaultCatalogue.Of(FaultId.OtherCredentials)]);
}
