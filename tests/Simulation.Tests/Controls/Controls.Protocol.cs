using Semel.Protocol;

namespace Semel.Simulation;

internal static partial class Controls
{
    private static Control[] OfIntents() =>
    [
        Mutated("Rule 1", "the intent is durable before the POST", Given(Guarantee.AtMostOnce, Programs.Once, FaultId.Crash), Decided((_, _, _, decision) =>
            decision is { State: CreateState.Intending intending, Effect: Effect.Write { Record: IntentRecord intent } write }
                ? new(new CreateState.Sending(intent with { Version = write.ExpectedVersion }, intending.Sent + 1), new Effect.Post(intent), decision.Reason)
                : decision)),
        Sabotaged("Rule 1", "the intent is written by compare-and-set", Given(Guarantee.AtMostOnce, Programs.TwiceApart), Sabotage.NoCompareAndSet, faults: 0, switches: 2),
        Mutated("Rule 3", "the record of the id ignores the caller's cancellation", Given(Guarantee.AtMostOnce, Programs.Once, FaultId.Cancel) with { Faults = At(FaultId.Cancel, new(Verb.Record, Phase.WriteLive)) }, Decided((_, _, _, decision) =>
            decision.Effect is Effect.Write { Record: LiveRecord } write ? decision with { Effect = write with { Cancellable = true } } : decision), allowed: Verdict.Safe),
        Sabotaged("Rule 5", "a create has a body", Given(Guarantee.AtMostOnce, Programs.Once, FaultId.LostReply), Sabotage.NoBody),
        Sabotaged("Rule 4", "the content of a create can be sent once only", Given(Guarantee.AtMostOnce, Programs.Once, FaultId.HandlerResends, FaultId.LostReply), Sabotage.ReusableContent, faults: 2),
    ];

    private static Control[] OfReplies() =>
    [
        Reply("a lost reply is ambiguous", FaultId.LostReply, static (status, error) => status is null && error is HttpRequestException),
        Reply("a reply that doesn't come in time is ambiguous", FaultId.SilentlyLostReply, static (status, error) => status is null && error is OperationCanceledException),
        Reply("a truncated reply is ambiguous", FaultId.TruncatedReply, static (status, _) => status == 201),
        Reply("an unreadable reply is ambiguous", FaultId.AppliedUnreadable, static (status, _) => status == 201),
        Reply("2xx without an id is ambiguous", FaultId.AppliedWithoutId, static (status, error) => status == 200 && error is null),
        Reply("500 is ambiguous", FaultId.AppliedThenServerError, static (status, _) => status == 500),
        Reply("404 is ambiguous", FaultId.AppliedThenNotFound, static (status, _) => status == 404),
        Mutated("Rule 2", "409 is ambiguous", Given(Guarantee.AtMostOnce, Programs.Once, FaultId.AppliedThenConflict), Told((_, happened) =>
            happened is CreateEvent.Exists ? new CreateEvent.NotApplied(409, null, "status 409") : happened)),
        Mutated("Rule 2", "a rejection settles its own attempt only", NameOnly(Programs.Later, FaultId.LateArrival, FaultId.Unauthorized), Decided((_, _, happened, decision) =>
            happened is CreateEvent.NotApplied && decision.Effect is Effect.Write { Record: IntentRecord intent } write
                ? decision with { Effect = write with { Record = intent with { Attempts = [.. intent.Attempts.Select(attempt => attempt with { State = AttemptState.NotApplied })] } } }
                : decision), faults: 2),
    ];

