using Semel.Protocol;

namespace Semel.Simulation;

internal static partial class Controls
{
    /// <summary>How often and how soon one run sends.</summary>
    private static Control[] OfSends() =>
    [
        Mutated("I7", "one run sends three creates at most", Variants.WithoutList(Given(Guarantee.Replay, Programs.Once, FaultId.LostReply)), Told((_, state, happened) =>
            (state is CreateState.Sending sending ? sending with { Sent = 1 } : state, happened)), faults: 4),
        Mutated("I7", "a repeat waits before it is sent", Given(Guarantee.Replay, Programs.Once, FaultId.LostReply), Decided((_, _, _, decision) =>
            decision.State is CreateState.Settling settling ? decision with { State = settling with { NotBefore = default } } : decision)),
        Mutated("I7", "it waits as long as the API asks", Given(Guarantee.Replay, Programs.Once, FaultId.TooMany), Told((_, happened) =>
            happened is CreateEvent.Ambiguous ambiguous ? ambiguous with { RetryAfter = null } : happened)),
        Mutated("I7", "a new key waits as long", Given(Guarantee.Replay, Programs.Once, FaultId.StoresError), Told((_, state, happened) =>
            (state is CreateState.Doubting doubting ? doubting with { NotBefore = default } : state, happened))),
        Mutated("I7", "what a look precedes waits as long", Given(Guarantee.Marker, Programs.Once, FaultId.TooMany), Told((_, state, happened) =>
            (state is CreateState.Doubting doubting ? doubting with { NotBefore = default } : state, happened))),
    ];

    private static Setup StoringRejections => Given(Guarantee.Replay, Programs.Once, FaultId.SilentlyLostReply, FaultId.Invalid) with { Server = new() { KeyWindow = TimeSpan.FromHours(24), StoresRejections = true } };

