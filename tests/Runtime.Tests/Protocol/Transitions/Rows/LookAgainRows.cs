using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>Marker: the look before the next generation, or a free intent, is sent. The record may be an old backup (rule 11).</summary>
internal static class LookAgainRows
{
    private static readonly IntentRecord Free = Intent(AttemptState.NotApplied) with { Version = 4, Superseded = ["0"] };
    private static readonly IntentRecord Next = Free with { Attempts = [], Generation = 2, Replaces = true, Superseded = ["0", "1"] };
    private static readonly LookingAgain AfterLive = new(Live() with { Version = 4, Superseded = ["0"] }, Next, Sent: 1, Rereads: 2, "because");
    private static readonly LookingAgain Again = AfterLive with { Before = Free, Intent = Free };

    public static IReadOnlyList<Row> All { get; } =
    [
        new("a tombstone may be an old one: look", Policy(), new Reading(), new RecordRead(Tombstone()), Then.Looks<LookingAgain>().Where((LookingAgain next) => next is { Before: TombstoneRecord, Intent: { Generation: 2, Attempts: [] }, Sent: 0 })),
        new("a free intent may be an old one: look", Policy(), new Reading(Rereads: 2, Sent: 1), new RecordRead(Free), Then.Looks<LookingAgain>().Where((LookingAgain next) => next is { Before: IntentRecord, Intent.Generation: 1, Sent: 1, Rereads: 2 })),
        new("a live record that names what is gone may be an old one: look", Policy(), new ConfirmingAbsence(Live()), new SeenAbsent(), Then.Looks<LookingAgain>().Where((LookingAgain next) => next is { Before: LiveRecord, Intent: { Generation: 2, Replaces: true } })),
        new("without a marker a look would not tell generations apart", Policy(hasMarker: false), new Reading(), new RecordRead(Tombstone()), Then.Writes<Intending, IntentRecord>()),
        new("nothing can be looked for", Policy(canLook: false), new Reading(), new RecordRead(Tombstone()), Then.Writes<Intending, IntentRecord>()),
        new("a key of an old record makes a second one once the API has forgotten it: look", Policy(Guarantee.Replay, hasMarker: true), new Reading(), new RecordRead(Tombstone()), Then.Looks<LookingAgain>()),
        .. new[] { Guarantee.Natural, Guarantee.UniqueName, Guarantee.AtMostOnce }.Select(guarantee => new Row($"{guarantee}: the API would tell, or nothing does", Policy(guarantee, hasMarker: true), new Reading(), new RecordRead(Tombstone()), Then.Writes<Intending, IntentRecord>())),

        new("nothing newer is there: go on as intended, and say that a look was made", Policy(), AfterLive, Looked(Seen("1", Ownership.Ours, 1), Seen("9")),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 2, Version: 4, LookedBefore: true, Replaces: true, Attempts.Count: 1, Provenance.Reason: "about to create: because" }).Where((Intending next) => next is { Sent: 1, Rereads: 2 })),
        new("a newer generation is there: the record is an old one", Policy(), AfterLive, Looked(Seen("1", Ownership.Ours, 1), Seen("6", Ownership.Ours, 2)), Then.Fails<Failure.State>("rolled back", "'6'", "generation 2", "generation 1")),
        new("another key's newer generation is nothing to us", Policy(), AfterLive, Looked(Seen("6", Ownership.Another, 2)), Then.Writes<Intending, IntentRecord>()),
        new("what a free intent was to make is there: a later run made it, and its record is lost", Policy() with { FollowUps = ["attach"] }, Again, Looked(Seen("5", Ownership.Ours, 1)),
            Then.Adopts().Where((LiveRecord it) => it is { Id: "5", Generation: 1, Version: 4, Adopted: false, Superseded: ["0"], PendingFollowUps: [] }).Where((CheckingFound next) => next.Outcome == Outcome.Adopted)),
        new("two of what a free intent was to make", Policy(), Again, Looked(Seen("5", Ownership.Ours, 1), Seen("6", Ownership.Ours, 1)), Then.Fails<Failure.AmbiguousMatch>("'5'", "'6'")),
        new("nothing of it is there: send it", Policy(), Again, Looked(), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, LookedBefore: true, Attempts.Count: 2 })),
        new("an earlier generation of it is there: send it", Policy(), Again with { Before = Free with { Generation = 2 }, Intent = Free with { Generation = 2 } }, Looked(Seen("0", Ownership.Ours, 1)), Then.Writes<Intending, IntentRecord>()),
        new("unknown is not absent: nothing is sent after a look without an answer", Policy(), AfterLive, new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("status 500").Where((Failure.Unknown it) => it.Status == 500)),
    ];
}
