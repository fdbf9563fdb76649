using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>UniqueName: the API refuses a second resource of the name, so who has the name decides.</summary>
internal static class UniqueNameRows
{
    private static readonly CreatePolicy Names = Policy(Guarantee.UniqueName) with { NamePath = "name" };
    private static readonly CreatePolicy Marked = Names with { HasMarker = true };
    private static readonly CreatePolicy Declared = Names with { OnExists = OnExists.Adopt };
    private static readonly Doubting Lost = new(Intent(Sent(AttemptState.Ambiguous, 500)), 1, 0);
    private static readonly Doubting Taken = new(Intent(Sent(AttemptState.Ambiguous, 409) with { Evidence = "already exists (status 409)" }), 1, 0);

    public static IReadOnlyList<Row> All { get; } =
    [
        new("the name is free, and the API refuses a second one: send it again", Names, Lost, Looked(),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Attempts.Select(attempt => attempt.State).SequenceEqual(new[] { AttemptState.Ambiguous, AttemptState.Pending }))),
        new("the name is free: no lock is needed to send it again", Names with { Alone = false }, Lost, Looked(), Then.Writes<Intending, IntentRecord>()),
        new("the name is free, but the API asked for a pause", Names, Lost with { NotBefore = Now + Seconds(9) }, Looked(), Then.Waits<Pausing>(Seconds(9))),
        new("the name is free after three POSTs of this run", Names, Lost with { Sent = 3 }, Looked(), Then.Fails<Failure.Indeterminate>("3 POSTs of this run")),
        new("the API says that it exists, and a complete look doesn't find it: not again in this run", Names, Taken, Looked(), Then.Fails<Failure.Indeterminate>("exists already")),
        new("the next run asks the API once more", Names, Taken with { Sent = 0 }, Looked(), Then.Writes<Intending, IntentRecord>()),
        new("what it said of an earlier POST is outdated by the last reply", Names, new Doubting(Taken.Intent with { Attempts = [.. Taken.Intent.Attempts, Sent(AttemptState.Ambiguous, 500)] }, 2, 0), Looked(), Then.Writes<Intending, IntentRecord>()),

        new("the name was changed meanwhile: that the new one is free proves nothing about the earlier one", Names, new Doubting(Lost.Intent with { Input = new JsonObject { ["name"] = "web-0" } }, 1, 0), Looked(), Then.Fails<Failure.Indeterminate>("run once with the earlier name")),
        new("the name was changed meanwhile: nor that it is taken", Declared, new Doubting(Lost.Intent with { Input = [] }, 1, 0), Looked(Seen("3")), Then.Fails<Failure.Indeterminate>("'3'")),
        new("where nothing says what the name is, no other name is suspected", Names with { NamePath = null }, new Doubting(Lost.Intent with { Input = [] }, 1, 0), Looked(), Then.Writes<Intending, IntentRecord>()),

