using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>Marker, and Replay with a key that must not be used again: wait until an applied POST must be visible, then look several times.</summary>
internal static class WaitedLookRows
{
    private static readonly TimeSpan Visible = Seconds(60 + 120 + 30); // time to send, F, L
    private static readonly Doubting Fresh = new(Intent(Sent(AttemptState.Ambiguous)), 1, 0);
    private static readonly Doubting Old = new(Intent(Sent(AttemptState.Ambiguous, ago: Visible)), 1, 0);
    private static readonly Doubting Twice = Old with { EmptyLooks = 1 };
    private static readonly IntentRecord Foreign = Old.Intent with { Runner = Elsewhere };
    private static readonly IntentRecord Second = Old.Intent with { Version = 5, Generation = 2, Superseded = ["1"], Retiring = ["1"], Replaces = true };
    private static readonly CreatePolicy Keys = Policy(Guarantee.Replay);

    public static IReadOnlyList<Row> All { get; } =
    [
        new("an applied POST may not be visible yet: wait for the time to send it, the flight and the lag", Policy(), Fresh, Looked(), Then.Waits<Waiting>(Visible).Where((Waiting next) => next.Sent == 1 && next.Intent == Fresh.Intent)),
        new("what was given up was not sent later: its flight and the lag begin then", Policy(), new Doubting(Intent(Sent(AttemptState.Ambiguous) with { EndedAt = Now - Seconds(5) }), 1, 0), Looked(), Then.Waits<Waiting>(Seconds(120 + 30 - 5))),
        new("a runner that was paused gave up late", Policy(), new Doubting(Intent(Sent(AttemptState.Ambiguous, ago: Hours(1)) with { EndedAt = Now }), 1, 0), Looked(), Then.Waits<Waiting>(Seconds(120 + 30))),
        new("under a key any machine may have sent it, whose clock may be off", Keys with { ClockSkew = Seconds(7) }, Fresh, Looked(), Then.Waits<Waiting>(Visible + Seconds(7))),
        new("a look that was sent too early shows too little, however late it is answered", Policy(), Twice, Looked() with { AskedAt = Now - Seconds(1) }, Then.Waits<Waiting>(TimeSpan.Zero)),
        new("the last POST in doubt counts", Policy(), new Doubting(Intent(Sent(AttemptState.Ambiguous, ago: Seconds(100)), Sent(AttemptState.Pending, ago: Seconds(50)), Sent(AttemptState.NotApplied, 401)), 0, 0), Looked(), Then.Waits<Waiting>(Visible - Seconds(50))),
        new("a second before that is too early", Policy(), new Doubting(Intent(Sent(AttemptState.Ambiguous, ago: Visible - Seconds(1))), 1, 1), Looked(), Then.Waits<Waiting>(Seconds(1))),
        new("what has the name may be ours with its marker still to come: wait as well", Policy(), Fresh, Looked(Seen("3")), Then.Waits<Waiting>(Visible)),
        new("what the API asked for is remembered through the wait", Policy(), Fresh with { NotBefore = Now + Hours(1) }, Looked(), Then.Waits<Waiting>(Visible).Where((Waiting next) => next.NotBefore == Now + Hours(1))),
        new("and after it", Policy(), new Waiting(Fresh.Intent, 1, Now + Hours(1)), new Waited(), Then.Looks<Doubting>().Where((Doubting next) => next.NotBefore == Now + Hours(1))),
        new("another name is no doubt where a marker is looked for", Policy() with { NamePath = "name" }, Twice with { Intent = Twice.Intent with { Input = [] } }, Looked(), Then.Writes<Intending, IntentRecord>()),
        new("another name is doubt where the marker is dropped", Policy() with { NamePath = "name" }, Twice with { Intent = Twice.Intent with { Input = [], MarkerDropped = true } }, Looked(), Then.Fails<Failure.Indeterminate>("run once with the earlier name")),
        new("another name is no doubt where a key's marker is looked for", Keys with { NamePath = "name", HasMarker = true }, Twice with { Intent = Twice.Intent with { Input = [] } }, Looked(), Then.Writes<Intending, IntentRecord>()),
        new("another name is doubt where a key has no marker: looks go by name", Keys with { NamePath = "name" }, Twice with { Intent = Twice.Intent with { Input = [] } }, Looked(), Then.Fails<Failure.Indeterminate>("run once with the earlier name")),
        new("a dropped marker and no name: no look shows anything, and no new key is taken", Keys with { HasMarker = true }, Twice with { Intent = Twice.Intent with { MarkerDropped = true } }, Looked(), Then.Fails<Failure.Indeterminate>("nothing proves")),
        new("a dropped marker, and looks by name", Keys with { HasMarker = true, NamePath = "name" }, Twice with { Intent = Twice.Intent with { MarkerDropped = true } }, Looked(), Then.Writes<Intending, IntentRecord>()),
        new("one empty look may have met a replica that lags", Policy(), Old, Looked(), Then.Looks<Doubting>().Where((Doubting next) => next is { EmptyLooks: 1, Sent: 1 })),
        new("past the wait no look shows the marker: one more POST", Policy(), Twice, Looked(), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, IdempotencyKey: "k", Attempts.Count: 2 }).Where((Intending next) => next.Sent == 1)),
        new("an older generation's marker is not this one's", Policy(), Twice with { Intent = Second }, Looked(Seen("3", Ownership.Ours, 1)), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Generation == 2)),
        new("another key's resource of the name is not this one", Policy(), Twice, Looked(Seen("3", Ownership.Another)), Then.Writes<Intending, IntentRecord>()),
        new("no POST before the time that the API asked for", Policy(), Twice with { NotBefore = Now + Seconds(4) }, Looked(), Then.Waits<Pausing>(Seconds(4))),
        new("three POSTs of this run, and none is to be seen", Policy(), Twice with { Sent = 3 }, Looked(), Then.Fails<Failure.Indeterminate>("3 POSTs of this run")),
        new("409 from an API without unique names, and nothing is to be seen: not again in this run", Policy(), new Doubting(Intent(Sent(AttemptState.Ambiguous, 409, Visible) with { Evidence = "already exists (status 409)" }), 1, 1), Looked(), Then.Fails<Failure.Indeterminate>("exists already")),

        new("one of the name without a marker may be ours, if the API drops markers", Policy(), Old, Looked(Seen("3")), Then.Fails<Failure.Indeterminate>("'3'")),
        new("one of the name, and names in this scope are declared to be ours", Policy(onExists: OnExists.Adopt), Old, Looked(Seen("3")), Then.Adopts().Where((LiveRecord it) => it is { Id: "3", Adopted: true })),
        new("two of the name, and names in this scope are declared to be ours", Policy(onExists: OnExists.Adopt), Old, Looked(Seen("3"), Seen("4")), Then.Fails<Failure.AmbiguousMatch>("'3'", "'4'")),

        new("who doesn't hold the lock may look, not wait and send", Policy() with { Alone = false, Holder = Elsewhere }, Twice, Looked(), Then.Fails<Failure.Busy>("not proved to be dead").Where((Failure.Busy it) => it.Holder == Elsewhere)),
        new("a lock on this machine proves nothing about a runner on another one (rule 10)", Policy(), Twice with { Intent = Foreign }, Looked(), Then.Fails<Failure.Busy>("not proved to be dead").Where((Failure.Busy it) => it.Holder == Elsewhere)),
        new("of two POSTs under one key another machine sent the first: it may be held up there", Keys, Twice with { Intent = Intent(Sent(AttemptState.Pending, ago: Hours(1)) with { Domain = Elsewhere.Domain }, Sent(AttemptState.Ambiguous, 422, Hours(1)) with { Domain = Me.Domain }) }, Looked(), Then.Fails<Failure.Busy>("not proved to be dead")),
        new("a POST that was sent without the lock: that the lock is free proves nothing of its runner", Keys, Twice with { Intent = Intent(Sent(AttemptState.Pending, ago: Hours(1)) with { Domain = "" }) }, Looked(), Then.Fails<Failure.Busy>("not proved to be dead")),
        new("of two POSTs under one key another machine sent the first, and knows what it came to", Keys, Twice with { Intent = Intent(Sent(AttemptState.Ambiguous, 500, Hours(1)) with { Domain = Elsewhere.Domain, EndedAt = Now - Hours(1) }, Sent(AttemptState.Ambiguous, 422, Hours(1)) with { Domain = Me.Domain }) }, Looked(), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Generation == 2)),
        new("a key that must not be used again needs the same proof", Keys, Twice with { Intent = Foreign }, Looked(), Then.Fails<Failure.Busy>()),

        new("a key that must not be used again made nothing: the next generation has a new one", Keys, Twice with { Intent = Second }, Looked(),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 3, Version: 5, Superseded: ["1"], Retiring: ["1"], Replaces: true, LookedBefore: true, Attempts.Count: 1 } && it.IdempotencyKey != "k")
                .Where((Intending next) => next.Sent == 1)),
        new("one empty look is not enough for a new key either", Keys, Old, Looked(), Then.Looks<Doubting>().Where((Doubting next) => next.EmptyLooks == 1)),
        new("nor does it come sooner than the API asked", Keys, Twice with { NotBefore = Now + Seconds(5) }, Looked(), Then.Waits<Pausing>(Seconds(5))),
        new("a new key is a POST like any other: three in a run", Keys, Twice with { Sent = 3 }, Looked(), Then.Fails<Failure.Indeterminate>("3 POSTs of this run", "Run again to go on")),
        new("a second POST of this run may be followed by a third", Keys, Twice with { Sent = 2 }, Looked(), Then.Writes<Intending, IntentRecord>().Where((Intending next) => next is { Sent: 2, Rereads: 0 })),
        new("a key that must not be used again may have made what has the name", Keys, Old, Looked(Seen("3")), Then.Fails<Failure.Indeterminate>("'3'")),
    ];
}
