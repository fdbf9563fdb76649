using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>Natural: a look at the address of a PUT that was refused or got no reply.</summary>
internal static class NaturalRows
{
    private static readonly CreatePolicy Puts = Policy(Guarantee.Natural) with { NamePath = "name", NameIsId = true };
    private static readonly CreatePolicy Declared = Puts with { OnExists = OnExists.Adopt };
    private static readonly Doubting Refused = new(Intent(Sent(AttemptState.Ambiguous, 412)), 1, 0);
    private static readonly Doubting LostThenRefused = new(Intent(Sent(AttemptState.Ambiguous), Sent(AttemptState.Ambiguous, 412)) with { Input = new JsonObject { ["name"] = "web-1", ["size"] = 1, ["secret"] = "x" } }, 2, 0);
    private static readonly Looked Same = Looked(Seen("9") with { Body = new JsonObject { ["id"] = "9", ["name"] = "web-1", ["size"] = 1 } });
    private static readonly CreatePolicy Posts = Puts with { RefusesSecond = true };
    private static readonly Doubting Taken = new(Intent(Sent(AttemptState.Ambiguous, 409)), 1, 0);
    private static readonly Looked Other = Looked(Seen("9") with { Body = new JsonObject { ["name"] = "web-2" } });

    public static IReadOnlyList<Row> All { get; } =
    [
        new("nothing is at the address: send it again", Puts, Refused, Looked(), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, Attempts.Count: 2 }).Where((Intending next) => next.Sent == 1)),
        new("nothing is at the address, and no PUT before its time", Puts, Refused with { NotBefore = Now + Seconds(3) }, Looked(), Then.Waits<Pausing>(Seconds(3))),
        new("no PUT before its time, and not more than three", Puts, Refused with { Sent = 3 }, Looked(), Then.Fails<Failure.Indeterminate>("3 POSTs of this run")),
        new("every PUT was refused, so a stranger stands there", Puts, Refused, Looked(Seen("9")), Then.Fails<Failure.Conflict>("'9'")),
        new("every PUT that counts was refused", Puts, new Doubting(Intent(Sent(AttemptState.NotApplied, 401), Sent(AttemptState.Ambiguous, 412)), 2, 0), Looked(Seen("9")), Then.Fails<Failure.Conflict>("'9'")),
        new("a POST that was refused with 409 made nothing either", Posts, Taken, Looked(Seen("9")), Then.Fails<Failure.Conflict>("'9'")),
        new("a PUT that was refused with 409 may have made it", Puts, Taken with { Intent = Taken.Intent with { Input = LostThenRefused.Intent.Input } }, Same, Then.Adopts()),
        new("what an API declares to say that it exists is a refusal too", Posts, new Doubting(Intent(Sent(AttemptState.Ambiguous, 422) with { Evidence = "already exists (status 422)" }), 1, 0), Looked(Seen("9")), Then.Fails<Failure.Conflict>("'9'")),
        new("a repeat was refused, and nothing is at the address yet: nobody knows why", Posts, Doubted(422) with { Sent = 2 }, Looked(), Then.Fails<Failure.Indeterminate>("nothing is at the address yet")),
        new("a repeat was refused in an earlier run, and nothing is at the address: send it again", Posts, Doubted(422) with { Sent = 0 }, Looked(), Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it.Attempts.Count == 3)),
        new("a repeat was refused, and what is there is what we sent", Posts, Doubted(400), Looked(Seen("9") with { Body = new JsonObject { ["name"] = "web-1", ["size"] = 1, ["secret"] = "x" } }), Then.Adopts().Where((LiveRecord it) => it is { Id: "9", Adopted: false })),
        new("the name, which whatever stands there shows, proves nothing", Puts, LostThenRefused, Looked(Seen("9")), Then.Fails<Failure.Indeterminate>("'9'")),
        new("an empty list proves nothing", Puts, LostThenRefused with { Intent = LostThenRefused.Intent with { Input = new JsonObject { ["tags"] = new JsonArray() } } }, Looked(Seen("9") with { Body = new JsonObject { ["tags"] = new JsonArray() } }), Then.Fails<Failure.Indeterminate>("")),
        new("what shows nothing of what was sent proves nothing", Posts, Doubted(409), Looked(Seen("9") with { Body = new JsonObject { ["data"] = new JsonObject { ["colour"] = "blue" } } }), Then.Fails<Failure.Indeterminate>("'9'")),
        new("a lost POST may have made what the refused one met", Posts, LostThenRefused with { Intent = LostThenRefused.Intent with { Attempts = [Sent(AttemptState.Ambiguous), Sent(AttemptState.Ambiguous, 409)] } }, Same, Then.Adopts().Where((LiveRecord it) => it is { Id: "9", Adopted: false })),
        new("a stranger stands there, and addresses in this scope are declared to be ours", Declared, Refused, Looked(Seen("9")), Then.Adopts().Where((LiveRecord it) => it is { Id: "9", Adopted: true, PendingFollowUps: [] })),
        new("another key's resource is never adopted from an address", Declared, Refused, Looked(Seen("9", Ownership.Another)), Then.Fails<Failure.Conflict>("another key's marker")),
        new("a lost PUT may have made what the refused one met: it is what we sent, so it did", Puts with { FollowUps = ["attach"] }, LostThenRefused, Same,
            Then.Adopts().Where((LiveRecord it) => it is { Id: "9", Adopted: false, PendingFollowUps: ["attach"] })),
        new("it is what we sent, at an address that a look had found empty", Declared with { FollowUps = ["attach"] }, LostThenRefused with { Intent = LostThenRefused.Intent with { LookedBefore = true } }, Same, Then.Adopts().Where((LiveRecord it) => it is { Adopted: false, PendingFollowUps: ["attach"] })),
        new("it is as we sent it but for our marker: a stranger's, or one whose marker was dropped", Puts with { HasMarker = true }, LostThenRefused, Looked(Seen("9")), Then.Fails<Failure.Indeterminate>("'9'")),
        new("it is as we sent it, and the API is known to drop markers", Puts with { HasMarker = true }, LostThenRefused with { Intent = LostThenRefused.Intent with { MarkerDropped = true } }, Same, Then.Adopts()),
        new("it is what our PUT made, whatever is declared for what was there before", Puts with { OnExists = OnExists.Replace, FollowUps = ["attach"] }, LostThenRefused, Same, Then.Adopts().Where((LiveRecord it) => it is { Adopted: false, PendingFollowUps: ["attach"] })),
        new("the address keeps its id through all generations", Puts with { FollowUps = ["attach"] }, LostThenRefused with { Intent = LostThenRefused.Intent with { Superseded = ["9"], Generation = 2 } }, Same, Then.Adopts().Where((LiveRecord it) => it is { Generation: 2, Marker: null })),
        new("the name was changed meanwhile: that nothing is at the new address proves nothing about the earlier one", Puts, Refused with { Intent = Refused.Intent with { Input = new JsonObject { ["name"] = "web-0" } } }, Looked(), Then.Fails<Failure.Indeterminate>("run once with the earlier name")),
        new("the name was changed meanwhile, and a marker doesn't help where looks go by address", Puts with { HasMarker = true }, Refused with { Intent = Refused.Intent with { Input = [] } }, Looked(), Then.Fails<Failure.Indeterminate>("run once with the earlier name")),
        new("it is not what we sent, so nothing proves whose it is", Puts, LostThenRefused, Other, Then.Fails<Failure.Indeterminate>("'9'")),
        new("it is not what we sent, and addresses in this scope are declared to be ours", Declared, LostThenRefused, Other, Then.Adopts().Where((LiveRecord it) => it is { Id: "9", Adopted: true })),
        new("the input was changed, and nothing is at the address yet: what was sent before may still arrive", Puts with { ClockSkew = Seconds(7) }, Changed(ago: Seconds(10)), Looked(), Then.Waits<Waiting>(Seconds(60 + 120 + 30 + 7 - 10))),
        new("the input of the PUT was changed, and a look that was sent too early shows too little", Puts, Changed(ago: Seconds(210)), Looked() with { AskedAt = Now - Seconds(1) }, Then.Waits<Waiting>(TimeSpan.Zero)),
        new("the input of the PUT was changed, and nothing of the earlier one can arrive any more: one empty look proves too little", Puts, Changed(ago: Seconds(210)), Looked(), Then.Looks<Doubting>().Where((Doubting next) => next.EmptyLooks == 1)),
        new("the input of the PUT was changed, and looks past the time of the earlier one find nothing", Puts, Changed(ago: Seconds(210)) with { EmptyLooks = 1 }, Looked(), SendsTheNew()),
        new("the input of the PUT was changed, and what was sent before is there", Puts with { HasMarker = true }, Changed(ago: Seconds(10)), Looked(Seen("9", Ownership.Ours, 1)), Then.Adopts().Where((LiveRecord it) => it is { Id: "9", Fingerprint: "f0" } && it.Input!.Count == 2)),
    ];

    private static Doubting Doubted(int status) => LostThenRefused with { Intent = LostThenRefused.Intent with { Attempts = [Sent(AttemptState.Ambiguous), Sent(AttemptState.Ambiguous, status)] } };

    private static Doubting Changed(TimeSpan ago) => new(Intent(Sent(AttemptState.NotApplied, 401), Sent(AttemptState.Pending, ago: ago)) with { Fingerprint = "f0", Input = new JsonObject { ["name"] = "web-1", ["size"] = 1 } }, 0, 0);

    /// <summary>The new input alone is in doubt from here on.</summary>
    private static Then SendsTheNew() => Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Fingerprint: "f1", Input.Count: 1 })
        .Where((IntentRecord it) => it.Attempts.Select(attempt => attempt.State).SequenceEqual(new[] { AttemptState.NotApplied, AttemptState.NotApplied, AttemptState.Pending }) && it.Attempts[1].Evidence!.Contains("looks after its time found nothing"));
}