    private static Control[] OfAbsence() =>
    [
        Mutated("Rule 6", "a 404 counts only with a list that lacks it too", Given(Guarantee.Marker, Programs.Later, FaultId.NotFound), Policy(policy => policy with { CanList = false })),
        Mutated("Rule 6", "a 404 within the grace time counts for nothing", Given(Guarantee.AtMostOnce, Programs.Once, FaultId.StaleRead), Policy(policy => policy with { ListLag = TimeSpan.Zero })),
        Mutated("Rule 6", "an absence counts only under the credentials that saw the resource", Given(Guarantee.Marker, Programs.Later, FaultId.OtherCredentials), Told((policy, state, happened) =>
            state is CreateState.Verifying verifying ? (new CreateState.Verifying(verifying.Live with { SeenBy = policy.Credential }), happened) : (state, happened))),
        Mutated("Rule 6", "a read that fails is no absence", Given(Guarantee.AtMostOnce, Programs.Later, FaultId.ServerError), Told((state, happened) =>
            state is CreateState.Verifying && happened is CreateEvent.NotKnown ? new CreateEvent.SeenAbsent() : happened)),
        Mutated("Rule 6", "a list that fails is no empty list", Given(Guarantee.Marker, Programs.Later, FaultId.Wiped, FaultId.ServerError), Told((state, happened) =>
            state is CreateState.LookingFirst && happened is CreateEvent.NotKnown ? new CreateEvent.Looked([]) : happened), faults: 2),
        WithDescriptor("B6", "a look reads every page", Given(Guarantee.Marker, Programs.Later, FaultId.Wiped, FaultId.Crowded), Guarantees.Descriptor(Guarantee.Marker, Shape.ReadsOnePage), faults: 2),
    ];

    private static Control[] OfAdoption() =>
    [
        Mutated("Rule 7", "a resource of the same name without a marker is a stranger's", Given(Guarantee.UniqueName, Programs.Once, FaultId.StrangerTakesName), Told((_, happened) => happened switch
        {
            CreateEvent.Looked looked => new CreateEvent.Looked([.. looked.Sightings.Select(sighting => sighting with { Ownership = Ownership.Ours, Generation = 1 })]),
            CreateEvent.SeenPresent { Ownership: not null } seen => seen with { Ownership = Ownership.Ours, Generation = 1 },
            _ => happened,
        })),
        Mutated("Rule 7", "two matches are an error", Given(Guarantee.Marker, Programs.Later, FaultId.Crash, FaultId.Twin), Told((_, happened) =>
            happened is CreateEvent.Looked { Sightings.Count: > 1 } looked ? new CreateEvent.Looked([looked.Sightings[^1]]) : happened), faults: 2),
        Mutated("Rule 8", "no record is doubt: look before the first POST", Given(Guarantee.Marker, Programs.Later, FaultId.Wiped), Policy(policy => policy with { LookFirst = false })),
    ];

    private static Control[] OfGenerations() =>
    [
        Mutated("Rule 9", "a delete opens a generation", Given(Guarantee.Marker, Programs.Renew, FaultId.SoftDelete, FaultId.LostRequest), Decided((policy, _, _, decision) =>
            decision.Effect is Effect.Write { Record: IntentRecord { Generation: > 1 } intent } write
                ? decision with { Effect = write with { Record = intent with { Generation = 1, Marker = Marker.For(policy.Key, 1).ToString() } } }
                : decision), faults: 2),
        WithDescriptor("Rule 9", "a delete is durable before it is sent", Unverified(Given(Guarantee.Marker, Programs.Renew, FaultId.Crash)), null, Sabotage.ForgetsIntentsToDelete),
        Mutated("Rule 9", "a delete that was begun is finished before anything else", Unverified(Given(Guarantee.Marker, Programs.Renew, FaultId.Crash)), Told((state, happened) =>
            state is CreateState.Reading && happened is CreateEvent.RecordRead { Record: DeletingRecord deleting } ? new CreateEvent.RecordRead(Restored(deleting)) : happened)),
        Mutated("Rule 11", "a newer generation in a marker stops", Given(Guarantee.Marker, Programs.Renew, FaultId.RolledBack, FaultId.RolledFarBack), Told((state, happened) => (state, happened) switch
        {
            (CreateState.Doubting doubting, CreateEvent.Looked looked) => UpTo(doubting.Intent.Generation, looked),
            (CreateState.LookingAgain looking, CreateEvent.Looked looked) => UpTo(looking.Before.Generation, looked),
            _ => happened,
        })),
    ];

