using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>What an attempt came to is durable, or another runner wrote first.</summary>
internal static class SettledRows
{
    private static readonly Failure Rejected = new Failure.Rejected("rejected", 422, null, null);
    private static readonly Written Doubtful = new(Intent(AttemptState.Ambiguous) with { Version = 2 });
    private static readonly Written Free = new(Intent(AttemptState.NotApplied) with { Version = 2 });

    public static IReadOnlyList<Row> All { get; } =
    [
        new("the rejection is recorded: now the caller hears of it", Policy(), new Settling(Intent(AttemptState.NotApplied), 1, Rejected), Free, Then.Fails<Failure.Rejected>("rejected")),
        new("the rejection can't be recorded, because another runner goes on: the caller hears of it all the same", Policy(), new Settling(Intent(AttemptState.NotApplied), 1, Rejected), new WriteLost(), Then.Fails<Failure.Rejected>("rejected")),
        new("the doubt is recorded: resolve it, with what the API asked for in mind", Policy(), new Settling(Intent(AttemptState.Ambiguous), 2, null, Now + Seconds(5)), Doubtful,
            Then.Looks<Doubting>().Where((Doubting next) => next.Sent == 2 && next.EmptyLooks == 0 && next.NotBefore == Now + Seconds(5) && next.Intent.Version == 2)),
        new("the doubt can't be recorded, because another runner goes on: read what it wrote", Policy(), new Settling(Intent(AttemptState.Ambiguous), 2, null), new WriteLost(), Then.Reads<Reading>().Where((Reading next) => next is { Rereads: 2, Sent: 2 })),
        new("what the API asked for is not forgotten for that", Policy(), new Settling(Intent(AttemptState.Ambiguous), 2, null, Now + Seconds(5)), new WriteLost(), Then.Reads<Reading>().Where((Reading next) => next.NotBefore == Now + Seconds(5))),
        new("the API takes the rejected POST again later: wait for that", Policy(), new Settling(Intent(AttemptState.NotApplied), 1, null, Now + Seconds(5)), Free,
            Then.Waits<Pausing>(Seconds(5)).Where((Pausing next) => next.Sent == 1 && next.Intent.Version == 2)),
        new("an earlier attempt in doubt comes before that", Policy(), new Settling(Intent(AttemptState.NotApplied), 1, null, Now + Seconds(5)), new Written(Intent(AttemptState.Ambiguous, AttemptState.NotApplied)), Then.Looks<Doubting>()),
        new("the time is over, and the attempt is in doubt: ask again whether it may be sent, for the pause may have been long", Policy(), new Pausing(((IntentRecord)Doubtful.Record), 1, "because"), new Waited(), Then.Looks<Doubting>().Where((Doubting next) => next is { Sent: 1, EmptyLooks: 0 } && next.NotBefore == default)),
        new("the time is over, and so is the window of the key", ReplayWindowRows.Keys, new Pausing(Intent(Sent(AttemptState.Ambiguous, ago: Hours(24))), 1, "because"), new Waited(), Then.Looks<Doubting>()),
        new("the time is over, and the key may still be sent", ReplayWindowRows.Keys, new Pausing(Intent(Sent(AttemptState.Ambiguous, ago: Hours(1))), 1, "because"), new Waited(), Then.Writes<Intending, IntentRecord>()),
        new("the time is over: send it again with the same key", Policy(), new Pausing(((IntentRecord)Free.Record), 1, "because"), new Waited(),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Attempts.Count: 2, IdempotencyKey: "k", Provenance.Reason: "about to create: because" }).Where((Intending next) => next.Sent == 1)),
    ];
}
