using Semel.Protocol;

namespace Semel.Simulation;

internal static partial class Controls
{
    /// <summary>What a resource needs beyond its create.</summary>
    private static Control[] OfLives() =>
    [
        Mutated("Rule 9", "no DELETE while an attempt may be in flight", Given(Guarantee.UniqueName, Programs.Remove, FaultId.LateArrival), Written(live => live with { InFlightUntil = null })),
        Mutated("Rule 7", "what a list shows is read before it is adopted", Given(Guarantee.Marker, Programs.Renew, FaultId.Wiped, FaultId.StaleRead), Told((state, happened) =>
            state is CreateState.CheckingFound && happened is CreateEvent.SeenAbsent ? new CreateEvent.SeenPresent(null) : happened), faults: 2),
        Mutated("Rule 9", "a resource whose DELETE was refused is read before its record comes back", Unverified(Given(Guarantee.Marker, Programs.RenewInThree, FaultId.AppliedThenServerError, FaultId.Unauthorized)), Told((state, happened) =>
            state is CreateState.CheckingRefused && happened is CreateEvent.SeenAbsent ? new CreateEvent.SeenPresent(null) : happened), faults: 2),
        Mutated("Section 3", "a flight begins when a POST was given up, not when its intent was written", Given(Guarantee.Marker, Programs.Once, FaultId.Pause, FaultId.LateArrival), Decided((_, _, _, decision) =>
            decision.Effect is Effect.Write { Record: IntentRecord intent } write ? decision with { Effect = write with { Record = intent with { Attempts = [.. intent.Attempts.Select(attempt => attempt with { EndedAt = null })] } } } : decision), faults: 2),
        Mutated("Rule 10", "a lock of another domain proves nothing", Given(Guarantee.Marker, Programs.TwiceApart, FaultId.Pause), Policy(policy => policy with { Runner = policy.Runner with { Domain = "everywhere" } })),
        Mutated("Rule 13", "what is in doubt is said to be in doubt", Given(Guarantee.AtMostOnce, Programs.Once, FaultId.LostReply), Decided((_, _, _, decision) =>
            decision.Effect is Effect.Fail { Failure: Failure.Indeterminate failure } ? decision with { Effect = new Effect.Fail(new Failure.Impossible(failure.Message)) } : decision)),
        Mutated("I2", "a resource is returned when it is ready", Variants.Readying(Given(Guarantee.Marker, Programs.Once)), Policy(policy => policy with { ReadsAfterCreate = false }), faults: 0),
        Mutated("I2", "a resource that ended in an error state is not returned as if it were ready", Variants.Readying(Given(Guarantee.Marker, Programs.Once)), Told((_, happened) =>
            happened is CreateEvent.SeenPresent { Readiness: Readiness.Failed } seen ? seen with { Readiness = Readiness.Ready } : happened)),
        Mutated("Rule 9", "what is replaced is deleted once the new one is there", Given(Guarantee.Marker, Programs.CreatedFirst), Written(live => live with { Retiring = [] }), faults: 0),
        Mutated("Rule 9", "a replacement is durable with its intent", Given(Guarantee.Marker, Programs.CreatedFirst, FaultId.Crash), Decided((_, _, _, decision) =>
            decision.Effect is Effect.Write { Record: IntentRecord { Retiring.Count: > 0 } intent } write ? decision with { Effect = write with { Record = intent with { Retiring = [] } } } : decision)),
        Mutated("Rule 3", "what follows a create is recorded with it", Given(Guarantee.Marker, Programs.FollowedUp), Written(live => live.DoneFollowUps.Count == 0 ? live with { PendingFollowUps = [] } : live), faults: 0),
        Mutated("Rule 2", "202 with an operation is followed", Variants.Operating(Given(Guarantee.AtMostOnce, Programs.Once)), Told((_, happened) =>
            happened is CreateEvent.Accepted ? new CreateEvent.Ambiguous(202, "status 202") : happened), faults: 0, allowed: Verdict.Safe),
    ];

    /// <summary>What is recorded of a resource, changed.</summary>
    private static Mutation Written(Func<LiveRecord, LiveRecord> change) => Decided((_, _, _, decision) =>
        decision.Effect is Effect.Write { Record: LiveRecord live } write ? decision with { Effect = write with { Record = change(live) } } : decision);
}
