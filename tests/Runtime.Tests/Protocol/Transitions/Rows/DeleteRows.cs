using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>A delete: a durable intent, the DELETE, a tombstone, and the same again after a crash in between (rule 9).</summary>
internal static class DeleteRows
{
    private static readonly CreatePolicy Mine = Policy(lookFirst: false, credential: "me");
    private static readonly LiveRecord Before = Live(seenBy: "me") with { PendingFollowUps = ["attach"], Superseded = ["0"], Retiring = ["0"], MarkerDropped = true };
    private static readonly DeletingRecord Begun = Deleting(seenBy: "me") with { Superseded = ["0"], Retiring = ["0"], MarkerDropped = true };
    private static readonly FinishingDelete Resumed = new(Begun, null);
    private static readonly FinishingDelete Own = new(Begun, Before);
    private static readonly CheckingRefused Refused = new(Own, Before, new Failure.Rejected("refused", 409, null, null));
    private static readonly CreatePolicy Unreadable = Mine with { CanRead = false };

    public static IReadOnlyList<Row> All { get; } =
    [
        new("the intent to delete is durable: delete it, and the helpers of its marker", Mine, new BeginningDelete(Before), new Written(Begun),
            Then.Deletes<FinishingDelete>("1").Where((Effect.Delete it) => it is { KeepsIdentity: false } && it.Marker == Begun.Marker).Where((FinishingDelete next) => next.Before == Before && next.Deleting == Begun)),
        new("another runner wrote first: nothing is deleted", Mine, new BeginningDelete(Before), new WriteLost(), Then.Reads<Reading>().Where((Reading next) => next is { Rereads: 1, Sent: 0 })),
        new("a delete that was begun is finished first, and whoever began it is fenced off", Mine, new Reading(), new RecordRead(Begun), Then.Writes<BeginningDelete, DeletingRecord>().Where((DeletingRecord it) => it is { Id: "1", MarkerDropped: true, Retiring: ["0"] }).Where((BeginningDelete next) => next.Live == null)),
        new("the resumed intent to delete is durable: delete it", Mine, new BeginningDelete(null), new Written(Begun), Then.Deletes<FinishingDelete>("1").Where((FinishingDelete next) => next.Before == null)),
        .. new[] { Guarantee.Marker, Guarantee.Natural, Guarantee.Replay, Guarantee.UniqueName }.Select(guarantee => new Row($"{guarantee}: only the holder of the lock deletes", Mine with { Alone = false, Holder = Elsewhere, Guarantee = guarantee }, new Reading(), new RecordRead(Begun), Then.Fails<Failure.Busy>("another runner is deleting it").Where((Failure.Busy it) => it.Holder == Elsewhere))),

        new("deleted by this run: a tombstone, and none of its DELETEs can come late", Mine, Own, new Deleted(),
            Then.Writes<Burying, TombstoneRecord>().Where((TombstoneRecord it) => it is { Id: "1", Version: 0, Generation: 1, Superseded: ["0", "1"], Retiring: ["0"], MarkerDropped: true, InFlightUntil: null } && it.Attributes == Begun.Attributes && it.Provenance.Reason.Contains("to be replaced")).Where((Burying next) => next.Replaces)),
        new("deleted, as an earlier run began: the tombstone says until when its DELETE may come", Mine, Resumed, new Deleted(),
            Then.Writes<Burying, TombstoneRecord>().Where((TombstoneRecord it) => it.InFlightUntil == Now + Seconds(30 + 120) && it.Provenance.Reason.Contains("earlier run")).Where((Burying next) => !next.Replaces)),
        new("404 to a DELETE may mean forbidden: a complete list has to lack it", Mine, Own, new Deleted(Confirmed: false), Then.Lists<ConfirmingDelete>("1").Where((ConfirmingDelete next) => next.Before == Before && next.Deleting == Begun)),
        new("404 to a DELETE right after the create proves nothing: it is sent again past the lag", Mine, new FinishingDelete(Begun with { CreatedAt = Now - Seconds(10) }, Before), new Deleted(Confirmed: false), Then.Waits<WaitingToDelete>(Seconds(20)).Where((WaitingToDelete next) => next.Before == Before)),
        new("past the lag the DELETE is sent again", Mine, new WaitingToDelete(Begun, Before), new Waited(), Then.Deletes<FinishingDelete>("1").Where((FinishingDelete next) => next.Before == Before)),
        new("a DELETE that was sent too early proves nothing, however late it is answered", Mine, new FinishingDelete(Begun with { CreatedAt = Now - Seconds(40) }, Before), new Deleted(Confirmed: false) { AskedAt = Now - Seconds(20) }, Then.Waits<WaitingToDelete>(Seconds(-10))),
        new("what is older than the lag may be gone", Mine, new FinishingDelete(Begun with { CreatedAt = Now - Seconds(30) }, Before), new Deleted(Confirmed: false), Then.Lists<ConfirmingDelete>("1")),
        new("404 to a DELETE, and there is no list", Policy(credential: "me", canList: false), Resumed, new Deleted(Confirmed: false), Then.Writes<Burying, TombstoneRecord>().Where((Burying next) => !next.Replaces)),
        new("404 to a DELETE of this run, and there is no list", Policy(credential: "me", canList: false), Own, new Deleted(Confirmed: false), Then.Writes<Burying, TombstoneRecord>().Where((Burying next) => next.Replaces)),
        new("404 to a DELETE under other credentials proves nothing", Policy(credential: "other"), Own, new Deleted(Confirmed: false), Then.Fails<Failure.Unknown>("'me'", "'other'").Where((Failure.Unknown it) => it.Status == 404)),
        new("a DELETE that is answered with success needs no such proof", Policy(credential: "other"), Own, new Deleted(), Then.Writes<Burying, TombstoneRecord>()),
        new("the list lacks it", Mine, new ConfirmingDelete(Begun, Before), new SeenAbsent(), Then.Writes<Burying, TombstoneRecord>().Where((Burying next) => next.Replaces)),
        new("the list lacks what an earlier run began to delete", Mine, new ConfirmingDelete(Begun, null), new SeenAbsent(), Then.Writes<Burying, TombstoneRecord>().Where((Burying next) => !next.Replaces)),
        new("the list still holds it: nothing is created", Mine, new ConfirmingDelete(Begun, Before), new SeenPresent(null), Then.Fails<Failure.Unknown>("'1'", "still holds it").Where((Failure.Unknown it) => it.Status == 404)),
        new("the list gives no answer: nothing is created", Mine, new ConfirmingDelete(Begun, Before), new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("status 500")),
        new("the DELETE gives no answer: it stands, and the next run finishes it", Mine, Own, new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("status 500").Where((Failure.Unknown it) => it.Status == 500)),

        new("the DELETE was refused: an earlier one may have been applied, so it is read", Mine, Own, new DeleteRefused(409, "in use."), Then.Gets<CheckingRefused>("1").Where((CheckingRefused next) => next.Before == Before && next.Asked == Own)),
        new("the DELETE that an earlier run began was refused: it is read", Mine, Resumed, new DeleteRefused(409, "in use.") { Before = Before }, Then.Gets<CheckingRefused>("1").Where((CheckingRefused next) => next.Before == Before && next.Asked == Resumed)),
        new("this run knows best what the record was", Mine, Own, new DeleteRefused(409, "in use.") { Before = Before with { PendingFollowUps = [] } }, Then.Gets<CheckingRefused>("1").Where((CheckingRefused next) => next.Before == Before)),
        new("refused, and nothing says what the record was", Mine, Resumed, new DeleteRefused(409, "in use."), Then.Fails<Failure.Rejected>("'1'", "in use").Where((Failure.Rejected it) => it.Status == 409)),
        new("refused and alive: the record is as before", Mine, Refused, new SeenPresent([]), Then.Writes<Restoring, LiveRecord>().Where((LiveRecord it) => it is { Id: "1", PendingFollowUps: ["attach"] } && it.Provenance.Reason == "refused").Where((Restoring next) => next.Then == Refused.Then)),
        new("refused because an earlier DELETE was applied: as any 404", Mine, Refused, new SeenAbsent(), Then.Lists<ConfirmingDelete>("1").Where((ConfirmingDelete next) => next.Before == Before)),
        new("refused, and the read gives no answer: the delete stands", Mine, Refused, new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("status 500", "delete was refused and stands")),
        new("refused without a read, what this run began: the record is as before, and the caller hears why", Unreadable, Own, new DeleteRefused(409, "in use."),
            Then.Writes<Restoring, LiveRecord>().Where((LiveRecord it) => it is { Id: "1", PendingFollowUps: ["attach"] }).Where((Effect.Write it) => it.ExpectedVersion == 3)
                .Where((Restoring next) => next.Then is Failure.Rejected { Status: 409, Problem: "in use." } && next.Then.Message.Contains("'1'"))),
        new("refused without a read, what an earlier run began: that one's DELETE may have been applied", Unreadable, Resumed, new DeleteRefused(409, "in use.") { Before = Before }, Then.Fails<Failure.Rejected>("'1'", "in use")),
        new("the record is as before", Mine, new Restoring(new Failure.Rejected("refused", 409, null, null)), new Written(Before), Then.Fails<Failure.Rejected>("refused")),
        new("the record is as another runner wrote it", Mine, new Restoring(new Failure.Rejected("refused", 409, null, null)), new WriteLost(), Then.Fails<Failure.Rejected>("refused")),

        new("the tombstone is durable: the next generation replaces what is deleted", Mine, new Burying(Tombstone(), Replaces: true), new Written(Tombstone()), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 2, Replaces: true, Superseded: ["1"] })),
        new("the next generation after an earlier run's delete replaces nothing", Mine, new Burying(Tombstone(), Replaces: false), new Written(Tombstone()), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 2, Replaces: false }).Where((Intending next) => next is { Sent: 0, Rereads: 0 })),
        new("the tombstone is durable, and a late DELETE of the same address is waited for", Mine with { NameIsId = true }, new Burying(Tombstone(), Replaces: false), new Written(Tombstone(Now + Seconds(5))), Then.Waits<WaitingAfterDelete>(Seconds(5)).Where((WaitingAfterDelete next) => !next.Replaces)),
        new("another runner wrote the tombstone: read on, and recreate nothing twice", Mine, new Burying(Tombstone(), Replaces: true), new WriteLost(), Then.Reads<Reading>().Where((Reading next) => next is { Rereads: 1, Sent: 1 })),
        new("another runner wrote the tombstone of what an earlier run began to delete: read on", Mine, new Burying(Tombstone(), Replaces: false), new WriteLost(), Then.Reads<Reading>().Where((Reading next) => next is { Rereads: 1, Sent: 0 })),
    ];
}
