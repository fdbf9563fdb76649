using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Protocol.CreateState;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions.Rows;

/// <summary>A look for what an ambiguous POST made: what its marker proves, for every guarantee.</summary>
internal static class DoubtRows
{
    private static readonly IntentRecord Second = Intent(AttemptState.Ambiguous) with
    {
        Version = 5,
        Generation = 2,
        Superseded = ["1"],
        Retiring = ["1"],
        MarkerDropped = true,
        Fingerprint = "sent",
        Input = new JsonObject { ["name"] = "sent" },
        Replaces = true,
    };

    public static IReadOnlyList<Row> All { get; } =
    [
        new("its marker proves that a lost POST made it", Policy(credential: "me") with { FollowUps = ["attach"] }, new Doubting(Second, 1, 0), Looked(Seen("7", Ownership.Ours, 2)),
            Then.Adopts().Where((LiveRecord it) => it is { Id: "7", Generation: 2, Version: 5, Adopted: false, Superseded: ["1"], Retiring: ["1"], MarkerDropped: true, Fingerprint: "sent", SeenBy: "me" })
                .Where((LiveRecord it) => it.PendingFollowUps.Count == 1 && it.InFlightUntil == null && it.Input!["name"]!.ToString() == "sent" && it.Marker == Marker.For(Key, 2).ToString())
                .Where((CheckingFound next) => next.Outcome == Outcome.Replaced)),
        new("what takes nothing's place is adopted", Policy(), new Doubting(Second with { Replaces = false }, 1, 0), Looked(Seen("7", Ownership.Ours, 2)), Then.Adopts().Where((CheckingFound next) => next.Outcome == Outcome.Adopted)),
        new("what is adopted is never retired", Policy(), new Doubting(Second with { Retiring = ["1", "7"] }, 1, 0), Looked(Seen("7", Ownership.Ours, 2)), Then.Adopts().Where((LiveRecord it) => it.Retiring.Single() == "1")),
        .. new[] { Guarantee.Natural, Guarantee.Replay, Guarantee.UniqueName, Guarantee.AtMostOnce }.Select(guarantee => new Row($"{guarantee}: a marker proves the same, without the lock too", Policy(guarantee) with { Alone = false }, new Doubting(Second, 1, 0), Looked(Seen("6"), Seen("7", Ownership.Ours, 2)),
            Then.Adopts().Where((LiveRecord it) => it.Id == "7"))),
        new("of two POSTs in doubt one made it, and the other may still arrive", Policy(), new Doubting(Intent(Sent(AttemptState.Ambiguous, ago: Seconds(70)), Sent(AttemptState.Ambiguous, ago: Seconds(10))), 2, 0), Looked(Seen("7", Ownership.Ours, 1)),
            Then.Adopts().Where((LiveRecord it) => it.InFlightUntil == Now + Seconds(60 + 120 - 10))),
        new("a rejected POST can't arrive", Policy(), new Doubting(Intent(AttemptState.Ambiguous, AttemptState.NotApplied), 2, 0), Looked(Seen("7", Ownership.Ours, 1)), Then.Adopts().Where((LiveRecord it) => it.InFlightUntil == null)),
        new("two of this generation: none is chosen", Policy(), new Doubting(Second, 1, 0), Looked(Seen("7", Ownership.Ours, 2), Seen("8", Ownership.Ours, 2)), Then.Fails<Failure.AmbiguousMatch>("'7'", "'8'")),
        new("an older generation is neither adopted nor in the way", Policy() with { Alone = false }, new Doubting(Second with { MarkerDropped = false }, 1, 0), Looked(Seen("7", Ownership.Ours, 1)), Then.Fails<Failure.Busy>()),
        new("a newer generation means that our state was rolled back (rule 11)", Policy(), new Doubting(Second, 1, 0), Looked(Seen("7", Ownership.Ours, 2), Seen("9", Ownership.Ours, 4), Seen("8", Ownership.Ours, 3)), Then.Fails<Failure.State>("rolled back", "'9'", "generation 4", "generation 2")),
        new("unknown is not absent: the intent stands", Policy(), new Doubting(Second, 1, 0), new NotKnown(500, "status 500"), Then.Fails<Failure.Unknown>("status 500").Where((Failure.Unknown it) => it.Status == 500)),
        new("the wait is over: look with fresh eyes", Policy(), new Waiting(Second, 2), new Waited(), Then.Looks<Doubting>().Where((Doubting next) => next is { Sent: 2, EmptyLooks: 0 } && next.Intent == Second)),

        new("AtMostOnce: nothing found proves nothing", Policy(Guarantee.AtMostOnce), new Doubting(Intent(AttemptState.Ambiguous), 0, 1), Looked(), Then.Fails<Failure.Indeterminate>("nothing proves").Where((Failure.Indeterminate it) => it.Candidates.Count == 0)),
        new("AtMostOnce: who holds the lock may know more than a run without it", Policy(Guarantee.AtMostOnce) with { Alone = false, Holder = Elsewhere }, new Doubting(Intent(AttemptState.Ambiguous), 0, 1), Looked(), Then.Fails<Failure.Busy>("may know more").Where((Failure.Busy it) => it.Holder == Elsewhere)),
        new("AtMostOnce: the writer of the intent may know more, where nobody is known to hold the lock", Policy(Guarantee.AtMostOnce) with { Alone = false }, new Doubting(Intent(AttemptState.Ambiguous), 0, 1), Looked(), Then.Fails<Failure.Busy>("may know more").Where((Failure.Busy it) => it.Holder == Me)),
        new("a unique name that nothing proves is in doubt, with the lock or without", Policy(Guarantee.UniqueName) with { Alone = false }, new Doubting(Intent(AttemptState.Ambiguous), 0, 1), Looked(Seen("3")), Then.Fails<Failure.Indeterminate>("'3'")),
        new("AtMostOnce: one of the name is a candidate, not more", Policy(Guarantee.AtMostOnce), new Doubting(Intent(AttemptState.Ambiguous), 0, 0), Looked(Seen("3")), Then.Fails<Failure.Indeterminate>("'3'").Where((Failure.Indeterminate it) => it.Candidates.Single() == "3")),
        new("AtMostOnce: unless names are declared to be ours", Policy(Guarantee.AtMostOnce, OnExists.Adopt), new Doubting(Intent(AttemptState.Ambiguous), 0, 0), Looked(Seen("3")),
            Then.Adopts().Where((LiveRecord it) => it is { Id: "3", Adopted: true, Marker: null, Generation: 1 })),
        new("AtMostOnce: adopted by its name, and our POST may still arrive", Policy(Guarantee.AtMostOnce, OnExists.Adopt), new Doubting(Intent(Sent(AttemptState.Ambiguous, ago: Seconds(30))), 0, 0), Looked(Seen("3")), Then.Adopts().Where((LiveRecord it) => it.InFlightUntil == Now + Seconds(150))),
        new("AtMostOnce: a look before found none of the name, so our POST made it, and what follows a create is due", Policy(Guarantee.AtMostOnce, OnExists.Adopt) with { FollowUps = ["attach"] }, new Doubting(Intent(AttemptState.Ambiguous) with { LookedBefore = true, Replaces = true }, 0, 0), Looked(Seen("3")),
            Then.Adopts().Where((LiveRecord it) => it is { Id: "3", Adopted: false, PendingFollowUps: ["attach"] }).Where((CheckingFound next) => next.Outcome == Outcome.Replaced)),
        new("409 without unique names says nothing about whose it is: our POST may have made it", Policy(Guarantee.AtMostOnce, OnExists.Adopt) with { FollowUps = ["attach"] }, new Doubting(Intent(Sent(AttemptState.Ambiguous, 409)) with { LookedBefore = true }, 0, 0), Looked(Seen("3")),
            Then.Adopts().Where((LiveRecord it) => it is { Adopted: false, PendingFollowUps: ["attach"] })),
        new("a marker proves that our POST made it, whatever is declared of names", Policy(onExists: OnExists.Adopt) with { FollowUps = ["attach"] }, new Doubting(Intent(AttemptState.Ambiguous), 1, 0), Looked(Seen("7", Ownership.Ours, 1)),
            Then.Adopts().Where((LiveRecord it) => it is { Adopted: false, PendingFollowUps: ["attach"] })),
        new("AtMostOnce: no look before, so it may have been there", Policy(Guarantee.AtMostOnce, OnExists.Adopt) with { FollowUps = ["attach"] }, new Doubting(Intent(AttemptState.Ambiguous), 0, 0), Looked(Seen("3")),
            Then.Adopts().Where((LiveRecord it) => it is { Adopted: true, PendingFollowUps: [] }).Where((CheckingFound next) => next.Outcome == Outcome.Adopted)),
        new("AtMostOnce: what the record once named is of an earlier generation, marker or not", Policy(Guarantee.AtMostOnce, OnExists.Adopt), new Doubting(Second, 0, 0), Looked(Seen("1")), Then.Fails<Failure.Indeterminate>().Where((Failure.Indeterminate it) => it.Candidates.Count == 0)),
        new("AtMostOnce: the name was changed meanwhile, so that who has the new one proves nothing", Policy(Guarantee.AtMostOnce, OnExists.Adopt) with { NamePath = "name" }, new Doubting(Second, 0, 0), Looked(Seen("3")), Then.Fails<Failure.Indeterminate>("'3'", "run once with the earlier name")),
        new("AtMostOnce: even then not one of two", Policy(Guarantee.AtMostOnce, OnExists.Adopt), new Doubting(Intent(AttemptState.Ambiguous), 0, 0), Looked(Seen("3"), Seen("4")), Then.Fails<Failure.AmbiguousMatch>("'3'", "'4'")),
        new("AtMostOnce: two of the name are two candidates", Policy(Guarantee.AtMostOnce), new Doubting(Intent(AttemptState.Ambiguous), 0, 0), Looked(Seen("3"), Seen("4")), Then.Fails<Failure.Indeterminate>("'3', '4'")),
        new("AtMostOnce: another key's resource is no candidate", Policy(Guarantee.AtMostOnce, OnExists.Adopt), new Doubting(Intent(AttemptState.Ambiguous), 0, 0), Looked(Seen("3", Ownership.Another)), Then.Fails<Failure.Indeterminate>().Where((Failure.Indeterminate it) => it.Candidates.Count == 0)),
        new("a marker that the API drops promises no more than AtMostOnce: no wait makes an empty look a proof", Policy(), new Doubting(Intent(AttemptState.Ambiguous) with { MarkerDropped = true }, 0, 1), Looked(), Then.Fails<Failure.Indeterminate>("nothing proves")),
    ];
}
