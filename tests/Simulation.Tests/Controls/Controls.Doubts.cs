using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel.Simulation;

internal static partial class Controls
{
    /// <summary>What is not known, and what is known not to be promised.</summary>
    private static Control[] OfDoubts() =>
    [
        Mutated("Section 3", "a clock that is set ends no wait", Given(Guarantee.Marker, Programs.Once, FaultId.LateArrival, FaultId.ClockForward), new Mutation { IsByTheWall = true }, faults: 2),
        Mutated("Rule 10", "who does not hold the lock sends nothing that the API would not recognise", Given(Guarantee.Marker, Programs.Twice, FaultId.Pause), Policy(policy => policy with { Alone = true }), switches: 1),
        Mutated("Rule 10", "of a runner that sent without the lock a free lock proves nothing", Variants.Updating(Given(Guarantee.Replay, Programs.Changed, FaultId.Pause)), Told((policy, state, happened) => (state is CreateState.Doubting doubting
            ? doubting with { Intent = doubting.Intent with { Attempts = [.. doubting.Intent.Attempts.Select(attempt => attempt with { Domain = policy.Runner.Domain })] } } : state, happened)), faults: 2),
        Mutated("Rule 7", "a marker that the API drops promises nothing", Nameless, Decided((_, _, _, decision) =>
            decision.Effect is Effect.Write { Record: IntentRecord intent } write ? decision with { Effect = write with { Record = intent with { MarkerDropped = false } } } : decision)),
        Mutated("Rule 7", "what is at the address without the marker is a stranger's", Given(Guarantee.Natural, Programs.Once, FaultId.StrangerTakesName), Told((_, happened) => happened switch
        {
            CreateEvent.Looked looked => new CreateEvent.Looked([.. looked.Sightings.Select(sighting => sighting with { Ownership = Ownership.Ours, Generation = 1 })]),
            CreateEvent.SeenPresent { Ownership: not null } seen => seen with { Ownership = Ownership.Ours, Generation = 1 },
            _ => happened,
        })),
        Mutated("Rule 2", "a key that was answered with a rejection is not used again", Given(Guarantee.Replay, Programs.Once, FaultId.Invalid) with { Server = new() { KeyWindow = TimeSpan.FromHours(24), StoresRejections = true } }, Told((_, happened) =>
            happened is CreateEvent.RecordRead { Record: IntentRecord intent } ? new CreateEvent.RecordRead(intent with { Attempts = [.. intent.Attempts.Select(attempt => attempt with { Status = null })] }) : happened), allowed: Verdict.Safe),
        Mutated("Section 3", "a server that lied about its keys is caught", Variants.With(Given(Guarantee.Replay, Programs.Once, FaultId.SilentlyLostReply, FaultId.IgnoresKey), "no marker", Shape.NoMarker), Decided((_, _, _, decision) =>
            decision.State is CreateState.Recording recording ? decision with { State = recording with { Check = null } } : decision), faults: 2) with { Breaks = Invariant.I4 },
        Mutated("Rule 11", "an old record's key is not sent before a look", Given(Guarantee.Replay, Programs.Renew, FaultId.DropsKeyAtDelete, FaultId.RolledFarBack), Policy(policy => policy with { LookFirst = false }), faults: 2),
        Mutated("Rule 6", "a 404 to a DELETE counts only with a list that lacks the resource too", Given(Guarantee.Marker, Programs.DeletedFirst) with { Faults = At(FaultId.NotFound, new(Verb.Delete, Phase.Apply)) }, Policy(policy => policy with { CanList = false }), faults: 2),
        Mutated("Rule 6", "so does a 404 to the DELETE of what was replaced", Given(Guarantee.Marker, Programs.CreatedFirst, FaultId.NotFound) with { Faults = At(FaultId.NotFound, new(Verb.Delete, Phase.Apply)) }, Policy(policy => policy with { CanList = false })),
        Mutated("Rule 9", "where there is room for one, a second is not begun", Given(Guarantee.UniqueName, Programs.CreatedFirst), Told((policy, state, happened) =>
            (state, policy.Recreate == Recreate.Never ? happened : Of(happened, live => live with { Input = new JsonObject { ["name"] = "another" } }))), faults: 0, allowed: Verdict.Safe),
        Mutated("B9", "a name that was moved away names nothing", Given(Guarantee.Marker, Programs.RenamedAndCalled), new Mutation { Next = (policy, state, happened, now) =>
            CreateProtocol.Next(happened is CreateEvent.RecordRead { Record: MovedRecord } ? policy with { Recreate = Recreate.Force } : policy, state, happened, now) }, faults: 0),
        Mutated("D9", "what a doubt finds is followed up", Given(Guarantee.Marker, Programs.FollowedUp, FaultId.Crash), Written(live =>
            live.Provenance.Reason.StartsWith("adopted", StringComparison.Ordinal) ? live with { PendingFollowUps = [] } : live)),
    ];

    /// <summary>An API that keeps no marker, which is known by now, and has no names: nothing leads to what a lost POST made.</summary>
    private static Setup Nameless => Variants.With(Given(Guarantee.Marker, Programs.Renew, FaultId.SilentlyLostReply), "no name, markers dropped", Shape.NoName) with { Server = new() { DropsMarkers = true }, FaultsFrom = 2 };
}
