using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>A new resource is wanted though the record names one.</summary>
internal static class RecreateRows
{
    private static readonly LiveRecord Recorded = Live() with { Superseded = ["0"], Retiring = [] };

    public static IReadOnlyList<Row> All { get; } =
    [
        new("force: a new one beside it, whose id is kept as superseded", Wanting(Recreate.Force), new Reading(), new RecordRead(Recorded),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 2, Superseded: ["0", "1"], Replaces: true, Retiring: [] })),
        new("create first: the old one is retired when the new one is ready", Wanting(Recreate.CreateFirst), new Reading(), new RecordRead(Recorded),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 2, Superseded: ["0", "1"], Replaces: true, Retiring: ["1"] })),
        new("delete first: the intent to delete is durable before the DELETE", Wanting(Recreate.DeleteFirst), new Reading(), new RecordRead(Recorded with { MarkerDropped = true, Duplicates = ["1-twin"], Marker = "m", SeenBy = "me" }),
            Then.Writes<BeginningDelete, DeletingRecord>().Where((DeletingRecord it) => it is { Id: "1", Generation: 1, Superseded: ["0", "1-twin"], Retiring: [], MarkerDropped: true, Marker: "m", SeenBy: "me" } && it.Attributes == Recorded.Attributes)
                .Where((BeginningDelete next) => next.Live!.Id == "1")),
        new("at the same address, an earlier update that may still arrive would change the new one", Wanting(Recreate.DeleteFirst) with { NameIsId = true }, new Reading(), new RecordRead(Recorded with { Update = new(["size"], "f2", Now + Seconds(60)), InFlightUntil = Now + Seconds(5) }), Then.Waits<WaitingToRecreate>(Seconds(60))),
        new("at the same address, an earlier POST may arrive last", Wanting(Recreate.DeleteFirst) with { NameIsId = true }, new Reading(), new RecordRead(Recorded with { Update = new(["size"], "f2", Now), InFlightUntil = Now + Seconds(5) }), Then.Waits<WaitingToRecreate>(Seconds(5))),
        new("another id is not met by an update of the old one", Wanting(Recreate.DeleteFirst), new Reading(), new RecordRead(Recorded with { Update = new(["size"], "f2", Now + Seconds(60)) }), Then.Writes<BeginningDelete, DeletingRecord>()),
        new("a new one beside it is not verified first", Wanting(Recreate.Force) with { Verify = true }, new Reading(), new RecordRead(Recorded), Then.Writes<Intending, IntentRecord>()),
        new("what this run has made itself is not made again", Wanting(Recreate.Force), new Reading(Sent: 1), new RecordRead(Recorded), Then.Returns(Outcome.Reused, verified: false)),
        .. new[] { Recreate.Force, Recreate.CreateFirst, Recreate.DeleteFirst }.Select(recreate => new Row($"{recreate}: only who holds the lock, whatever the API de-duplicates", Wanting(recreate) with { Alone = false, Holder = Elsewhere, Guarantee = Guarantee.Replay }, new Reading(), new RecordRead(Recorded),
            Then.Fails<Failure.Busy>("a new resource is wanted").Where((Failure.Busy it) => it.Holder == Elsewhere))),
        new("what an earlier run made and didn't finish is finished first: ready", Wanting(Recreate.Force), new Reading(), new RecordRead(Recorded with { Readiness = Readiness.Pending }), Then.Gets<Polling>("1")),
        new("what failed is finished, and may be recreated", Wanting(Recreate.Force), new Reading(), new RecordRead(Recorded with { Readiness = Readiness.Failed }), Then.Writes<Intending, IntentRecord>()),
        new("what an earlier run made and didn't finish is finished first: what it replaces", Wanting(Recreate.CreateFirst), new Reading(), new RecordRead(Recorded with { Retiring = ["0"] }), Then.Deletes<Retiring>("0")),
        new("what an earlier run made and didn't finish is finished first: what follows", Wanting(Recreate.Force) with { FollowUps = ["attach"] }, new Reading(), new RecordRead(Recorded with { PendingFollowUps = ["attach"] }), Then.FollowsUp("attach")),
        new("what the caller doesn't ask to follow any more is not in the way", Wanting(Recreate.Force), new Reading(), new RecordRead(Recorded with { PendingFollowUps = ["attach"] }), Then.Writes<Intending, IntentRecord>()),

        .. new[] { Recreate.Force, Recreate.CreateFirst }.SelectMany(recreate => new Row[]
        {
            new($"{recreate}: a name that is the id has room for one", Wanting(recreate) with { NameIsId = true }, new Reading(), new RecordRead(Recorded), Then.Fails<Failure.Conflict>("'1'", "DeleteFirst").Where((Failure.Conflict it) => it.Candidates.Single() == "1")),
            new($"{recreate}: a unique name has room for one", Unique(recreate), new Reading(), new RecordRead(Named("web-1")), Then.Fails<Failure.Conflict>("'1'", "DeleteFirst")),
            new($"{recreate}: a unique name has room for one, and nothing says that the old one has another", Unique(recreate), new Reading(), new RecordRead(Recorded), Then.Fails<Failure.Conflict>("'1'")),
            new($"{recreate}: another unique name has room", Unique(recreate), new Reading(), new RecordRead(Named("web-0")), Then.Writes<Intending, IntentRecord>()),
        }),
        .. new[] { Recreate.CreateFirst, Recreate.DeleteFirst }.Select(recreate => new Row($"{recreate}: what has no delete can't be replaced", Wanting(recreate) with { CanDelete = false }, new Reading(), new RecordRead(Recorded), Then.Fails<Failure.Conflict>("'1'", "no delete"))),
        new("create first: other credentials may not see what they are to delete in the end", Wanting(Recreate.CreateFirst) with { Credential = "other" }, new Reading(), new RecordRead(Recorded with { SeenBy = "me" }), Then.Fails<Failure.Unknown>("'me'", "'other'")),
        new("force deletes nothing, whoever saw it", Wanting(Recreate.Force) with { Credential = "other" }, new Reading(), new RecordRead(Recorded with { SeenBy = "me" }), Then.Writes<Intending, IntentRecord>()),
        new("force needs no delete", Wanting(Recreate.Force) with { CanDelete = false }, new Reading(), new RecordRead(Recorded), Then.Writes<Intending, IntentRecord>()),
        new("delete first makes room", Unique(Recreate.DeleteFirst), new Reading(), new RecordRead(Named("web-1")), Then.Writes<BeginningDelete, DeletingRecord>()),
        new("delete first makes room at an address", Wanting(Recreate.DeleteFirst) with { NameIsId = true }, new Reading(), new RecordRead(Recorded), Then.Writes<BeginningDelete, DeletingRecord>()),
        new("nothing of it is replaced or deleted while a POST of it may arrive", Wanting(Recreate.DeleteFirst), new Reading(), new RecordRead(Recorded with { InFlightUntil = Now + Seconds(9) }), Then.Waits<WaitingToRecreate>(Seconds(9)).Where((WaitingToRecreate next) => next is { Live.Id: "1", How: Recreate.DeleteFirst })),
        new("the last POST of it has arrived by now", Wanting(Recreate.DeleteFirst), new Reading(), new RecordRead(Recorded with { InFlightUntil = Now }), Then.Writes<BeginningDelete, DeletingRecord>()),
        new("force after the wait", Wanting(Recreate.Never), new WaitingToRecreate(Recorded, Recreate.Force), new Waited(), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Retiring.Count == 0)),
        new("create first after the wait", Wanting(Recreate.Never), new WaitingToRecreate(Recorded, Recreate.CreateFirst), new Waited(), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Retiring.Single() == "1")),
        new("create first keeps what an earlier one has still to retire", Wanting(Recreate.Never), new WaitingToRecreate(Recorded with { Retiring = ["0"] }, Recreate.CreateFirst), new Waited(),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Retiring: ["0", "1"] }).Where((Intending next) => next is { Sent: 0, Rereads: 0 })),
        new("delete first after the wait", Wanting(Recreate.Never), new WaitingToRecreate(Recorded, Recreate.DeleteFirst), new Waited(), Then.Writes<BeginningDelete, DeletingRecord>()),
    ];

    private static LiveRecord Named(string name) => Recorded with { Input = new JsonObject { ["name"] = name } };

    private static CreatePolicy Unique(Recreate recreate) => Wanting(recreate) with { Guarantee = Guarantee.UniqueName, NamePath = "name" };

    private static CreatePolicy Wanting(Recreate recreate) => Policy(lookFirst: false) with { Recreate = recreate };
}
