using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>A resource that ended in an error state: recorded as such, then handled as declared.</summary>
internal static class FailedRows
{
    private static readonly JsonObject Body = new() { ["id"] = "1", ["status"] = "error" };
    private static readonly SeenPresent Broken = new(Body, Readiness.Failed);
    private static readonly LiveRecord Failed = Live() with { Readiness = Readiness.Failed };
    private static readonly Polling Asking = new(Failed, [], Outcome.Created, true, Now + Seconds(60));
    private static readonly CreatePolicy Replacing = Policy() with { OnFailed = OnFailed.Replace };

    public static IReadOnlyList<Row> All { get; } =
    [
        new("that it failed is recorded first", Policy(credential: "me") with { OnFailed = OnFailed.Replace }, Asking with { Live = Live() with { Readiness = Readiness.Pending } }, Broken,
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Readiness: Readiness.Failed, SeenBy: "me" } && it.Attributes.ContainsKey("status")).Where((Recording next) => next is { Outcome: Outcome.Created, Verified: true, Then: null } && next.Body == Body)),
        new("it failed: a person decides", Policy(), Asking, Broken, Then.Fails<Failure.NotReady>("'1'", "OnFailed.Replace").Where((Failure.NotReady it) => it is { Id: "1", Readiness: Readiness.Failed })),
        new("it failed, and such are kept", Policy() with { OnFailed = OnFailed.Keep }, Asking, Broken, Then.Returns(Outcome.Created, verified: true).Where((Effect.Return it) => it.Body == Body)),
        new("it failed, and such are replaced: the intent to delete comes first", Replacing, Asking, Broken, Then.Writes<BeginningDelete, DeletingRecord>().Where((DeletingRecord it) => it is { Id: "1", Generation: 1 })),
        new("once in a run: what replaced another is not replaced", Replacing, Asking with { Outcome = Outcome.Replaced }, Broken, Then.Fails<Failure.NotReady>("error state")),
        new("what can't be deleted can't be replaced", Replacing with { CanDelete = false }, Asking, Broken, Then.Fails<Failure.NotReady>("error state")),
        new("what another runner holds is not deleted", Replacing with { Alone = false, Holder = Elsewhere }, Asking, Broken, Then.Fails<Failure.Busy>("'1'").Where((Failure.Busy it) => it.Holder == Elsewhere)),
        new("no DELETE while a POST of it may arrive", Replacing, Asking with { Live = Failed with { InFlightUntil = Now + Seconds(9) } }, Broken, Then.Waits<WaitingToRecreate>(Seconds(9)).Where((WaitingToRecreate next) => next is { Live.Id: "1", How: Recreate.DeleteFirst })),
        new("a POST of it has arrived or never will", Replacing, Asking with { Live = Failed with { InFlightUntil = Now } }, Broken, Then.Writes<BeginningDelete, DeletingRecord>()),
        new("what failed is deleted, even where a new one beside it is wanted", Replacing with { Recreate = Recreate.Force }, new WaitingToRecreate(Failed, Recreate.DeleteFirst), new Waited(), Then.Writes<BeginningDelete, DeletingRecord>()),
        new("after the wait what failed is deleted", Replacing, new WaitingToRecreate(Failed, Recreate.DeleteFirst), new Waited(), Then.Writes<BeginningDelete, DeletingRecord>().Where((DeletingRecord it) => it.Id == "1")),
    ];
}
