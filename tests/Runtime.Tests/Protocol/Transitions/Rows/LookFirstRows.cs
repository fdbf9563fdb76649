using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>The look before the first POST of a key without a record (rule 8). Adopt only what is ours (rule 7).</summary>
internal static class LookFirstRows
{
    private static readonly LookingFirst Looking = new(Rereads: 2);
    private static readonly CheckingFound Found = new(Live(), Outcome.Adopted);
    private static readonly CheckingFound Unproved = new(Live() with { Marker = null, Version = 0, Adopted = true, PendingFollowUps = [CreatePolicy.ReplaceAdopted] }, Outcome.Adopted);
    private static readonly CreatePolicy Declared = Policy(onExists: OnExists.Adopt);

    public static IReadOnlyList<Row> All { get; } =
    [
        new("nothing is there: the intent says that a look was made", Policy(), Looking, Looked(),
            Then.Writes<Intending, IntentRecord>().Where((IntentRecord it) => it is { Generation: 1, LookedBefore: true, Version: 0 } && it.Provenance.Reason.Contains("a look found nothing")).Where((Intending next) => next is { Sent: 0, Rereads: 2 })),
        new("another name is nothing to us", Policy(), Looking, Looked(Seen("9", hasName: false)), Then.Writes<Intending, IntentRecord>()),
        new("its marker proves that it is ours: adopt, and take its generation", Policy() with { FollowUps = ["attach"] }, Looking, Looked(Seen("7", Ownership.Ours, 3), Seen("6", Ownership.Ours, 2)),
            Then.Adopts().Where((LiveRecord it) => it is { Id: "7", Generation: 3, Version: 0, Adopted: false, PendingFollowUps: [], Superseded: [], InFlightUntil: null, Readiness: Readiness.Ready })
                .Where((LiveRecord it) => it.Marker == Marker.For(Key, 3).ToString() && it.Fingerprint == "f1" && it.CreatedAt == Now)
                .Where((CheckingFound next) => next.Outcome == Outcome.Adopted)),
        new("ours is ours, whatever strangers have the name", Policy(), Looking, Looked(Seen("7", Ownership.Ours, 1), Seen("8"), Seen("9")), Then.Adopts().Where((LiveRecord it) => it.Id == "7")),
        new("what a list shows is recorded when it is read", Policy(), Found, new SeenPresent(new JsonObject { ["id"] = "1", ["read"] = true, ["user_data"] = "s3cret" }), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Id == "1" && it.Attributes.ContainsKey("read") && !it.Attributes.ContainsKey("user_data")).Where((Recording next) => next is { Outcome: Outcome.Adopted, Verified: true } && next.Body.ContainsKey("user_data"))),
        new("a list that doesn't show the marker which a read shows: ours all the same, and neither updated nor replaced", Policy(onExists: OnExists.Replace), Unproved, new SeenPresent(null, Ownership: Ownership.Ours, Generation: 3),
            Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it is { Adopted: false, Generation: 3, PendingFollowUps: [] } && it.Marker == Marker.For(Key, 3).ToString())),
        new("a list that doesn't show whose it is, and a read that does", Policy(onExists: OnExists.Replace), Unproved, new SeenPresent(null, Ownership: Ownership.Another), Then.Fails<Failure.Conflict>("'1'", "another key's marker")),
        new("a list that shows our marker, and a read that doesn't: neither is believed", Policy(), Found with { Found = Live() with { Marker = "m" } }, new SeenPresent(null, Ownership: Ownership.Unproven), Then.Fails<Failure.Unknown>("'1'", "without it")),
        new("a read shows another generation than the list", Policy(), Found with { Found = Live() with { Marker = "m", Version = 2 } }, new SeenPresent(null, Ownership: Ownership.Ours, Generation: 2), Then.Fails<Failure.Unknown>("'1'", "generation 1", "generation 2")),
        new("a read shows what the list does", Policy(), Found with { Found = Live() with { Marker = "m", Version = 2 } }, new SeenPresent(null, Ownership: Ownership.Ours, Generation: 1), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Marker == "m")),
        new("a read shows no marker either", Policy(onExists: OnExists.Adopt), Unproved, new SeenPresent(null, Ownership: Ownership.Unproven), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Adopted)),
        new("a read that shows it ready spares another", Policy(), Found with { Found = Live() with { Readiness = Readiness.Pending } }, new SeenPresent([]), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Readiness == Readiness.Ready)),
        new("a list may show what is gone, and a read may not show what is there", Policy(), Found, new SeenAbsent(), Then.Fails<Failure.Unknown>("'1'", "a list shows").Where((Failure.Unknown it) => it.Status == 404)),
        new("what a list shows can't be read: unknown", Policy(), Found, new NotKnown(403, "status 403"), Then.Fails<Failure.Unknown>("status 403")),
        new("what a list shows is recorded where there is no read", Policy() with { CanRead = false }, Looking, Looked(Seen("7", Ownership.Ours, 1)), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Id == "7")),
        new("what a look has read is not read again", Policy(), Looking, Looked(Seen("7", Ownership.Ours, 1) with { IsRead = true }), Then.Writes<Recording, LiveRecord>().Where((LiveRecord it) => it.Id == "7")),
        .. new[] { (OnExists.Update, CreatePolicy.BringUpToDate), (OnExists.Replace, CreatePolicy.ReplaceAdopted) }.Select(it => new Row($"names in this scope are ours, and {it.Item1} is still to be done", Policy(onExists: it.Item1), Looking, Looked(Seen("9")),
            Then.Adopts().Where((LiveRecord live) => live.Adopted && live.PendingFollowUps.Single() == it.Item2))),
        new("what is proved to be ours is neither updated nor replaced", Policy(onExists: OnExists.Replace), Looking, Looked(Seen("9", Ownership.Ours, 1)), Then.Adopts().Where((LiveRecord it) => it.PendingFollowUps.Count == 0)),
        new("ours needs no name", Policy(), Looking, Looked(Seen("7", Ownership.Ours, 1, hasName: false)), Then.Adopts().Where((LiveRecord it) => it.Id == "7")),
        new("two of ours and no record to say which", Policy(), Looking, Looked(Seen("7", Ownership.Ours, 1), Seen("8", Ownership.Ours, 1)),
            Then.Fails<Failure.AmbiguousMatch>("'7'", "'8'").Where((Failure.AmbiguousMatch it) => it.Candidates.SequenceEqual(new[] { "7", "8" }))),
        new("what has to become ready is recorded as on its way", Policy() with { ReadsAfterCreate = true }, Looking, Looked(Seen("7", Ownership.Ours, 1)), Then.Adopts().Where((LiveRecord it) => it.Readiness == Readiness.Pending)),

        new("a same-named resource of somebody else is a conflict", Policy(), Looking, Looked(Seen("9")),
            Then.Fails<Failure.Conflict>("'9'", "nothing proves that it is ours").Where((Failure.Conflict it) => it.Candidates.SequenceEqual(new[] { "9" }))),
        new("names in this scope are declared to be ours", Declared with { Credential = "me", FollowUps = ["attach"] }, Looking, Looked(Seen("9")),
            Then.Adopts().Where((LiveRecord it) => it is { Id: "9", Generation: 1, Adopted: true, Marker: null, MarkerDropped: false, SeenBy: "me", PendingFollowUps: [], Input.Count: 1 }).Where((CheckingFound next) => next.Outcome == Outcome.Adopted)),
        new("two of the name are one too many", Policy(), Looking, Looked(Seen("9"), Seen("10")), Then.Fails<Failure.AmbiguousMatch>("'9'", "'10'")),
        new("and a declaration doesn't choose between them", Declared, Looking, Looked(Seen("9"), Seen("10")), Then.Fails<Failure.AmbiguousMatch>("'9'", "'10'")),
        new("another key's resource is not in the way where names may repeat", Declared, Looking, Looked(Seen("9", Ownership.Another)), Then.Writes<Intending, IntentRecord>()),
        new("another key's resource is in the way where names are unique, and is never adopted", Declared with { Guarantee = Guarantee.UniqueName }, Looking, Looked(Seen("9", Ownership.Another)), Then.Fails<Failure.Conflict>("another key's marker")),
        new("another key's resource stands at the address of the PUT", Declared with { Guarantee = Guarantee.Natural }, Looking, Looked(Seen("9", Ownership.Another)), Then.Fails<Failure.Conflict>("another key's marker")),
        new("another key's resource is not in the way of a key", Declared with { Guarantee = Guarantee.Replay }, Looking, Looked(Seen("9", Ownership.Another)), Then.Writes<Intending, IntentRecord>()),

        new("unknown is not absent: no first POST", Policy(), Looking, new NotKnown(403, "status 403"), Then.Fails<Failure.Unknown>("status 403").Where((Failure.Unknown it) => it.Status == 403)),
    ];
}
