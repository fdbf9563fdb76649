using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>An intent stands: only settled attempts free it (rule 2).</summary>
internal static class StandingIntentRows
{
    private static readonly IntentRecord Free = Intent(Sent(AttemptState.NotApplied), Sent(AttemptState.NotApplied));
    private static readonly IntentRecord Rejected = Intent(Sent(AttemptState.NotApplied, 422)) with { LookedBefore = true, Replaces = true, Retiring = ["0"], Superseded = ["0"], MarkerDropped = true };
    private static readonly CreatePolicy Keys = ReplayWindowRows.Keys;
    private static readonly CreatePolicy NotAlone = Policy() with { Alone = false };

    public static IReadOnlyList<Row> All { get; } =
    [
        new("a pending attempt may be on the wire: look", Policy(), new Reading(), new RecordRead(Intent(AttemptState.Pending)),
            Then.Looks<Doubting>().Where((Doubting next) => next is { Sent: 0, EmptyLooks: 0 })),
        new("an ambiguous attempt may have been applied: look", Policy(), new Reading(Sent: 2), new RecordRead(Intent(AttemptState.Ambiguous)), Then.Looks<Doubting>().Where((Doubting next) => next.Sent == 2)),
        new("in doubt, and the API asked to wait: no repeat comes sooner, whoever wrote the record", ReplayWindowRows.Keys, new Reading(Rereads: 2, Sent: 1, Now + Seconds(5)), new RecordRead(Intent(Sent(AttemptState.Ambiguous, ago: Hours(1)))), Then.Waits<Pausing>(Seconds(5))),
        new("an applied attempt whose record is missing is to be found", Policy(), new Reading(), new RecordRead(Intent(AttemptState.Applied)), Then.Looks<Doubting>()),
        new("applied but lost, then 401 on the repeat: the rejection frees nothing", Policy(), new Reading(), new RecordRead(Intent(AttemptState.Ambiguous, AttemptState.NotApplied)), Then.Looks<Doubting>()),
        new("an intent in doubt may be looked for without the lock", NotAlone, new Reading(), new RecordRead(Intent(AttemptState.Pending)), Then.Looks<Doubting>()),

        new("other credentials may see other resources: nothing is looked for, nothing sent", Policy(credential: "other"), new Reading(), new RecordRead(Intent(AttemptState.Ambiguous) with { SentBy = "me" }), Then.Fails<Failure.Unknown>("'me'", "'other'")),
        new("other credentials may name other resources: no key is repeated", Policy(Guarantee.Replay), new Reading(), new RecordRead(Intent(AttemptState.Pending) with { SentBy = "me" }), Then.Fails<Failure.Unknown>("'me'")),
        new("other credentials may not see an operation: it is not asked for", Policy(credential: "other"), new Reading(), new RecordRead(Intent(AttemptState.Accepted) with { Operation = "/operations/1", SentBy = "me" }), Then.Fails<Failure.Unknown>("'me'", "'other'")),
        new("the same credentials see what they made", Policy(credential: "me"), new Reading(), new RecordRead(Intent(AttemptState.Pending) with { SentBy = "me" }), Then.Looks<Doubting>()),
        new("other credentials may not see what is still to be retired", Policy(credential: "other"), new Reading(), new RecordRead(Intent(AttemptState.NotApplied) with { SentBy = "me", Retiring = ["0"] }), Then.Fails<Failure.Unknown>("'me'", "'other'")),
        new("an operation creates at the earlier address: another one is not read for it", Policy(Guarantee.Natural) with { NameIsId = true, NamePath = "name" }, new Reading(), new RecordRead(Intent(AttemptState.Accepted) with { Operation = "/operations/1", Input = new System.Text.Json.Nodes.JsonObject { ["name"] = "web-0" } }), Then.Fails<Failure.Indeterminate>("earlier name")),
        new("an operation creates at this address", Policy(Guarantee.Natural) with { NameIsId = true, NamePath = "name" }, new Reading(), new RecordRead(Intent(AttemptState.Accepted) with { Operation = "/operations/1" }), Then.Polls("/operations/1")),
        new("a free intent is free for other credentials too", Policy(Guarantee.UniqueName, credential: "other"), new Reading(), new RecordRead(Free with { SentBy = "me" }), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.SentBy == "other")),

        new("every attempt is proved not applied: the same key with the input of now", Policy(lookFirst: false), new Reading(Rereads: 2, Sent: 1),
            new RecordRead(Free with { Fingerprint = "f0", Input = [], Operation = "/operations/0" }),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, IdempotencyKey: "k", Fingerprint: "f1", Input.Count: 1, Operation: null })
                .Where((IntentRecord it) => it.Attempts.Select(attempt => attempt.State).SequenceEqual(new[] { AttemptState.NotApplied, AttemptState.NotApplied, AttemptState.Pending }))
                .Where((Intending next) => next is { Sent: 1, Rereads: 2 })),
        new("a free intent and no lock: the holder goes on", NotAlone, new Reading(), new RecordRead(Free), Then.Fails<Failure.Busy>().Where((Failure.Busy busy) => busy.Holder == Me)),
        new("the holder of the lock is named before the writer of the intent", NotAlone with { Holder = Elsewhere }, new Reading(), new RecordRead(Free), Then.Fails<Failure.Busy>().Where((Failure.Busy busy) => busy.Holder == Elsewhere)),
        new("a free intent needs no lock where the API refuses a second create", NotAlone with { Guarantee = Guarantee.UniqueName }, new Reading(), new RecordRead(Free), Then.Writes<Intending, IntentRecord>()),

        new("a server that keeps what it answered must not be asked with that key again", Keys, new Reading(), new RecordRead(Rejected),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 2, LookedBefore: true, Replaces: true, Retiring: ["0"], Superseded: ["0"], MarkerDropped: true, Attempts.Count: 1 } && it.IdempotencyKey != "k")),
        new("one answer of several sends is enough", Keys, new Reading(), new RecordRead(Rejected with { Attempts = [Sent(AttemptState.NotApplied), .. Rejected.Attempts] }), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Generation == 2)),
        new("a generation above the first is known to be new, looked for or not", Keys, new Reading(), new RecordRead(Rejected with { Generation = 2, LookedBefore = false }),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Generation == 3)),
        new("the first key of a record that nothing was looked for may be an earlier life's: a new one could make a second resource", Keys, new Reading(), new RecordRead(Rejected with { LookedBefore = false }),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, IdempotencyKey: "k", Attempts.Count: 2 })),
        new("nothing was answered, so the server keeps nothing", Keys, new Reading(), new RecordRead(Free with { LookedBefore = true }),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, IdempotencyKey: "k" })),
        new("a server that takes keys may keep what it answered, whatever is promised of them", Keys with { Guarantee = Guarantee.UniqueName }, new Reading(), new RecordRead(Rejected), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Generation == 2)),
        new("without keys a rejection is just a rejection", Policy(lookFirst: false), new Reading(), new RecordRead(Rejected), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, Attempts.Count: 2 })),
    ];
}
