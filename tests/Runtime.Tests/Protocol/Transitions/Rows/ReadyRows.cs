using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>A recorded resource on its way to be ready. The record says so: a later run goes on.</summary>
internal static class ReadyRows
{
    private static readonly JsonObject Body = new() { ["id"] = "1", ["status"] = "new" };
    private static readonly LiveRecord Young = Live(seenBy: "me") with { Readiness = Readiness.Pending, CreatedAt = Now - Seconds(29) };
    private static readonly LiveRecord Old = Young with { CreatedAt = Now - Seconds(30) };
    private static readonly Polling Asking = new(Young, Body, Outcome.Created, true, Now + Seconds(60), Failures: 2);
    private static readonly CreatePolicy Mine = Policy(credential: "me");

    public static IReadOnlyList<Row> All { get; } =
    [
        new("it is read again when it is time", Mine, Asking, new Waited(), Then.Gets<Polling>("1").Where((Polling next) => next == Asking)),
        new("a marker that a read doesn't show was dropped", Mine, Asking with { Live = Young with { Marker = "m" } }, new SeenPresent(Body, Ownership: Ownership.Unproven), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.MarkerDropped)),
        new("a marker that a read shows", Mine, Asking with { Live = Young with { Marker = "m" } }, new SeenPresent(Body, Ownership: Ownership.Ours), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => !it.MarkerDropped)),
        new("what was adopted by its name carries no marker", Mine, Asking with { Live = Young with { Marker = null } }, new SeenPresent(Body, Ownership: Ownership.Unproven), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => !it.MarkerDropped)),
        new("on its way: read again after the interval", Mine, Asking, new SeenPresent(new JsonObject { ["status"] = "building" }, Readiness.Pending),
            Then.Waits<Polling>(Seconds(3)).Where((Polling next) => next.Failures == 0 && next.Body["status"]!.ToString() == "building")),
        new("on its way, and not beyond the patience of this run", Mine, Asking with { Until = Now + Seconds(1) }, new SeenPresent(null, Readiness.Pending), Then.Waits<Polling>(Seconds(1)).Where((Polling next) => next.Body == Body)),
        new("on its way when the patience of this run ends: it is recorded, a later run goes on", Mine, Asking with { Until = Now }, new SeenPresent(null, Readiness.Pending),
            Then.Fails<Failure.NotReady>("'1'", "Run again").Where((Failure.NotReady it) => it is { Id: "1", Readiness: Readiness.Pending })),
        new("it is ready: that is recorded, without its secrets", Policy(credential: "other"), Asking, new SeenPresent(new JsonObject { ["id"] = "1", ["user_data"] = "s3cret" }, Readiness.Ready),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Readiness: Readiness.Ready, SeenBy: "other" } && it.Attributes.ToJsonString() == """{"id":"1"}""")
                .Where((Recording next) => next is { Outcome: Outcome.Created, Verified: true, Then: null } && next.Body.ContainsKey("user_data"))),
        new("it is there, says the list, which doesn't show it: what was seen last is kept", Mine, Asking, new SeenPresent(null), Then.Writes<Recording, LiveRecord>().Where((Recording next) => next.Body == Body)),
        new("a read that was sent when it was younger: again", Mine, Asking with { Live = Old }, new SeenAbsent { AskedAt = Now - Seconds(10) }, Then.Waits<Polling>(Seconds(3))),
        new("it can't be read yet", Mine, Asking, new SeenAbsent(), Then.Waits<Polling>(Seconds(3)).Where((Polling next) => next.Failures == 2)),
        new("what an earlier run made can't be read though it should: the list tells whether it is gone", Mine, Asking with { Live = Old, Outcome = Outcome.Reused }, new SeenAbsent(), Then.Lists<ConfirmingAbsence>("1")),
        new("what a key's reply named can't be read: a replay of what was deleted, if the list lacks it", Mine with { Guarantee = Guarantee.Replay }, Asking with { Live = Old }, new SeenAbsent(), Then.Lists<ConfirmingAbsence>("1")),
        new("what this run made can't be read: another one would be as unreadable", Mine, Asking with { Live = Old }, new SeenAbsent(), Then.Fails<Failure.Unknown>("'1'", "created or found by this run")),
        .. new[] { Outcome.Replaced, Outcome.Adopted }.Select(outcome => new Row($"{outcome} by this run and unreadable, though a key's reply named it: once in a run", Mine with { Guarantee = Guarantee.Replay }, Asking with { Live = Old, Outcome = outcome }, new SeenAbsent(), Then.Fails<Failure.Unknown>("'1'"))),
        new("a read without an answer is repeated", Mine, Asking with { Failures = 3 }, new NotKnown(500, "status 500"), Then.Waits<Polling>(Seconds(3)).Where((Polling next) => next.Failures == 4)),
        new("five reads without an answer: it is recorded, a later run goes on", Mine, Asking with { Failures = 4 }, new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("'1'", "5 reads", "status 500").Where((Failure.Unknown it) => it.Status == 500)),
    ];
}
