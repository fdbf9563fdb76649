using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>404 on the recorded id: absent needs more than that (rule 6), and opens a generation (rule 9).</summary>
internal static class AbsenceRows
{
    private static readonly LiveRecord Recorded = Live(seenBy: "me") with { Superseded = ["0"], Generation = 2, MarkerDropped = true, Retiring = ["0"], Duplicates = ["1-twin"] };
    private static readonly LiveRecord Young = Recorded with { CreatedAt = Now - Seconds(29) };
    private static readonly CreatePolicy Mine = Policy(lookFirst: false, credential: "me");

    public static IReadOnlyList<Row> All { get; } =
    [
        new("404 may mean forbidden: a complete list has to lack it too", Mine, new Verifying(Recorded), new SeenAbsent(), Then.Lists<ConfirmingAbsence>("1")),
        new("where there is no list, 404 has to do", Mine with { CanList = false }, new Verifying(Recorded), new SeenAbsent(), Opens()),
        new("a read that was sent when it was younger proves nothing, however late it is answered", Mine, new Verifying(Young with { CreatedAt = Now - Seconds(40) }), new SeenAbsent { AskedAt = Now - Seconds(20) }, Then.Fails<Failure.Unknown>("younger than the list lag")),
        new("younger than the lag: reads may not show it yet", Mine, new Verifying(Young), new SeenAbsent(), Then.Fails<Failure.Unknown>("younger than the list lag")),
        new("as old as the lag: reads show it", Mine, new Verifying(Young with { CreatedAt = Now - Seconds(30) }), new SeenAbsent(), Then.Lists<ConfirmingAbsence>("1")),
        new("a POST of it may still arrive: no generation before that", Mine, new Verifying(Recorded with { InFlightUntil = Now + Seconds(1) }), new SeenAbsent(), Then.Fails<Failure.Unknown>("may still arrive")),
        new("a POST of it has arrived by now", Mine, new Verifying(Recorded with { InFlightUntil = Now }), new SeenAbsent(), Then.Lists<ConfirmingAbsence>("1")),
        new("404 under other credentials proves nothing", Policy(credential: "other"), new Verifying(Recorded), new SeenAbsent(), Then.Fails<Failure.Unknown>("'me'", "'other'")),
        new("gone: the old id and the next generation are written in one compare-and-set", Mine, new ConfirmingAbsence(Recorded), new SeenAbsent(), Opens()),
        new("gone, and another runner holds the lock: the holder creates", Mine with { Alone = false, Holder = Elsewhere }, new ConfirmingAbsence(Recorded), new SeenAbsent(), Then.Fails<Failure.Busy>("'1'").Where((Failure.Busy it) => it.Holder == Elsewhere)),
        new("gone, and the API refuses a second create, whoever sends it", Mine with { Alone = false, Guarantee = Guarantee.UniqueName }, new ConfirmingAbsence(Recorded), new SeenAbsent(), Opens()),
        new("the list still holds it: the read was wrong, or the list is", Mine, new ConfirmingAbsence(Recorded), new SeenPresent(null), Then.Fails<Failure.Unknown>("'1'", "still holds it").Where((Failure.Unknown it) => it.Status == 404)),
        new("the list gives no answer: unknown is not absent", Mine, new ConfirmingAbsence(Recorded), new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("status 500")),
    ];

    private static Then Opens() => Then.Writes<Intending, IntentRecord>()
        .Where((IntentRecord it) => it is { Generation: 3, Version: 2, Replaces: true, Superseded: ["0", "1", "1-twin"], Retiring: ["0"], MarkerDropped: true, LookedBefore: false, Attempts.Count: 1 })
        .Where((Intending next) => next.Sent == 0);
}
