using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>What a record means, before anything is asked of the API.</summary>
internal static class RecordRows
{
    private static readonly CreatePolicy NotAlone = Policy() with { Alone = false, Holder = Elsewhere };
    private static readonly CreatePolicy Unlooked = Policy(lookFirst: false);
    private static readonly CreatePolicy Forced = Policy() with { Recreate = Recreate.Force };
    private static readonly TombstoneRecord LateDelete = Tombstone(Now + Seconds(20));

    public static IReadOnlyList<Row> All { get; } =
    [
        new("no record is doubt: look before the first POST", Policy(), new Reading(Rereads: 3), new RecordRead(null),
            Then.Looks<LookingFirst>().Where((LookingFirst next) => next.Rereads == 3)),
        new("the look is declared off: the intent comes first", Policy(lookFirst: false), new Reading(Rereads: 3), new RecordRead(null),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, LookedBefore: false, Replaces: false, Superseded: [] } && it.Provenance.Reason.Contains("no record")).Where((Intending next) => next is { Sent: 0, Rereads: 3 })),
        new("nothing can be looked for: the intent comes first", Policy(canLook: false), new Reading(), new RecordRead(null),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, LookedBefore: false })),
        new("no record and no lock: who can't tell a second POST from the first leaves it to the holder", NotAlone, new Reading(), new RecordRead(null),
            Then.Fails<Failure.Busy>("another runner holds its key").Where((Failure.Busy busy) => busy.Holder == Elsewhere)),
        new("the same under AtMostOnce", NotAlone with { Guarantee = Guarantee.AtMostOnce }, new Reading(), new RecordRead(null), Then.Fails<Failure.Busy>()),
        new("a unique name is refused by the API itself: no lock is needed", NotAlone with { Guarantee = Guarantee.UniqueName }, new Reading(), new RecordRead(null), Then.Looks<LookingFirst>()),
        new("a key is recognised by the API itself: no lock is needed", NotAlone with { Guarantee = Guarantee.Replay }, new Reading(), new RecordRead(null), Then.Looks<LookingFirst>()),
        new("a PUT is the same whoever sends it: no lock is needed", NotAlone with { Guarantee = Guarantee.Natural }, new Reading(), new RecordRead(null), Then.Looks<LookingFirst>()),

        new("a tombstone is followed by the next generation", Unlooked, new Reading(), new RecordRead(Tombstone() with { MarkerDropped = true, Retiring = ["0"] }),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 2, Replaces: false, Superseded: ["1"], MarkerDropped: true, Retiring: ["0"] })),
        new("a tombstone and no lock: the holder creates", NotAlone, new Reading(), new RecordRead(Tombstone()), Then.Fails<Failure.Busy>()),
        new("a DELETE that may still arrive would hit what is created at the same address", Policy() with { NameIsId = true }, new Reading(), new RecordRead(LateDelete), Then.Waits<WaitingAfterDelete>(Seconds(20))),
        new("it has arrived by now, or never will", Unlooked with { NameIsId = true }, new Reading(), new RecordRead(Tombstone(Now)), Then.Writes<Intending, IntentRecord>()),
        new("a new id is another address: a late DELETE can't hit it", Unlooked, new Reading(), new RecordRead(LateDelete), Then.Writes<Intending, IntentRecord>()),
        new("the wait after a delete ends in the next generation", Unlooked with { NameIsId = true }, new WaitingAfterDelete(Tombstone(Now), true), new Waited(),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 2, Replaces: true })),

        new("a renamed resource has another name: using the old one is a mistake that is named", Policy(), new Reading(), new RecordRead(Moved()), Then.Fails<Failure.State>("web-2", "'1'", "Recreate.Force")),
        new("who holds the lock doesn't matter to that", NotAlone, new Reading(), new RecordRead(Moved()), Then.Fails<Failure.State>("web-2")),
        new("a new one is asked for beside the renamed one", Forced, new Reading(), new RecordRead(Moved() with { MarkerDropped = true }),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 2, Superseded: ["0"], MarkerDropped: true, Replaces: false }).Where((Intending next) => next is { Sent: 0, Rereads: 0 })),
        new("and only the holder of the lock may", Forced with { Alone = false }, new Reading(), new RecordRead(Moved()), Then.Fails<Failure.Busy>()),

        new("a record of a kind that this version doesn't know is a defect, never an empty state", Policy(), new Reading(), new RecordRead(new UnknownRecord { Key = Key, Generation = 1, Provenance = Tombstone().Provenance }),
            Then.Fails<Failure.Impossible>("UnknownRecord")),
    ];

    private sealed record UnknownRecord : ResourceRecord;
}
