using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>The record names a live resource: verify it, follow it up, retire what it replaces, return it.</summary>
internal static class LiveRows
{
    private static readonly LiveRecord Same = Live(seenBy: "me");
    private static readonly SeenPresent AsRecorded = new((JsonObject)Same.Attributes.DeepClone());
    private static readonly CreatePolicy Mine = Policy(credential: "me");
    private static readonly LiveRecord Replaced = Live("5") with { Generation = 2, Marker = Marker.For(Key, 2).ToString(), Retiring = ["1", "2"], Superseded = ["1", "2"] };
    private static readonly LiveRecord Unfinished = Live() with { PendingFollowUps = ["attach", "tag"], DoneFollowUps = ["boot"] };
    private static readonly LiveRecord Outdated = Live() with { Adopted = true, PendingFollowUps = [CreatePolicy.BringUpToDate] };
    private static readonly CreatePolicy Following = Policy() with { FollowUps = ["boot", "tag", "attach"] };
    private static readonly FollowingUp Tagging = new(Unfinished, [], Outcome.Created, true, "tag");
    private static readonly Retiring Retires = new(Replaced, [], Outcome.Replaced, true, "1");

    public static IReadOnlyList<Row> All { get; } =
    [
        new("the record is trusted: a run that has nothing to do asks nothing", Policy(), new Reading(), new RecordRead(Live()), Then.Returns(Outcome.Reused, verified: false).Where((Effect.Return it) => it.Body["name"]!.ToString() == "web-1")),
        new("the record is trusted without the lock too", Policy() with { Alone = false }, new Reading(), new RecordRead(Live()), Then.Returns(Outcome.Reused, verified: false)),
        new("the record is verified before it is trusted", Policy(verify: true), new Reading(), new RecordRead(Live()), Then.Gets<Verifying>("1")),
        new("what only a list shows is looked for once the list can't be behind its record any more", Policy(verify: true) with { CanRead = false }, new Reading(), new RecordRead(WrittenBefore(30)), Then.Gets<Verifying>("1")),
        new("before that the list may lack it, or show what it was", Policy(verify: true) with { CanRead = false }, new Reading(), new RecordRead(WrittenBefore(29)), Then.Returns(Outcome.Reused, verified: false)),
        new("what isn't ready is waited for, which verifies it as well", Policy(verify: true), new Reading(), new RecordRead(Live() with { Readiness = Readiness.Pending }), Then.Gets<Polling>("1").Where((Polling next) => next is { Outcome: Outcome.Reused, Verified: false })),
        new("who may retire an earlier one is not forgotten by a read with other credentials", Policy(credential: "other"), new Verifying(Same with { Retiring = ["0"] }), new SeenPresent(new JsonObject { ["id"] = "1" }), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.SeenBy == "me")),
        new("alive and as recorded: nothing is written (I5)", Mine, new Verifying(Same), AsRecorded, Then.Returns(Outcome.Reused, verified: true)),
        new("a list shows that it is there, not what it is", Mine, new Verifying(Same), new SeenPresent(null), Then.Returns(Outcome.Reused, verified: true)),
        new("alive and changed: the record is refreshed, without secrets", Mine, new Verifying(Same), new SeenPresent(new JsonObject { ["id"] = "1", ["user_data"] = "s3cret" }),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Attributes.ToJsonString() == """{"id":"1"}""").Where((Recording next) => next is { Outcome: Outcome.Reused, Verified: true } && next.Body.Count == 2)),
        new("a secret in the reply is no change", Mine, new Verifying(Same), new SeenPresent(new JsonObject { ["id"] = "1", ["name"] = "web-1", ["user_data"] = "s3cret" }), Then.Returns(Outcome.Reused, verified: true)),
        new("who saw it last is recorded: only who saw it may see it gone", Policy(credential: "other"), new Verifying(Same), AsRecorded, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.SeenBy == "other")),
        new("alive, and in an error state by now: that is recorded, and handled as declared", Mine, new Verifying(Same with { SeenBy = "other" }), new SeenPresent(new JsonObject { ["id"] = "1", ["user_data"] = "s3cret" }, Readiness.Failed),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Readiness: Readiness.Failed, SeenBy: "me" } && it.Attributes.ToJsonString() == """{"id":"1"}""").Where((Recording next) => next is { Outcome: Outcome.Reused, Verified: true })),
        new("unknown is not absent: a verifying read without an answer stops", Mine, new Verifying(Same), new NotKnown(401, "status 401"), Then.Fails<Failure.Unknown>("status 401").Where((Failure.Unknown it) => it.Status == 401)),

        new("a follow-up that is due runs, in the caller's order", Following, new Reading(), new RecordRead(Unfinished), Then.FollowsUp("tag").Where((FollowingUp next) => next is { Name: "tag", Outcome: Outcome.Reused })),
        new("what was adopted is brought to what is wanted", Policy(onExists: OnExists.Update), new Reading(), new RecordRead(Outdated), Then.FollowsUp(CreatePolicy.BringUpToDate)),
        new("what was updated is read again", Policy(onExists: OnExists.Update), new FollowingUp(Outdated, [], Outcome.Adopted, true, CreatePolicy.BringUpToDate), new FollowedUp(),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Readiness: Readiness.Pending, PendingFollowUps: [], DoneFollowUps: [CreatePolicy.BringUpToDate] }).Where((Recording next) => next.Outcome == Outcome.Updated)),
        new("what was updated can't be read again", Policy(onExists: OnExists.Update) with { CanRead = false }, new FollowingUp(Outdated, [], Outcome.Adopted, true, CreatePolicy.BringUpToDate), new FollowedUp(), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Readiness == Readiness.Ready)),
        new("an update that fails: it is recorded, and the next run goes on", Policy(onExists: OnExists.Update), new FollowingUp(Outdated, [], Outcome.Adopted, true, CreatePolicy.BringUpToDate), new FollowUpFailed(new IOException("no network")), Then.Fails<Failure.FollowUp>("'1'", "bringing it to what is wanted", "no network")),
        new("what was adopted is replaced, ready or not", Policy(onExists: OnExists.Replace), new Reading(), new RecordRead(Outdated with { Readiness = Readiness.Pending, PendingFollowUps = [CreatePolicy.ReplaceAdopted] }), Then.Writes<BeginningDelete, DeletingRecord>().Where((BeginningDelete next) => next.Live!.Id == "1")),
        new("what was adopted stays when that is declared by now", Policy(onExists: OnExists.Adopt), new Reading(), new RecordRead(Outdated with { PendingFollowUps = [CreatePolicy.ReplaceAdopted] }), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.PendingFollowUps.Count == 0)),
        new("an adopted one is replaced by the holder of the lock", Policy(onExists: OnExists.Replace) with { Alone = false, Holder = Elsewhere }, new Reading(), new RecordRead(Outdated with { PendingFollowUps = [CreatePolicy.ReplaceAdopted] }), Then.Fails<Failure.Busy>("'1'")),
        new("a follow-up that the caller doesn't ask for any more doesn't run", Policy(), new Reading(), new RecordRead(Unfinished), Then.Returns(Outcome.Reused, verified: false)),
        new("a follow-up is for the holder of the lock", Following with { Alone = false, Holder = Elsewhere }, new Reading(), new RecordRead(Unfinished), Then.Fails<Failure.Busy>("'1'").Where((Failure.Busy it) => it.Holder == Elsewhere)),
        new("no follow-up before it is ready", Following, new Reading(), new RecordRead(Unfinished with { Readiness = Readiness.Pending }), Then.Gets<Polling>("1")),
        new("a follow-up that is done is recorded", Following, Tagging, new FollowedUp(), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { PendingFollowUps: ["attach"], DoneFollowUps: ["boot", "tag"] }).Where((Recording next) => next is { Outcome: Outcome.Created, Verified: true })),
        new("a follow-up that failed runs again next time; the resource is recorded", Following, Tagging, new FollowUpFailed(new InvalidOperationException("no disk.")),
            Then.Fails<Failure.FollowUp>("'1'", "'tag'", "no disk.").Where((Failure.FollowUp it) => it is { Id: "1", Name: "tag", Cause: InvalidOperationException })),

        new("what it replaces goes last, with its helper but not with what still carries the identity", Policy(), new Reading(), new RecordRead(Replaced),
            Then.Deletes<Retiring>("1").Where((Effect.Delete it) => it is { KeepsIdentity: true } && it.Marker == Marker.For(Key, 1).ToString()).Where((Retiring next) => next is { Id: "1", Outcome: Outcome.Reused })),
        new("follow-ups come before that", Following, new Reading(), new RecordRead(Replaced with { PendingFollowUps = ["tag"] }), Then.FollowsUp("tag")),
        new("without a marker it has no helper", Policy(), new Reading(), new RecordRead(Replaced with { Marker = null }), Then.Deletes<Retiring>("1").Where((Effect.Delete it) => it.Marker == null)),
        new("nothing comes before the first generation", Policy(), new Reading(), new RecordRead(Replaced with { Generation = 1 }), Then.Deletes<Retiring>("1").Where((Effect.Delete it) => it.Marker == null)),
        new("only the holder of the lock deletes what is replaced", Policy() with { Alone = false }, new Reading(), new RecordRead(Replaced), Then.Fails<Failure.Busy>("'5'")),
        new("what can't be deleted stays", Policy() with { CanDelete = false }, new Reading(), new RecordRead(Replaced), Then.Returns(Outcome.Reused, verified: false)),
        new("what is replaced is gone, and the record says so", Policy(), Retires, new Deleted(), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Retiring: ["2"], Superseded: ["1", "2"], Id: "5" }).Where((Recording next) => next is { Outcome: Outcome.Replaced, Verified: true })),
        new("404 to that DELETE may mean forbidden: a complete list has to lack it", Policy(), Retires, new Deleted(Confirmed: false), Then.Lists<ConfirmingRetired>("1").Where((ConfirmingRetired next) => next.Asked == Retires)),
        new("404 to that DELETE under other credentials proves nothing", Policy(credential: "other"), Retires with { Live = Replaced with { SeenBy = "me" } }, new Deleted(Confirmed: false), Then.Fails<Failure.Unknown>("'1'", "'me'", "'other'")),
        new("404 to that DELETE, and there is no list", Policy(canList: false), Retires, new Deleted(Confirmed: false), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Retiring.Single() == "2")),
        new("the list lacks what is replaced", Policy(), new ConfirmingRetired(Retires), new SeenAbsent(), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Retiring: ["2"], Id: "5" })),
        new("the list still holds what is replaced", Policy(), new ConfirmingRetired(Retires), new SeenPresent(null), Then.Fails<Failure.Unknown>("'5'", "'1'", "still holds it").Where((Failure.Unknown it) => it.Status == 404)),
        new("the list gives no answer about what is replaced", Policy(), new ConfirmingRetired(Retires), new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("'1'", "status 500").Where((Failure.Unknown it) => it.Status == 500)),
        new("what is replaced can't be deleted: the caller hears of it, and the next run tries again", Policy(), Retires, new DeleteRefused(409, "in use."), Then.Fails<Failure.Unknown>("'5'", "'1'", "in use").Where((Failure.Unknown it) => it.Status == 409)),
        new("whether what is replaced is gone is not known: the next run tries again", Policy(), Retires, new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("'5'", "'1'", "status 500").Where((Failure.Unknown it) => it.Status == 500)),
    ];

    private static LiveRecord WrittenBefore(int seconds) => Live() with { Provenance = Same.Provenance with { At = Now - Seconds(seconds) } };
}