    /// <summary>What a POST that was repeated may have come to.</summary>
    private static Control[] OfRepeats() =>
    [
        Mutated("Rule 2", "400, 412 or 422 to a repeat with its key may speak of the first one", StoringRejections, Told((_, happened) =>
            happened is CreateEvent.NotApplied { Status: 422 } rejected ? rejected with { Status = 401 } : happened), faults: 2, allowed: Verdict.Safe),
        Mutated("Rule 2", "a key that may have been used by a run whose record is lost stays", Variants.With(Given(Guarantee.Replay, Programs.Later, FaultId.Wiped, FaultId.Invalid), "no list, no marker", Shape.NoList | Shape.NoMarker), Told((_, happened) =>
            happened is CreateEvent.RecordRead { Record: IntentRecord intent } ? new CreateEvent.RecordRead(intent with { LookedBefore = true }) : happened), faults: 2) with { Breaks = Invariant.I1 },
        Mutated("Rule 7", "what has the name and no marker may be what a lost POST made", Given(Guarantee.Marker, Programs.Once, FaultId.MarkerDropped, FaultId.SilentlyLostReply), Told((state, happened) =>
            state is CreateState.Doubting && happened is CreateEvent.Looked looked ? new CreateEvent.Looked([.. looked.Sightings.Where(sighting => sighting.Ownership == Ownership.Ours)]) : happened), faults: 2),
        Mutated("Rule 7", "what was there before and lost its marker is of an earlier generation", Variants.With(Given(Guarantee.Marker, Programs.Renew, FaultId.SoftDelete, FaultId.LostRequest), "markers dropped, names are ours", Shape.AdoptsNames) with { Server = new() { DropsMarkers = true } }, Told((_, state, happened) =>
            (state is CreateState.Doubting doubting ? doubting with { Intent = doubting.Intent with { Superseded = [] } } : state, happened)), faults: 2),
        Mutated("Rule 7", "of several generations the newest is adopted", Given(Guarantee.Marker, Programs.Renew, FaultId.SoftDelete) with { Faults = Shown }, Told((state, happened) =>
            state is CreateState.LookingFirst && happened is CreateEvent.Looked { Sightings.Count: > 1 } looked ? new CreateEvent.Looked([looked.Sightings.MinBy(sighting => sighting.Generation)!]) : happened), faults: 2),
        Mutated("Rule 7", "what carries another key's marker is not adopted for its name", Variants.With(Given(Guarantee.Marker, Programs.TwoNames, FaultId.NameChanged), "names are ours", Shape.AdoptsNames), Told((_, happened) => happened switch
        {
            CreateEvent.Looked looked => new CreateEvent.Looked([.. looked.Sightings.Select(sighting => sighting.Ownership == Ownership.Another ? sighting with { Ownership = Ownership.Unproven } : sighting)]),
            CreateEvent.SeenPresent { Ownership: Ownership.Another } seen => seen with { Ownership = Ownership.Unproven },
            _ => happened,
        })),
        Mutated("Rule 7", "what is at the address is ours only if it is what was sent", Variants.With(Given(Guarantee.Natural, Programs.Large, FaultId.StrangerTakesName, FaultId.SilentlyLostReply), "no marker", Shape.NoMarker), Told((state, happened) =>
            state is CreateState.Doubting doubting && happened is CreateEvent.Looked looked ? new CreateEvent.Looked([.. looked.Sightings.Select(sighting => sighting with { Body = doubting.Intent.Input })]) : happened), faults: 2),
        Mutated("Rule 7", "what a POST at its address was refused for is a stranger's, though it be like ours", Variants.With(Given(Guarantee.Natural, Programs.Once, FaultId.StrangerTakesName), "POST at the address, no marker", Shape.NoMarker | Shape.Posts) with { Server = new() { HasClientAddresses = true, RefusesSecond = 409 } },
            Policy(policy => policy with { RefusesSecond = false })),
        Mutated("Section 3", "a repeat at an address may be refused for what an earlier POST made", Variants.PostingOnce(Given(Guarantee.Natural, Programs.Once, FaultId.LostReply), 422), Told((_, happened) =>
            happened is CreateEvent.NotApplied { Status: 422 } rejected ? rejected with { Status = 401 } : happened), allowed: Verdict.Safe),
        Mutated("Rule 11", "what carries the generation of an intent that is free was made by a run whose record is lost", Given(Guarantee.Marker, Programs.Thrice) with { Faults = RolledBackTwice }, Told((state, happened) =>
            (state, happened) is (CreateState.LookingAgain looking, CreateEvent.Looked looked) ? new CreateEvent.Looked([.. looked.Sightings.Where(sighting => sighting.Generation != looking.Before.Generation)]) : happened), faults: 3),
        Mutated("Section 3", "a unique name is looked for by its marker too", Given(Guarantee.UniqueName, Programs.Later) with { Faults = new([FaultCatalogue.Of(FaultId.NameChanged), FaultCatalogue.Of(FaultId.Wiped) with { Places = [new(Verb.Record, Phase.Read)] }]) }, Told((_, happened) =>
            happened is CreateEvent.Looked looked ? new CreateEvent.Looked([.. looked.Sightings.Where(sighting => sighting.HasName)]) : happened), faults: 2),
    ];

    /// <summary>The record is that of the first attempt, which was refused.</summary>
    private static FaultPlan RolledBackTwice => new([FaultCatalogue.Of(FaultId.Unauthorized) with { Places = Places.PostApply }, FaultCatalogue.Of(FaultId.RolledBack) with { Places = [new(Verb.Record, Phase.Read)] }]);

    /// <summary>The record is lost when the second resource is recorded, and the first one is shown on.</summary>
    private static FaultPlan Shown => new([FaultCatalogue.Of(FaultId.SoftDelete), FaultCatalogue.Of(FaultId.Wiped) with { Places = [new(Verb.Record, Phase.WriteLive)] }]);
}
