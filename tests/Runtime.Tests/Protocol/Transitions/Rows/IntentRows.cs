using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>Intent first (rule 1): what is about to be sent is durable before its first byte.</summary>
internal static class IntentRows
{
    private static readonly IntentRecord Written = Intent(AttemptState.Ambiguous, AttemptState.Pending) with { Version = 7 };

    public static IReadOnlyList<Row> All { get; } =
    [
        new("the intent holds all that the first POST needs, and one pending attempt", Policy(Guarantee.Replay, lookFirst: false, credential: "me"), new Reading(), new RecordRead(null),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Attempts.Single() == new Attempt(1, Now, AttemptState.Pending, Domain: Me.Domain))
                .Where((IntentRecord it) => it.IdempotencyKey == IdempotencyKey.Create(Key.Scope, Key.Model, Key.Instance, 1) && it.Fingerprint == "f1" && it.Runner == Me && it.SentBy == "me")
                .Where((IntentRecord it) => it.Key == Key && it.Provenance.At == Now && it.Marker == null)),
        new("the marker that goes into the resource is of the intent's generation", Policy(lookFirst: false), new Reading(), new RecordRead(Tombstone()),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Marker == Marker.For(Key, 2).ToString())),
        new("who takes an intent over says who and since when", Policy(lookFirst: false) with { Runner = Elsewhere with { Since = Now - Hours(1) } }, new Reading(), new RecordRead(Intent(AttemptState.NotApplied)),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Runner == Elsewhere)),
        new("the intent is durable: send", Policy(), new Intending(Sent: 1, Rereads: 4), new Written(Written),
            Then.Posts().Where((IntentRecord it) => it == Written).Where((Sending next) => next.Sent == 2 && next.Intent == Written)),
        new("another runner wrote first: read what it wrote", Policy(), new Intending(Sent: 1, Rereads: 7), new WriteLost(), Then.Reads<Reading>().Where((Reading next) => next is { Rereads: 8, Sent: 1 })),
        new("overtaken eight times: give up instead of going on for ever", Policy(), new Intending(Sent: 1, Rereads: 8), new WriteLost(), Then.Fails<Failure.State>("8 times in a row")),
    ];
}