    private static Control[] OfRunners() =>
    [
        Sabotaged("Rule 10", "one runner at a time works on a key", Given(Guarantee.Marker, Programs.Twice, FaultId.Pause), Sabotage.NoLocks, switches: 1),
        new("Rule 10", "no first byte after the deadline", Paused, Paused with { Mutation = new() { Between = static remote => new Remote(remote) { IsTimeless = true } } }, new(1, 1)),
        Mutated("Section 3", "an unanswered POST is waited for: flight time and list lag", Given(Guarantee.Marker, Programs.Once, FaultId.LateArrival), Policy(policy => policy with { FlightTime = TimeSpan.Zero, ListLag = TimeSpan.Zero })),
        Mutated("Section 3", "more than one look must find nothing", Given(Guarantee.Marker, Programs.Later, FaultId.Crash, FaultId.StaleReplica), Told((_, state, happened) =>
            state is CreateState.Doubting doubting ? (doubting with { EmptyLooks = doubting.EmptyLooks + 1 }, happened) : (state, happened)), faults: 3),
    ];

    private static Control[] OfState() =>
    [
        Sabotaged("Rule 11", "damaged state is an error, never absent", Given(Guarantee.AtMostOnce, Programs.Once, FaultId.TornWrite), Sabotage.DamagedIsAbsent),
        Mutated("Rule 12", "a changed name with a standing intent stops", NameOnly(Programs.Once, FaultId.Crash, FaultId.NameChanged), Policy(policy => policy with { NamePath = null }), faults: 2),
        Mutated("I5", "a record that is up to date is not written again", Given(Guarantee.UniqueName, Programs.Once), Told((_, state, happened) =>
            state is CreateState.Verifying verifying ? (new CreateState.Verifying(verifying.Live with { Attributes = [] }), happened) : (state, happened)), faults: 0),
        Mutated("I6", "secrets are not recorded", Given(Guarantee.UniqueName, Programs.Once), Policy(policy => policy with { Secrets = [], Input = policy.Input with { Repeated = RepeatedSecrets.None } }), faults: 0),
    ];

    /// <summary>A runner stands still before its first byte until the server has forgotten its key.</summary>
    private static Setup Paused => Variants.With(Given(Guarantee.Replay, Programs.TwiceApart), "short window", Shape.ShortWindow) with
    {
        Server = new() { KeyWindow = Times.ShortWindow },
        Faults = At(FaultId.Pause, new(Verb.Post, Phase.Connect)),
    };

    /// <summary>A fault at one place only.</summary>
    private static FaultPlan At(FaultId fault, Await at) => new([FaultCatalogue.Of(fault) with { Places = [at] }]);

    /// <summary>A control of rule 2: this reply is taken for a proof that nothing was applied.</summary>
    private static Control Reply(string guard, FaultId fault, Func<int?, Exception?, bool> isMeant) =>
        Mutated("Rule 2", guard, Given(Guarantee.AtMostOnce, Programs.Once, fault), Told((_, happened) =>
            happened is CreateEvent.Ambiguous ambiguous && isMeant(ambiguous.Status, ambiguous.Cause) ? new CreateEvent.NotApplied(ambiguous.Status, null, ambiguous.Evidence) : happened));

    private static Control WithDescriptor(string rule, string guard, Setup sound, ResourceDescriptor? descriptor, Sabotage sabotage = Sabotage.None, int faults = 1) =>
        new(rule, guard, sound, sound with { Descriptor = descriptor ?? sound.Descriptor, Sabotage = sabotage }, new(faults, 0));

    private static Setup Unverified(Setup setup) => setup with { Descriptor = Guarantees.Descriptor(setup.Guarantee, Shape.Unverified) };

    /// <summary>Unique names without a marker, declared ours.</summary>
    private static Setup NameOnly(Program program, params FaultId[] faults) => Given(Guarantee.UniqueName, program, faults) with { Descriptor = Guarantees.Descriptor(Guarantee.UniqueName, Shape.NoMarker | Shape.AdoptsNames) };

    private static CreateEvent.Looked UpTo(int generation, CreateEvent.Looked looked) => new([.. looked.Sightings.Where(sighting => sighting.Generation <= generation)]);

    private static LiveRecord Restored(DeletingRecord deleting) => new()
    {
        Key = deleting.Key,
        Version = deleting.Version,
        Generation = deleting.Generation,
        Id = deleting.Id,
        Attributes = deleting.Attributes,
        CreatedAt = deleting.Provenance.At,
        Provenance = deleting.Provenance,
    };
}
