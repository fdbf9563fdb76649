using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>A POST that the API took on: 202, and an operation that makes the resource.</summary>
internal static class OperationRows
{
    private static readonly IntentRecord Taken = Intent(Sent(AttemptState.Ambiguous), Sent(AttemptState.Accepted, 202)) with { Operation = "/operations/1", Version = 3 };
    private static readonly AwaitingOperation Awaiting = new(Taken, 2, Now + Seconds(900), Failures: 2);

    public static IReadOnlyList<Row> All { get; } =
    [
        new("the operation is recorded before it is asked", Policy(), new Sending(Intent(AttemptState.Ambiguous, AttemptState.Pending), 2), new Accepted("/operations/1"),
            Then.Writes<Accepting, IntentRecord>().Where((IntentRecord it) => it is { Operation: "/operations/1", Attempts: [{ State: AttemptState.Ambiguous }, { State: AttemptState.Accepted, Status: 202, Evidence: "accepted with an operation" }], Provenance.Reason: "accepted: an operation creates it" }).Where((Accepting next) => next.Sent == 2)),
        new("the operation is recorded: ask it", Policy(), new Accepting(Taken, 2), new Written(Taken), Then.Polls("/operations/1").Where((AwaitingOperation next) => next is { Sent: 2, Failures: 0 } && next.Until == Now + Seconds(900) && next.Intent == Taken)),
        new("the operation can't be recorded, because another runner goes on: read what it wrote", Policy(), new Accepting(Taken, 2), new WriteLost(), Then.Reads<Reading>().Where((Reading next) => next is { Rereads: 2, Sent: 2 } && next.NotBefore == Now + Seconds(1))),
        new("an operation that an earlier run was told of is asked, without the lock too", Policy() with { Alone = false }, new Reading(Sent: 1), new RecordRead(Taken), Then.Polls("/operations/1").Where((AwaitingOperation next) => next.Sent == 1)),
        new("an operation of an earlier attempt says nothing about the last one", Policy(), new Reading(), new RecordRead(Taken with { Attempts = [.. Taken.Attempts, Sent(AttemptState.Ambiguous)] }), Then.Looks<Doubting>()),
        new("accepted, and nothing says as what: look", Policy(), new Reading(), new RecordRead(Taken with { Operation = null }), Then.Looks<Doubting>()),

        new("the operation is asked again when it is time", Policy(), Awaiting, new Waited(), Then.Polls("/operations/1").Where((AwaitingOperation next) => next == Awaiting)),
        new("under way: ask again after the interval", Policy(), Awaiting, new OperationRunning(), Then.Waits<AwaitingOperation>(Seconds(3)).Where((AwaitingOperation next) => next.Failures == 0)),
        new("under way, and the API says when to ask again", Policy(), Awaiting, new OperationRunning(Seconds(20)), Then.Waits<AwaitingOperation>(Seconds(20))),
        new("under way, and not more often than the interval", Policy(), Awaiting, new OperationRunning(Seconds(1)), Then.Waits<AwaitingOperation>(Seconds(3))),
        new("under way, and not beyond the patience of this run", Policy(), Awaiting with { Until = Now + Seconds(2) }, new OperationRunning(Seconds(20)), Then.Waits<AwaitingOperation>(Seconds(2))),
        new("under way when the patience of this run ends: a later run goes on", Policy(), Awaiting with { Until = Now }, new OperationRunning(), Then.Fails<Failure.NotReady>("run again").Where((Failure.NotReady it) => it is { Id: null, Readiness: Readiness.Pending })),

        new("the operation made it: the id is recorded at once, and read before it is returned", Policy() with { FollowUps = ["attach"] }, Awaiting, new OperationSucceeded("5"),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Id: "5", Version: 3, Readiness: Readiness.Pending, MarkerDropped: false, PendingFollowUps: ["attach"] }).Where((Recording next) => next.Outcome == Outcome.Created)),
        new("the operation made it, and it can't be read", Policy() with { CanRead = false }, Awaiting, new OperationSucceeded("5"), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Readiness == Readiness.Ready)),
        new("the operation failed: its attempt is settled, an earlier one is not", Policy(), Awaiting, new OperationFailed("quota."),
            Then.Writes<Settling, IntentRecord>().Where((IntentRecord it) => it is { Operation: null, Attempts: [{ State: AttemptState.Ambiguous }, { State: AttemptState.NotApplied, Status: 202, Evidence: "its operation failed: quota." }] })
                .Where((Settling next) => next is { Sent: 2, Then: Failure.Rejected { Status: 202, Problem: "quota." } } && next.Then!.Message.Contains("its operation failed (quota)"))),
        new("a key names one operation: that it failed settles every POST of the key", Policy(Guarantee.Replay), Awaiting, new OperationFailed("quota"),
            Then.Writes<Settling, IntentRecord>().Where((IntentRecord it) => it is { Attempts: [{ State: AttemptState.NotApplied, Evidence: "its operation failed: quota" }, { State: AttemptState.NotApplied, Status: 202 }] })),
        new("the operation is not known any more, so nothing says what it made", Policy(), Awaiting, new SeenAbsent(),
            Then.Writes<Settling, IntentRecord>().Where((IntentRecord it) => it is { Operation: null, Attempts: [_, { State: AttemptState.Ambiguous, Status: 202 }] }).Where((Settling next) => next is { Then: null, Sent: 2 })),
        new("the operation gives no answer: ask again", Policy(), Awaiting with { Failures = 3 }, new NotKnown(500, "status 500"), Then.Waits<AwaitingOperation>(Seconds(3)).Where((AwaitingOperation next) => next.Failures == 4)),
        new("the operation gives no answer five times: a later run goes on", Policy(), Awaiting with { Failures = 4 }, new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("5 reads of its operation", "status 500").Where((Failure.Unknown it) => it.Status == 500)),
    ];
}
