using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>The reply says that the POST was applied: record at once (rule 3).</summary>
internal static class ReplyRows
{
    private static readonly Applied Five = new("5", new JsonObject { ["id"] = 5, ["user_data"] = "s3cret" }, CarriesMarker: true);
    private static readonly CreatePolicy Keys = Policy(Guarantee.Replay, hasMarker: true);
    private static readonly Attempt InFlight = Sent(AttemptState.Ambiguous, ago: Seconds(70));

    public static IReadOnlyList<Row> All { get; } =
    [
        new("the id is recorded before anything else, and no secret with it", Policy(credential: "me") with { FollowUps = ["attach"] },
            new Sending(Intent(AttemptState.Pending) with { Version = 6, Generation = 2, Superseded = ["1"], Retiring = ["1", "5"], Input = new JsonObject { ["name"] = "sent" }, Fingerprint = "sent" }, 1), Five,
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Id: "5", Version: 6, Generation: 2, Superseded: ["1"], Retiring: ["1"], PendingFollowUps: ["attach"], DoneFollowUps: [], SeenBy: "me", Adopted: false, Fingerprint: "sent", InFlightUntil: null })
                .Where((LiveRecord it) => it.Attributes.ToJsonString() == """{"id":5}""" && it.Input!["name"]!.ToString() == "sent" && it.CreatedAt == Now && it.Readiness == Readiness.Ready)
                .Where((LiveRecord it) => it.Marker == Marker.For(Key, 1).ToString())
                .Where((Recording next) => next is { Outcome: Outcome.Created, Verified: true, Check: null, Then: null } && next.Body.ContainsKey("user_data"))),
        new("what took the place of another is said to replace it", Policy(), Posted(Sent(AttemptState.Pending)) with { Intent = Intent(AttemptState.Pending) with { Replaces = true } }, Five,
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Provenance.Reason.Contains("gone or replaced")).Where((Recording next) => next.Outcome == Outcome.Replaced)),

        new("the API dropped the marker: the record says so", Policy(), Posted(Sent(AttemptState.Pending)), Five with { CarriesMarker = false }, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.MarkerDropped)),
        new("the reply carries the marker", Policy(), Posted(Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => !it.MarkerDropped)),
        new("the reply doesn't show the resource, so it doesn't show that the marker was dropped", Policy(), Posted(Sent(AttemptState.Pending)), Five with { CarriesMarker = null }, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => !it.MarkerDropped)),
        new("no marker was sent, so none was dropped", Policy(), new Sending(Intent(AttemptState.Pending) with { Marker = null }, 1), Five with { CarriesMarker = false }, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => !it.MarkerDropped)),
        new("an API that once dropped the marker is not trusted with it again", Policy(), new Sending(Intent(AttemptState.Pending) with { MarkerDropped = true }, 1), Five, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.MarkerDropped)),

        new("an earlier POST may still arrive: no DELETE before that", Policy(), Posted(InFlight, Sent(AttemptState.Pending)), Five,
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.InFlightUntil == Now + Seconds(60 + 120 - 70))),
        new("another runner's clock gave the time of it: U is added", Policy() with { ClockSkew = Seconds(300) }, Posted(InFlight, Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.InFlightUntil == Now + Seconds(60 + 120 - 70 + 300))),
        new("of several earlier POSTs the last one counts", Policy(), Posted(InFlight, Sent(AttemptState.Pending, ago: Seconds(65)), Sent(AttemptState.Pending)), Five,
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.InFlightUntil == Now + Seconds(60 + 120 - 65))),
        new("an earlier POST that must have arrived by now is no reason to wait", Policy(), Posted(Sent(AttemptState.Ambiguous, ago: Seconds(180)), Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.InFlightUntil == null)),
        new("an earlier POST that was rejected has arrived", Policy(), Posted(Sent(AttemptState.NotApplied), Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.InFlightUntil == null)),

        new("what has to become ready is waited for", Policy() with { ReadsAfterCreate = true }, Posted(Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Readiness == Readiness.Pending)),
        new("a reply that doesn't show the resource is not enough: read it", Policy(), Posted(Sent(AttemptState.Pending)), Five with { CarriesMarker = null }, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Readiness == Readiness.Pending)),
        new("a reply that doesn't show the resource, and nothing to read it with", Policy() with { CanRead = false }, Posted(Sent(AttemptState.Pending)), Five with { CarriesMarker = null }, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Readiness == Readiness.Ready)),
        new("a reply to a key may be a replay of what was deleted long ago: see that it is alive (rule 8)", Keys, new Sending(Intent(AttemptState.Ambiguous, AttemptState.Pending) with { Generation = 2, LookedBefore = true }, 2), Five, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Readiness == Readiness.Pending)),
        new("the API marks its reply as a replay: the record says so", Keys, Posted(Sent(AttemptState.Pending)), Five with { Replayed = true }, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Provenance.Reason.Contains("replay"))),
        new("the API doesn't mark its reply as a replay", Keys, Posted(Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => !it.Provenance.Reason.Contains("replay"))),
        new("what can't be read is not waited for", Keys with { CanRead = false }, Posted(Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Readiness == Readiness.Ready)),
        new("without keys nothing is replayed", Policy(), Posted(Sent(AttemptState.Pending)), Five with { Replayed = true }, Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Readiness == Readiness.Ready)),

        new("a key was repeated: see that the API kept its promise to make one", Keys, new Sending(Intent(AttemptState.Ambiguous, AttemptState.Pending) with { LookedBefore = true }, 2), Five, Then.Writes<Recording, LiveRecord>().Where((Recording next) => next.Check == new DuplicateCheck(true))),
        new("without a look before, a second one of the name may have been there", Keys, Posted(InFlight, Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((Recording next) => next.Check == new DuplicateCheck(false))),
        new("a key was not repeated: nothing to see", Keys, Posted(Sent(AttemptState.NotApplied), Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((Recording next) => next.Check == null)),
        new("a key was repeated, and nothing can be seen", Keys with { CanLook = false }, Posted(InFlight, Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((Recording next) => next.Check == null)),
        new("without keys no such promise was made", Policy(), Posted(InFlight, Sent(AttemptState.Pending)), Five, Then.Writes<Recording, LiveRecord>().Where((Recording next) => next.Check == null)),
    ];

    private static Sending Posted(params Attempt[] attempts) => new(Intent(attempts), attempts.Length);
}
