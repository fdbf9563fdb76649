using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>A POST may have been applied: where the API recognises a repeat, the same is sent again (rule 4).</summary>
internal static class RepeatRows
{
    private static readonly CreatePolicy Keys = ReplayWindowRows.Keys;
    private static readonly CreatePolicy Puts = Policy(Guarantee.Natural) with { NamePath = "name" };
    private static readonly CreatePolicy Marked = Keys with { HasMarker = true, CanLook = true };

    public static IReadOnlyList<Row> All { get; } =
    [
        new("at one address there is one resource, however often it is sent", Puts, new Reading(), Read(Sent(AttemptState.Pending)),
            Repeats().Where((IntentRecord it) => it.Attempts[0] is { State: AttemptState.Ambiguous, Evidence: "no reply was recorded" } && it.IdempotencyKey == "k" && it.Provenance.Reason.Contains("one address"))),
        new("the input was changed: what an earlier PUT sent may be there (rule 12)", Puts, new Reading(), new RecordRead(Named("web-1", Sent(AttemptState.Pending)) with { Fingerprint = "f0" }), Then.Looks<Doubting>()),
        new("the input was changed, and the address can't be read", Puts with { CanLook = false }, new Reading(), new RecordRead(Named("web-1", Sent(AttemptState.Pending)) with { Fingerprint = "f0" }), Then.Fails<Failure.Indeterminate>("run once with the earlier input")),
        new("the API recognises the key: send the same again", Keys, new Reading(Sent: 2), Read(Sent(AttemptState.Pending)), Repeats().Where((IntentRecord it) => it.Provenance.Reason.Contains("the key")).Where((Intending next) => next is { Sent: 2, Rereads: 0 })),
        new("an earlier run's key may be an old record's: where a marker can be looked for, it is looked for first (rule 11)", Marked, new Reading(), Read(Sent(AttemptState.Pending)), Then.Looks<Doubting>().Where((Doubting next) => next.Sent == 0)),
        new("no look is declared", Marked with { LookFirst = false }, new Reading(), Read(Sent(AttemptState.Pending)), Repeats()),
        new("nothing newer: the same key again, without a wait", Marked, new Doubting(Intent(AttemptState.Pending), 0, 0), Looked(), Repeats()),
        new("what has the name doesn't matter to a key that is recognised", Marked, new Doubting(Intent(AttemptState.Pending), 0, 0), Looked(Seen("3")), Repeats()),
        new("a newer generation: the record is an old one", Marked, new Doubting(Intent(AttemptState.Pending), 0, 0), Looked(Seen("3", Ownership.Ours, 2)), Then.Fails<Failure.State>("'3'")),
        new("a key that this run has sent is no old one", Marked, new Reading(Sent: 1), Read(Sent(AttemptState.Pending)), Repeats()),
        new("a repeat needs no lock where the API recognises it", Keys with { Alone = false }, new Reading(), Read(Sent(AttemptState.Pending)), Repeats()),
        new("what is written over an earlier attempt says what is known of it", Keys, new Reading(), Read(Sent(AttemptState.NotApplied, 401), Sent(AttemptState.Ambiguous, 500), Sent(AttemptState.Accepted, 202)),
            Repeats().Where((IntentRecord it) => it.Attempts.Select(attempt => attempt.State).SequenceEqual(new[] { AttemptState.NotApplied, AttemptState.Ambiguous, AttemptState.Ambiguous, AttemptState.Pending }))
                .Where((IntentRecord it) => it.Attempts[2].Evidence == "status 202")),
        new("a repeat after the pause of this run", Keys, new Settling(Intent(AttemptState.Ambiguous), 1, null, Now + Seconds(1)), Settled(Sent(AttemptState.Ambiguous)), Then.Waits<Pausing>(Seconds(1))),
        new("the pause is over", Keys, new Settling(Intent(AttemptState.Ambiguous), 1, null, Now), Settled(Sent(AttemptState.Ambiguous)), Repeats().Where((Intending next) => next.Sent == 1)),
        new("the longest pause of a run is ten minutes", Keys, new Settling(Intent(AttemptState.Ambiguous), 1, null, Now + Seconds(600)), Settled(Sent(AttemptState.Ambiguous)), Then.Waits<Pausing>(Seconds(600))),
        new("the API asks to wait longer than that: another run comes then", Keys, new Settling(Intent(AttemptState.Ambiguous), 1, null, Now + Seconds(601)), Settled(Sent(AttemptState.Ambiguous)), Then.Fails<Failure.Indeterminate>("run again then", "Run again to go on")),

        new("three blind POSTs of one run got no reply: look, where that can be done", Keys, new Settling(Intent(AttemptState.Ambiguous), 3, null), Settled(Sent(AttemptState.Ambiguous)), Then.Looks<Doubting>()),
        new("else stop and say what was sent", Keys with { CanLook = false }, new Settling(Intent(AttemptState.Ambiguous), 3, null), Settled(Sent(AttemptState.Ambiguous)),
            Then.Fails<Failure.Indeterminate>("no repeat with its key", "1 POST(s)", "(reset)", "Nothing more is sent until that is known").Where((Failure.Indeterminate it) => it.Attempts.Count == 1)),
        new("three PUTs of one run got no reply", Puts with { CanLook = false }, new Settling(Intent(AttemptState.Ambiguous), 3, null), Settled(Sent(AttemptState.Ambiguous)), Then.Fails<Failure.Indeterminate>("nothing that this run sent")),

        new("a conditional PUT was refused: something stands at the address, and a look tells what", Puts, new Reading(), Read(Sent(AttemptState.Ambiguous, 412)), Then.Looks<Doubting>()),
        new("a POST at its address was refused with 422 while an earlier one is in doubt", Puts with { RefusesSecond = true }, new Reading(), Read(Sent(AttemptState.Ambiguous), Sent(AttemptState.Ambiguous, 422)), Then.Looks<Doubting>()),
        new("a PUT that was refused with 422 is sent again", Puts, new Reading(), Read(Sent(AttemptState.Ambiguous), Sent(AttemptState.Ambiguous, 422)), Repeats()),
        new("a POST at its address was refused with 409: something stands there", Puts with { RefusesSecond = true }, new Reading(), Read(Sent(AttemptState.Ambiguous, 409)), Then.Looks<Doubting>()),
        new("something stands at the address, and nothing tells what", Puts with { CanLook = false }, new Reading(), Read(Sent(AttemptState.Ambiguous, 412)), Then.Fails<Failure.Indeterminate>("something is at its address")),
        new("another name is another address: the earlier one is in doubt for ever", Puts with { CanLook = false }, new Reading(), new RecordRead(Named("web-0", Sent(AttemptState.Ambiguous)) with { Fingerprint = "f0" }), Then.Fails<Failure.Indeterminate>("run once with the earlier name")),

        .. new[] { Guarantee.UniqueName, Guarantee.Marker, Guarantee.AtMostOnce }.Select(guarantee => new Row($"{guarantee}: nothing recognises a repeat, and nothing can be looked for", Policy(guarantee, canLook: false), new Reading(), Read(Sent(AttemptState.Ambiguous)),
            Then.Fails<Failure.Indeterminate>("no way to look for it", "ResolveAsync"))),
        new("no reply was recorded: the message says so", Policy(Guarantee.AtMostOnce, canLook: false), new Reading(), Read(Sent(AttemptState.Pending)), Then.Fails<Failure.Indeterminate>("no reply was recorded")),
        new("a unique name is looked for before it is sent again", Policy(Guarantee.UniqueName), new Reading(), Read(Sent(AttemptState.Ambiguous)), Then.Looks<Doubting>()),
    ];

    private static Then Repeats() => Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1 } && it.Attempts[^1].State == AttemptState.Pending);

    private static RecordRead Read(params Attempt[] attempts) => new(Named("web-1", attempts));

    private static Written Settled(params Attempt[] attempts) => new(Named("web-1", attempts));

    private static IntentRecord Named(string name, params Attempt[] attempts) => Intent(attempts) with { Input = new JsonObject { ["name"] = name } };
}
