using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>The reply proves that the POST was not applied, or proves nothing: written at once, before anything is concluded (rule 2).</summary>
internal static class RejectionRows
{
    private static readonly Sending First = new(Intent(AttemptState.Pending), 1);
    private static readonly Sending Repeat = new(Intent(AttemptState.Ambiguous, AttemptState.Pending), 2);
    private static readonly CreatePolicy Keys = Policy(Guarantee.Replay);
    private static readonly Exception Cause = new HttpRequestException("refused");

    public static IReadOnlyList<Row> All { get; } =
    [
        new("a rejection settles its attempt and is told to the caller", Policy(), First, new NotApplied(422, "bad range.", "status 422", Cause),
            Writes(AttemptState.NotApplied, 422, "status 422").Where((Settling next) => next.Then is Failure.Rejected { Status: 422, Problem: "bad range.", Message: "test/Servers/web-1 was not created: status 422: bad range." } && ((Failure.Rejected)next.Then).Cause == Cause)),
        new("applied but lost, then 401 on the repeat: only the repeat is settled, and the message says that the intent stands", Policy(), Repeat, new NotApplied(401, null, "status 401"),
            Writes(AttemptState.NotApplied, 401, "status 401").Where((IntentRecord it) => it.Attempts[0].State == AttemptState.Ambiguous).Where((Settling next) => next.Then!.Message.Contains("its intent stands"))),
        new("a connection that was refused settles its attempt", Policy(), First, new NotApplied(null, null, "connection refused"), Writes(AttemptState.NotApplied, null, "connection refused").Where((Settling next) => next.Then is Failure.Rejected { Status: null })),

        new("the API says when it takes the POST again: wait for that, not for the caller", Policy(), First, new NotApplied(429, null, "status 429", null, Seconds(600)),
            Writes(AttemptState.NotApplied, 429, "status 429").Where((Settling next) => next.Then == null && next.NotBefore == Now + Seconds(600) && next.Sent == 1)),
        new("longer than ten minutes is for a later run", Policy(), First, new NotApplied(429, null, "status 429", null, Seconds(601)), Writes(AttemptState.NotApplied, 429, "status 429").Where((Settling next) => next.Then is Failure.Rejected)),
        new("three POSTs are enough for one run", Policy(), First with { Sent = 3 }, new NotApplied(429, null, "status 429", null, Seconds(1)), Writes(AttemptState.NotApplied, 429, "status 429").Where((Settling next) => next.Then is Failure.Rejected)),

        .. new[] { 400, 409, 412, 422 }.Select(status => new Row($"{status} to a repeated key may mean that the first one arrived with another body", Keys, Repeat, new NotApplied(status, null, $"status {status}"),
            Writes(AttemptState.Ambiguous, status, $"status {status}, which may mean that the key was used before").Where((Settling next) => next.Then == null))),
        new("401 to a repeated key says nothing about the key", Keys, Repeat, new NotApplied(401, null, "status 401"), Writes(AttemptState.NotApplied, 401, "status 401").Where((Settling next) => next.Then is Failure.Rejected)),
        new("422 to a key that is not in doubt is a rejection", Keys, new Sending(Intent(AttemptState.NotApplied, AttemptState.Pending), 1), new NotApplied(422, null, "status 422"), Writes(AttemptState.NotApplied, 422, "status 422").Where((Settling next) => next.Then is Failure.Rejected)),
        new("422 to the first key of a record that nothing was looked for may be about an earlier life's body: the message says what frees it", Keys, First, new NotApplied(422, null, "status 422"), Writes(AttemptState.NotApplied, 422, "status 422").Where((Settling next) => next.Then!.Message.Contains("ResolveAsync with null"))),
        .. new[] { (400, 1, false, true), (409, 1, false, true), (412, 1, false, true), (401, 1, false, false), (422, 2, false, false), (422, 1, true, false) }.Select(it => new Row($"{it.Item1} to a key of generation {it.Item2}, looked for before: {it.Item3} – that advice {(it.Item4 ? "helps" : "wouldn't")}", Keys,
            new Sending(Intent(AttemptState.Pending) with { Generation = it.Item2, LookedBefore = it.Item3 }, 1), new NotApplied(it.Item1, null, "rejected"), Then.Writes<Settling, IntentRecord>().Where((Settling next) => next.Then!.Message.Contains("ResolveAsync") == it.Item4))),
        new("without a key that advice wouldn't help", Policy(), First, new NotApplied(422, null, "status 422"), Then.Writes<Settling, IntentRecord>().Where((Settling next) => !next.Then!.Message.Contains("ResolveAsync"))),
        new("422 to a repeat without a key is a rejection", Policy(), Repeat, new NotApplied(422, null, "status 422"), Writes(AttemptState.NotApplied, 422, "status 422").Where((Settling next) => next.Then is Failure.Rejected)),

        new("'already exists' tells that something is there, not whose it is", Policy(Guarantee.UniqueName), First, new Exists("name in use"),
            Writes(AttemptState.Ambiguous, 409, "already exists (status 409): name in use").Where((Settling next) => next is { Then: null, Sent: 1 })),
        new("'already exists' to a key may mean that the first one is still at work: pause like any blind repeat", Keys, First with { Sent = 2 }, new Exists(null), NotBefore(4)),
        new("'already exists' to a unique name is looked for at once", Policy(Guarantee.UniqueName), First, new Exists(null), NotBefore(0)),
        new("a conditional PUT that is refused tells the same", Policy(Guarantee.Natural), First, new Exists(null, 412), Writes(AttemptState.Ambiguous, 412, "already exists (status 412)")),

        new("a POST without a reply is written down as ambiguous", Policy(), First, new Ambiguous(500, "status 500"), Writes(AttemptState.Ambiguous, 500, "status 500").Where((Settling next) => next is { Then: null, Sent: 1 } && next.NotBefore == Now)),
        new("a look comes before a repeat, so no pause is needed for its own sake", Policy(Guarantee.UniqueName), First with { Sent = 2 }, new Ambiguous(null, "reset"), NotBefore(0)),
        new("the API asks for a pause, and gets it", Policy(), First, new Ambiguous(503, "status 503", null, Seconds(7)), NotBefore(7)),
        new("a blind repeat with a key pauses a second", Keys, First, new Ambiguous(null, "reset"), NotBefore(1)),
        new("then four", Keys, First with { Sent = 2 }, new Ambiguous(null, "reset"), NotBefore(4)),
        new("then sixteen", Policy(Guarantee.Natural), First with { Sent = 3 }, new Ambiguous(null, "reset"), NotBefore(16)),
        new("a blind repeat of a PUT pauses a second", Policy(Guarantee.Natural), First, new Ambiguous(null, "reset"), NotBefore(1)),
        new("a longer pause that the API asks for counts", Keys, First, new Ambiguous(503, "status 503", null, Seconds(2)), NotBefore(2)),
        new("a shorter one doesn't", Keys, First, new Ambiguous(503, "status 503", null, Seconds(0.5)), NotBefore(1)),
    ];

    private static Then Writes(AttemptState state, int? status, string evidence) => Then.Writes<Settling, IntentRecord>()
        .Where((IntentRecord it) => it.Attempts[^1].State == state && it.Attempts[^1].Status == status)
        .Where((IntentRecord it) => it.Attempts[^1].Evidence == evidence && it.Provenance.Reason == (state == AttemptState.NotApplied ? "rejected: " : "in doubt: ") + evidence)
        .Where((Settling next) => next.Intent.Attempts[^1].State == state);

    private static Then NotBefore(double seconds) => Then.Writes<Settling, IntentRecord>().Where((Settling next) => next.NotBefore == Now + Seconds(seconds));
}