        new("the name is taken, and the marker says by whom", Marked, Lost, Looked(Seen("3", Ownership.Another)), Then.Fails<Failure.Conflict>("another key's marker")),
        new("the name is taken by this key's earlier generation, which has to go first", Marked, new Doubting(Lost.Intent with { Generation = 2 }, 1, 0), Looked(Seen("3", Ownership.Ours, 1)), Then.Fails<Failure.Conflict>("earlier generation 1")),
        new("the name is taken by something without the marker that ours would carry", Marked, Lost, Looked(Seen("3")), Then.Fails<Failure.Conflict>("nothing proves that it is ours")),
        new("the name was free right before our POST, and is taken by something without the marker: ours, if the API drops markers", Marked, Lost with { Intent = Lost.Intent with { LookedBefore = true } }, Looked(Seen("3")), Then.Fails<Failure.Indeterminate>("'3'")),
        new("the name was free before, and the API said that it is taken: not by us", Marked, Taken with { Intent = Taken.Intent with { LookedBefore = true } }, Looked(Seen("3")), Then.Fails<Failure.Conflict>("'3'")),
        new("the name was free before, and our POST was refused as a condition", Marked, new Doubting(Intent(Sent(AttemptState.Ambiguous, 412)) with { LookedBefore = true }, 1, 0), Looked(Seen("3")), Then.Fails<Failure.Conflict>("'3'")),
        new("the name was free before, and our only POST was rejected", Marked, new Doubting(Intent(Sent(AttemptState.NotApplied, 401), Sent(AttemptState.Ambiguous, 409)) with { LookedBefore = true }, 1, 0), Looked(Seen("3")), Then.Fails<Failure.Conflict>("'3'")),
        new("the name was free before, and one of our POSTs is in doubt", Marked, new Doubting(Intent(Sent(AttemptState.Ambiguous), Sent(AttemptState.Ambiguous, 409)) with { LookedBefore = true }, 2, 0), Looked(Seen("3")), Then.Fails<Failure.Indeterminate>("'3'")),
        new("what carries another key's marker is another key's, though this record once named it", Declared, new Doubting(Lost.Intent with { Generation = 2, Superseded = ["3"] }, 1, 0), Looked(Seen("3", Ownership.Another)), Then.Fails<Failure.Conflict>("another key's marker")),
        new("the API is known to drop the marker: what lacks it may be ours", Marked, Lost with { Intent = Lost.Intent with { MarkerDropped = true } }, Looked(Seen("3")), Then.Fails<Failure.Indeterminate>("'3'")),
        new("the name is taken by what the record once named, which has to go first", Declared, new Doubting(Lost.Intent with { Generation = 2, Superseded = ["3"] }, 1, 0), Looked(Seen("3")), Then.Fails<Failure.Conflict>("earlier generation 1")),
        new("the name is taken, and there is no marker to tell by whom", Names, Lost, Looked(Seen("3")), Then.Fails<Failure.Indeterminate>("'3'", "declare OnExists").Where((Failure.Indeterminate it) => it.Candidates.Single() == "3")),
        new("the name is taken by what carries another key's marker, though this model sends none", Names, Lost, Looked(Seen("3", Ownership.Another)), Then.Fails<Failure.Conflict>("another key's marker")),
        new("the name is taken, and names in this scope are declared to be ours", Declared, Lost, Looked(Seen("3")), Then.Adopts().Where((LiveRecord it) => it is { Id: "3", Generation: 1, Version: 1, Adopted: true })),
        new("the API said that it is taken, so it wasn't made by us, though names are declared to be ours", Declared with { FollowUps = ["attach"] }, Taken with { Intent = Taken.Intent with { LookedBefore = true } }, Looked(Seen("3")), Then.Adopts().Where((LiveRecord it) => it is { Adopted: true, PendingFollowUps: [] })),
        new("a lost POST made it, and the repeat met it", Declared with { FollowUps = ["attach"] }, new Doubting(Intent(Sent(AttemptState.Ambiguous), Sent(AttemptState.Ambiguous, 409)) with { LookedBefore = true }, 2, 0), Looked(Seen("3")), Then.Adopts().Where((LiveRecord it) => it is { Adopted: false, PendingFollowUps: ["attach"] })),
        new("a declaration is no claim on another key's resource", Declared, Lost, Looked(Seen("3", Ownership.Another)), Then.Fails<Failure.Conflict>("another key's marker")),
        new("a unique name that two resources have is not unique", Declared, Lost, Looked(Seen("3"), Seen("4")), Then.Fails<Failure.AmbiguousMatch>("'3'", "'4'")),
        new("the input was changed, and nothing is of the name yet: what was sent before may still arrive", Names with { ClockSkew = Seconds(7) }, Changed(ago: Seconds(10)), Looked(), Then.Waits<Waiting>(Seconds(60 + 120 + 30 + 7 - 10))),
        new("the input of the name was changed, and a look that was sent too early shows too little", Names, Changed(ago: Seconds(210)), Looked() with { AskedAt = Now - Seconds(1) }, Then.Waits<Waiting>(TimeSpan.Zero)),
        new("the input of the name was changed, and nothing of the earlier one can arrive any more: one empty look proves too little", Names, Changed(ago: Seconds(210)), Looked(), Then.Looks<Doubting>().Where((Doubting next) => next.EmptyLooks == 1)),
        new("the input of the name was changed, and looks past the time of the earlier one find nothing", Names, Changed(ago: Seconds(210)) with { EmptyLooks = 1 }, Looked(), SendsTheNew()),
        new("the input of the name was changed, and what was sent before is there", Names with { HasMarker = true }, Changed(ago: Seconds(10)), Looked(Seen("9", Ownership.Ours, 1)), Then.Adopts().Where((LiveRecord it) => it is { Id: "9", Fingerprint: "f0" } && it.Input!.Count == 2)),
    ];

    private static Doubting Changed(TimeSpan ago) => new(Intent(Sent(AttemptState.NotApplied, 401), Sent(AttemptState.Pending, ago: ago)) with { Fingerprint = "f0", Input = new JsonObject { ["name"] = "web-1", ["size"] = 1 } }, 0, 0);

    /// <summary>The new input alone is in doubt from here on.</summary>
    private static Then SendsTheNew() => Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Fingerprint: "f1", Input.Count: 1 })
        .Where((IntentRecord it) => it.Attempts.Select(attempt => attempt.State).SequenceEqual(new[] { AttemptState.NotApplied, AttemptState.NotApplied, AttemptState.Pending }) && it.Attempts[1].Evidence!.Contains("looks after its time found nothing"));
}
