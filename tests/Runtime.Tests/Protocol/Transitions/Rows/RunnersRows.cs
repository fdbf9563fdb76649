using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>Two runners, one record: a resource that this run has in its hands is never lost sight of.</summary>
internal static class RunnersRows
{
    private static readonly JsonObject Body = new() { ["id"] = "5" };
    private static readonly LiveRecord Five = Live("5") with { Version = 1, Superseded = ["0"], Generation = 2 };
    private static readonly Recording Made = new(Five, Body, Outcome.Created, true);
    private static readonly Failure Several = new Failure.Duplicate("'5' and '6'", ["5", "6"]);
    private static readonly IntentRecord Repeating = Intent(Sent(AttemptState.Ambiguous, ago: Seconds(30)), Sent(AttemptState.Pending, ago: Seconds(20))) with { Version = 3, Generation = 2, Superseded = ["0"] };

    public static IReadOnlyList<Row> All { get; } =
    [
        .. new[] { Outcome.Reused, Outcome.Adopted }.Select(outcome => new Row($"{outcome}: a refreshed record is only read again", Policy(), Made with { Outcome = outcome, Rereads = 2 }, new WriteLost(), Then.Reads<Reading>().Where((Reading next) => next is { Rereads: 4, Sent: 0 }))),
        .. new[] { Outcome.Created, Outcome.Replaced }.Select(outcome => new Row($"{outcome}: another runner's record is read with the id in hand", Policy(), Made with { Outcome = outcome }, new WriteLost(), Then.Reads<Reconciling>().Where((Reconciling next) => next.Mine.Live == Five && next.Mine.Outcome == outcome))),

        new("another runner recorded the same resource: all is well", Policy(), new Reconciling(Made), new RecordRead(Five with { Version = 4 }), Then.Returns(Outcome.Reused, verified: true).Where((Effect.Return it) => it.Body == Body).Where((LiveRecord it) => it.Version == 4)),
        new("an address keeps its id, also of the generation before: the same resource all the same", Policy(), new Reconciling(Made), new RecordRead(Five with { Version = 4, Superseded = ["5"] }), Then.Returns(Outcome.Reused, verified: true).Where((Effect.Return it) => it.Body == Body)),
        new("another runner recorded another resource: both are recorded, and it is said loudly", Policy(), new Reconciling(Made), new RecordRead(Live("6") with { Version = 4, Duplicates = ["7"], Generation = 2 }),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Id: "6", Version: 4, Duplicates: ["7", "5"] } && it.Provenance.Reason.Contains("'5'"))
                .Where((Recording next) => next.Then is Failure.Duplicate { Ids: ["6", "7", "5"] } && next.Then.Message.Contains("created 3 times"))),
        new("two were made, and another runner recorded one of them: the other is a duplicate of it", Policy(), new Reconciling(Made with { Live = Five with { Duplicates = ["6"] }, Then = Several }), new RecordRead(Live("6") with { Version = 4, Generation = 2 }),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Id: "6", Duplicates: ["5"] }).Where((Recording next) => next.Then is Failure.Duplicate)),
        new("two were made, and another runner recorded the same one: the other is still to be recorded", Policy(), new Reconciling(Made with { Live = Five with { Duplicates = ["6"] }, Then = Several }), new RecordRead(Five with { Version = 4 }),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Id: "5", Duplicates: ["6"], Version: 4 })),
        new("another runner recorded the same resource and replaced it since: its word is the last", Policy(), new Reconciling(Made), new RecordRead(Live("6") with { Version = 4, Generation = 3, Superseded = ["0", "5"] }),
            Then.Returns(Outcome.Reused, verified: false).Where((LiveRecord it) => it is { Id: "6", Duplicates: [] }).Where((Effect.Return it) => it.Body["id"]!.ToString() == "6")),
        new("another runner's next generation doesn't know this one: it was made beside", Policy(), new Reconciling(Made), new RecordRead(Live("6") with { Version = 4, Generation = 3, Superseded = ["0"] }), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Id: "6", Duplicates: ["5"] })),
        new("an address keeps its id through all generations: the later one's body counts", Policy(), new Reconciling(Made), new RecordRead(Five with { Version = 4, Generation = 3, Superseded = ["0", "5"] }), Then.Returns(Outcome.Reused, verified: false)),
        new("another runner is about to repeat what is applied: the record says so, and when its POST has arrived", Policy(Guarantee.Replay), new Reconciling(Made with { Rereads = 3 }), new RecordRead(Repeating),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Id: "5", Version: 3, Superseded: ["0"] } && it.InFlightUntil == Now + Seconds(60 + 120 - 20)).Where((Recording next) => next is { Rereads: 4, Outcome: Outcome.Created, Live.Version: 3 })),
        new("an own earlier POST may be in flight for longer", Policy(Guarantee.Replay), new Reconciling(Made with { Live = Five with { InFlightUntil = Now + Hours(1) } }), new RecordRead(Repeating), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.InFlightUntil == Now + Hours(1))),
        new("the other runner's POST may be in flight for longer", Policy(Guarantee.Replay), new Reconciling(Made with { Live = Five with { InFlightUntil = Now + Seconds(1) } }), new RecordRead(Repeating), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.InFlightUntil == Now + Seconds(160))),
        new("another generation is begun: the id goes into the error", Policy(), new Reconciling(Made), new RecordRead(Repeating with { Generation = 3 }), Then.Fails<Failure.State>("'5'", "generation 2")),
        new("it was deleted meanwhile: the id goes into the error", Policy(), new Reconciling(Made), new RecordRead(Tombstone() with { Id = "5" }), Then.Fails<Failure.State>("'5'")),
        new("it was deleted long before that: the id goes into the error", Policy(), new Reconciling(Made), new RecordRead(Tombstone() with { Superseded = ["5", "1"] }), Then.Fails<Failure.State>("'5'")),
        new("another one was made and deleted meanwhile: this one is the next generation", Policy(), new Reconciling(Made), new RecordRead(Tombstone() with { Retiring = ["0"] }),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Id: "5", Generation: 2, Version: 4, Superseded: ["1"], Retiring: ["0"] }).Where((Recording next) => next.Rereads == Made.Rereads + 1)),
        new("the record is gone: the id goes into the error", Policy(), new Reconciling(Made), new RecordRead(null), Then.Fails<Failure.State>("'5'")),
        new("it was deleted meanwhile, and there were two: both ids go into the error", Policy(), new Reconciling(Made with { Then = Several }), new RecordRead(Tombstone()), Then.Fails<Failure.Duplicate>("'5'", "'6'")),
        new("overtaken eight times, and there were two: both ids go into the error", Policy(), new Reconciling(Made with { Then = Several, Rereads = 8 }), new RecordRead(Live("6")), Then.Fails<Failure.Duplicate>("'5'", "'6'")),
        new("being overtaken is counted where there were two", Policy(), new Reconciling(Made with { Then = Several, Rereads = 3 }), new RecordRead(Live("6") with { Version = 4, Generation = 2 }), Then.Writes<Recording, LiveRecord>().Where((Recording next) => next.Rereads == 4)),
        new("being overtaken is counted where two are found", Policy(), new Reconciling(Made with { Rereads = 3 }), new RecordRead(Live("6") with { Version = 4, Generation = 2 }), Then.Writes<Recording, LiveRecord>().Where((Recording next) => next.Rereads == 4)),
        new("overtaken seven times: once more", Policy(), new Reconciling(Made with { Rereads = 7 }), new RecordRead(Repeating), Then.Writes<Recording, LiveRecord>()),
        new("overtaken eight times: the id goes into the error", Policy(), new Reconciling(Made with { Rereads = 8 }), new RecordRead(Repeating), Then.Fails<Failure.State>("'5'")),

        new("one with the marker of this generation: the API kept its promise", Marked, Checking(byName: true), Looked(Seen("5", Ownership.Ours, 2), Seen("4", Ownership.Ours, 1), Seen("3"), Seen("6", Ownership.Another, 2)), Then.Returns(Outcome.Created, verified: true)),
        new("two with the marker of this generation: the API broke its promise", Marked, Checking(byName: false), Looked(Seen("5", Ownership.Ours, 2), Seen("6", Ownership.Ours, 2)),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Id: "5", Duplicates: ["6"] }).Where((Recording next) => next is { Then: Failure.Duplicate { Ids: ["5", "6"] }, Rereads: 0, Outcome: Outcome.Created, Verified: true })),
        new("two of a name that nothing had before: the API broke its promise", Policy(Guarantee.Replay), Checking(byName: true), Looked(Seen("5"), Seen("6")), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Duplicates.Single() == "6")),
        new("two of a name, and one may have been there before", Policy(Guarantee.Replay), Checking(byName: false), Looked(Seen("5"), Seen("6")), Then.Returns(Outcome.Created, verified: true)),
        new("two, and one has another name", Policy(Guarantee.Replay), Checking(byName: true), Looked(Seen("5"), Seen("6", hasName: false)), Then.Returns(Outcome.Created, verified: true)),
        new("two of a name, and one is another key's", Policy(Guarantee.Replay), Checking(byName: true), Looked(Seen("5"), Seen("6", Ownership.Another)), Then.Returns(Outcome.Created, verified: true)),
        new("a look for a second one that fails is no reason to fail a create that is recorded", Policy(), Checking(byName: true), new NotKnown(500, "status 500"), Then.Returns(Outcome.Created, verified: true)),
    ];

    private static CreatePolicy Marked => Policy(Guarantee.Replay, hasMarker: true);

    private static CheckingDuplicates Checking(bool byName) => new(Five, Body, Outcome.Created, true, new DuplicateCheck(byName));
}
