using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol;

/// <summary>The pure function, rule by rule (PROTOCOL section 2).</summary>
public sealed class CreateProtocolTests
{
    private static readonly TimeSpan PastTheWait = TimeSpan.FromHours(1);

    [Fact]
    public void EveryCreate_BeginsWithItsRecord() => Assert.IsType<Effect.ReadRecord>(CreateProtocol.Start().Effect);

    [Fact]
    public void NoRecord_IsDoubt_SoALookComesBeforeTheFirstPost() =>
        Assert.IsType<Effect.Look>(Policy().Next(new CreateState.Reading(), new CreateEvent.RecordRead(null)).Effect);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void NoRecordAndNoLook_WritesTheIntentWithAPendingAttempt(bool lookFirst, bool canLook)
    {
        var write = Write<IntentRecord>(Policy(lookFirst: lookFirst, canLook: canLook).Next(new CreateState.Reading(), new CreateEvent.RecordRead(null)), out var expected);
        Assert.Equal(0, expected);
        Assert.Equal(1, write.Generation);
        Assert.Equal(AttemptState.Pending, Assert.Single(write.Attempts).State);
        Assert.False(write.LookedBefore);
    }

    [Fact]
    public void NothingIsPosted_BeforeTheIntentIsWritten()
    {
        var decision = Policy().Next(new CreateState.LookingFirst(0), Looked());
        var intent = Write<IntentRecord>(decision, out _);
        Assert.True(intent.LookedBefore);
        Assert.IsType<Effect.Post>(Policy().Next(decision.State, new CreateEvent.Written(intent with { Version = 1 })).Effect);
    }

    [Fact]
    public void LostCompareAndSet_ReadsAgain_AndGivesUpAfterABound()
    {
        Assert.IsType<Effect.ReadRecord>(Policy().Next(new CreateState.Intending(0, 0), new CreateEvent.WriteLost()).Effect);
        Assert.IsType<Failure.State>(Stop(Policy().Next(new CreateState.Intending(0, CreatePolicy.MaximumRereads), new CreateEvent.WriteLost())));
    }

    [Fact]
    public void LookFirst_OneOfOurs_IsAdoptedWithTheGenerationOfItsMarker()
    {
        var live = Write<LiveRecord>(Policy().Next(new CreateState.LookingFirst(0), Looked(Seen("7", Ownership.Ours, 3), Seen("6", Ownership.Ours, 2))), out _);
        Assert.Equal(("7", 3, false), (live.Id, live.Generation, live.Adopted));
    }

    [Fact]
    public void LookFirst_TwoOfOurs_IsAnErrorThatListsThem() =>
        Assert.Equal(["7", "8"], Assert.IsType<Failure.AmbiguousMatch>(Stop(Policy().Next(new CreateState.LookingFirst(0), Looked(Seen("7", Ownership.Ours, 1), Seen("8", Ownership.Ours, 1))))).Candidates);

    [Fact]
    public void LookFirst_AStranger_IsAConflict_UnlessNamesAreDeclaredOurs()
    {
        Assert.Equal(["9"], Assert.IsType<Failure.Conflict>(Stop(Policy().Next(new CreateState.LookingFirst(0), Looked(Seen("9"))))).Candidates);
        Assert.True(Write<LiveRecord>(Policy(onExists: OnExists.Adopt).Next(new CreateState.LookingFirst(0), Looked(Seen("9"))), out _).Adopted);
    }

    [Theory]
    [InlineData(OnExists.Fail)]
    [InlineData(OnExists.Adopt)]
    public void LookFirst_TwoStrangers_IsAnError_WhateverThePolicy(OnExists onExists) =>
        Assert.IsType<Failure.AmbiguousMatch>(Stop(Policy(onExists: onExists).Next(new CreateState.LookingFirst(0), Looked(Seen("9"), Seen("10")))));

    [Fact]
    public void AnotherKeysMarker_IsInTheWayOnlyWhereNamesAreUnique_AndIsNeverAdopted()
    {
        var another = Looked(Seen("9", Ownership.Another));
        Write<IntentRecord>(Policy(Guarantee.Marker).Next(new CreateState.LookingFirst(0), another), out _);
        Assert.IsType<Failure.Conflict>(Stop(Policy(Guarantee.UniqueName, OnExists.Adopt).Next(new CreateState.LookingFirst(0), another)));
    }

    [Fact]
    public void LiveRecord_IsTrusted_OrVerified()
    {
        Assert.Equal(Outcome.Reused, Assert.IsType<Effect.Return>(Policy().Next(new CreateState.Reading(), new CreateEvent.RecordRead(Live())).Effect).Outcome);
        Assert.IsType<Effect.Get>(Policy(verify: true).Next(new CreateState.Reading(), new CreateEvent.RecordRead(Live())).Effect);
    }

    [Fact]
    public void Verified_AsRecorded_WritesNothing_AndChanged_RefreshesTheRecordWithoutSecrets()
    {
        var same = Live();
        Assert.True(Assert.IsType<Effect.Return>(Policy().Next(new CreateState.Verifying(same), new CreateEvent.SeenPresent((JsonObject)same.Attributes.DeepClone())).Effect).Verified);

        var refreshed = Write<LiveRecord>(Policy().Next(new CreateState.Verifying(same), new CreateEvent.SeenPresent(new JsonObject { ["id"] = "1", ["status"] = "active", ["user_data"] = "s3cret" })), out _);
        Assert.Equal("""{"id":"1","status":"active"}""", refreshed.Attributes.ToJsonString());
    }

    [Fact]
    public void Gone_NeedsACompleteListThatLacksIt_ThenOpensTheNextGenerationInOneWrite()
    {
        var gone = Policy(lookFirst: false).Next(new CreateState.Verifying(Live()), new CreateEvent.SeenAbsent());
        Assert.Equal("1", Assert.IsType<Effect.ListFor>(gone.Effect).Id);

        var intent = Write<IntentRecord>(Policy(lookFirst: false).Next(gone.State, new CreateEvent.SeenAbsent()), out var expected);
        Assert.Equal((2, 2L, true), (intent.Generation, expected, intent.Replaces));
        Assert.Equal(["1"], intent.Superseded);
    }

    [Fact]
    public void Gone_ButListed_OrTooYoung_OrSeenByOthers_IsUnknown()
    {
        Assert.IsType<Failure.Unknown>(Stop(Policy().Next(new CreateState.ConfirmingAbsence(Live()), new CreateEvent.SeenPresent(null))));
        Assert.IsType<Failure.Unknown>(Stop(Policy().Next(new CreateState.Verifying(Live() with { CreatedAt = Now }), new CreateEvent.SeenAbsent())));
        Assert.IsType<Failure.Unknown>(Stop(Policy(credential: "b").Next(new CreateState.Verifying(Live(seenBy: "a")), new CreateEvent.SeenAbsent())));
    }

    [Fact]
    public void NoAnswerThatCanBeTrusted_StopsWithoutCreating_WhereverItComes()
    {
        CreateState[] states = [new CreateState.LookingFirst(0), new CreateState.Verifying(Live()), new CreateState.ConfirmingAbsence(Live()), new CreateState.Doubting(Intent(AttemptState.Pending), 0, 0)];
        foreach (var state in states)
            Assert.Equal(403, Assert.IsType<Failure.Unknown>(Stop(Policy().Next(state, new CreateEvent.NotKnown(403, "403")))).Status);
    }

    [Fact]
    public void Applied_IsRecordedAtOnce_WithoutSecrets_AndNotCancellable()
    {
        var decision = Policy().Next(new CreateState.Sending(Intent(AttemptState.Pending), 1), new CreateEvent.Applied("5", new JsonObject { ["id"] = 5, ["user_data"] = "s3cret" }, CarriesMarker: true));
        Assert.False(Assert.IsType<Effect.Write>(decision.Effect).Cancellable);
        var live = Write<LiveRecord>(decision, out _);
        Assert.Equal(("5", false), (live.Id, live.MarkerDropped));
        Assert.DoesNotContain("s3cret", live.Attributes.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(Outcome.Created, Assert.IsType<Effect.Return>(Policy().Next(decision.State, new CreateEvent.Written(live)).Effect).Outcome);
    }

    [Fact]
    public void AppliedWithoutItsMarker_IsRecordedAsDropped() =>
        Assert.True(Write<LiveRecord>(Policy().Next(new CreateState.Sending(Intent(AttemptState.Pending), 1), new CreateEvent.Applied("5", [], CarriesMarker: false)), out _).MarkerDropped);

    [Fact]
    public void Rejected_SettlesItsAttempt_AndTheNextRunMayPostAgain()
    {
        var settling = Policy(lookFirst: false).Next(new CreateState.Sending(Intent(AttemptState.Pending), 1), new CreateEvent.NotApplied(422, "bad range", "422"));
        var settled = Write<IntentRecord>(settling, out _);
        Assert.Equal(AttemptState.NotApplied, settled.Attempts[0].State);
        Assert.Equal(422, Assert.IsType<Failure.Rejected>(Stop(Policy(lookFirst: false).Next(settling.State, new CreateEvent.Written(settled)))).Status);

        var again = Write<IntentRecord>(Policy(lookFirst: false).Next(new CreateState.Reading(), new CreateEvent.RecordRead(settled)), out _);
        Assert.Equal([AttemptState.NotApplied, AttemptState.Pending], again.Attempts.Select(attempt => attempt.State));
    }

    [Fact]
    public void AppliedButLost_Then401OnTheRepeat_TheIntentStands()
    {
        var settling = Policy().Next(new CreateState.Sending(Intent(AttemptState.Ambiguous, AttemptState.Pending), 1), new CreateEvent.NotApplied(401, null, "401"));
        var settled = Write<IntentRecord>(settling, out _);
        Assert.Equal([AttemptState.Ambiguous, AttemptState.NotApplied], settled.Attempts.Select(attempt => attempt.State));
        Assert.IsType<Effect.Look>(Policy().Next(new CreateState.Reading(), new CreateEvent.RecordRead(settled)).Effect);
    }

    [Theory]
    [InlineData(AttemptState.Pending)]
    [InlineData(AttemptState.Ambiguous)]
    public void AnIntentInDoubt_IsLookedFor_NeverPostedBlindly(AttemptState attempt)
    {
        Assert.IsType<Effect.Look>(Policy().Next(new CreateState.Reading(), new CreateEvent.RecordRead(Intent(attempt))).Effect);
        Assert.IsType<Failure.Indeterminate>(Stop(Policy(Guarantee.AtMostOnce, canLook: false).Next(new CreateState.Reading(), new CreateEvent.RecordRead(Intent(attempt)))));
    }

    [Fact]
    public void Ambiguous_IsWritten_ThenLookedFor()
    {
        var settling = Policy().Next(new CreateState.Sending(Intent(AttemptState.Pending), 1), new CreateEvent.Ambiguous(500, "500"));
        var settled = Write<IntentRecord>(settling, out _);
        Assert.Equal((AttemptState.Ambiguous, "500"), (settled.Attempts[0].State, settled.Attempts[0].Evidence));
        Assert.IsType<Effect.Look>(Policy().Next(settling.State, new CreateEvent.Written(settled)).Effect);
    }

    [Fact]
    public void Marker_NotFound_WaitsForFlightAndLag_LooksTwice_ThenPostsOnce()
    {
        var doubting = new CreateState.Doubting(Intent(AttemptState.Ambiguous), Sent: 1, EmptyLooks: 0);
        var wait = Policy().Next(doubting, Looked());
        Assert.Equal(Now + TimeSpan.FromSeconds(60 + 120 + 30), Assert.IsType<Effect.Wait>(wait.Effect).Until);

        var first = Policy().Next(wait.State, new CreateEvent.Waited(), PastTheWait);
        Assert.IsType<Effect.Look>(first.Effect);
        var second = Policy().Next(first.State, Looked(), PastTheWait);
        Assert.IsType<Effect.Look>(second.Effect);
        var intent = Write<IntentRecord>(Policy().Next(second.State, Looked(), PastTheWait), out _);
        Assert.Equal([AttemptState.Ambiguous, AttemptState.Pending], intent.Attempts.Select(attempt => attempt.State));
    }

    [Fact]
    public void Marker_FoundInDoubt_IsAdoptedAsOurs_WhateverStrangersThereAre()
    {
        var live = Write<LiveRecord>(Policy().Next(new CreateState.Doubting(Intent(AttemptState.Pending), 0, 0), Looked(Seen("3"), Seen("4", Ownership.Ours, 1))), out var expected);
        Assert.Equal(("4", false, 1L), (live.Id, live.Adopted, expected));
    }

    [Fact]
    public void AnOlderGeneration_IsNeitherAdoptedNorInTheWay_ANewerOneMeansRolledBackState()
    {
        var doubting = new CreateState.Doubting(Intent(AttemptState.Pending) with { Generation = 2 }, 0, 0);
        Assert.IsType<Effect.Wait>(Policy().Next(doubting, Looked(Seen("3", Ownership.Ours, 1))).Effect);
        Assert.IsType<Failure.State>(Stop(Policy().Next(doubting, Looked(Seen("3", Ownership.Ours, 3)))));
    }

    [Fact]
    public void UniqueName_FreeInDoubt_IsPostedAgain_Taken_IsResolved()
    {
        var doubting = new CreateState.Doubting(Intent(AttemptState.Ambiguous), 1, 0);
        Write<IntentRecord>(Policy(Guarantee.UniqueName).Next(doubting, Looked()), out _);
        Write<LiveRecord>(Policy(Guarantee.UniqueName, hasMarker: true).Next(doubting, Looked(Seen("3", Ownership.Ours, 1))), out _);
        Assert.IsType<Failure.Conflict>(Stop(Policy(Guarantee.UniqueName, hasMarker: true).Next(doubting, Looked(Seen("3")))));
        Assert.IsType<Failure.Indeterminate>(Stop(Policy(Guarantee.UniqueName).Next(doubting, Looked(Seen("3")))));
        Write<LiveRecord>(Policy(Guarantee.UniqueName, OnExists.Adopt).Next(doubting, Looked(Seen("3"))), out _);
    }

    [Fact]
    public void Exists_ButNotToBeFound_IsNotPostedAgainInThisRun()
    {
        var settling = Policy(Guarantee.UniqueName).Next(new CreateState.Sending(Intent(AttemptState.Pending), 1), new CreateEvent.Exists("in use"));
        var settled = Write<IntentRecord>(settling, out _);
        var looking = Policy(Guarantee.UniqueName).Next(settling.State, new CreateEvent.Written(settled));
        Assert.IsType<Failure.Indeterminate>(Stop(Policy(Guarantee.UniqueName).Next(looking.State, Looked())));

        var nextRun = Policy(Guarantee.UniqueName).Next(new CreateState.Reading(), new CreateEvent.RecordRead(settled));
        Write<IntentRecord>(Policy(Guarantee.UniqueName).Next(nextRun.State, Looked()), out _);
    }

    [Fact]
    public void AtMostOnce_InDoubt_IsNeverPostedAgain()
    {
        var doubting = new CreateState.Doubting(Intent(AttemptState.Ambiguous), 0, 0);
        Assert.IsType<Failure.Indeterminate>(Stop(Policy(Guarantee.AtMostOnce).Next(doubting, Looked(), PastTheWait)));
        Assert.Equal(["3"], Assert.IsType<Failure.Indeterminate>(Stop(Policy(Guarantee.AtMostOnce).Next(doubting, Looked(Seen("3")), PastTheWait))).Candidates);
        Write<LiveRecord>(Policy(Guarantee.AtMostOnce, OnExists.Adopt).Next(doubting, Looked(Seen("3"))), out _);
    }

    [Fact]
    public void Posts_AreBounded() => Assert.IsType<Failure.Indeterminate>(Stop(
        Policy(Guarantee.UniqueName).Next(new CreateState.Doubting(Intent(AttemptState.Ambiguous), CreatePolicy.MaximumSends, 0), Looked())));

    [Fact]
    public void ADeleteThatWasBegun_IsFinishedFirst_ThenTheNextGenerationIsCreated()
    {
        var deleting = new DeletingRecord { Key = Key, Version = 3, Generation = 1, Id = "1", Attributes = [], Provenance = new Provenance(Now, "", "", "") };
        var resume = Policy(lookFirst: false).Next(new CreateState.Reading(), new CreateEvent.RecordRead(deleting));
        Assert.Equal("1", Assert.IsType<Effect.Delete>(resume.Effect).Id);
        var bury = Policy(lookFirst: false).Next(resume.State, new CreateEvent.Deleted());
        var tombstone = Write<TombstoneRecord>(bury, out _);
        var intent = Write<IntentRecord>(Policy(lookFirst: false).Next(bury.State, new CreateEvent.Written(tombstone with { Version = 4 })), out var expected);
        Assert.Equal((2, 4L), (intent.Generation, expected));
        Assert.IsType<Failure.Unknown>(Stop(Policy(lookFirst: false).Next(resume.State, new CreateEvent.NotKnown(500, "500"))));
    }

    [Fact]
    public void EveryPair_HasADecision_AndNoImpossibleOneSends()
    {
        var live = Live();
        var intent = Intent(AttemptState.Pending);
        CreateState[] states =
        [
            new CreateState.Reading(), new CreateState.LookingFirst(0), new CreateState.Verifying(live), new CreateState.ConfirmingAbsence(live),
            new CreateState.FinishingDelete(new DeletingRecord { Key = Key, Generation = 1, Id = "1", Attributes = [], Provenance = live.Provenance }, null),
            new CreateState.Burying(new TombstoneRecord { Key = Key, Generation = 1, Id = "1", Provenance = live.Provenance }, false),
            new CreateState.Intending(0, 0), new CreateState.Sending(intent, 1), new CreateState.Settling(intent, 1, null), new CreateState.Doubting(intent, 1, 0),
            new CreateState.Waiting(intent, 1), new CreateState.Recording(live, [], Outcome.Created, true), new CreateState.Ended(),
        ];
        CreateEvent[] events =
        [
            new CreateEvent.RecordRead(null), new CreateEvent.Written(live), new CreateEvent.WriteLost(), Looked(), new CreateEvent.SeenPresent([]),
            new CreateEvent.SeenAbsent(), new CreateEvent.NotKnown(500, "500"), new CreateEvent.Deleted(), new CreateEvent.Applied("1", [], true),
            new CreateEvent.NotApplied(400, null, "400"), new CreateEvent.Exists("in use"), new CreateEvent.Ambiguous(null, "reset"), new CreateEvent.Waited(),
        ];
        foreach (var state in states)
        {
            foreach (var happened in events)
            {
                var decision = Policy().Next(state, happened);
                Assert.NotEmpty(decision.Reason);
                if (decision.Effect is Effect.Post) Assert.True(state is CreateState.Intending && happened is CreateEvent.Written, $"{state} + {happened} posts");
            }
        }
    }

    private static T Write<T>(Decision decision, out long expectedVersion) where T : ResourceRecord
    {
        var write = Assert.IsType<Effect.Write>(decision.Effect);
        expectedVersion = write.ExpectedVersion;
        return Assert.IsType<T>(write.Record);
    }

    private static Failure Stop(Decision decision) => Assert.IsType<Effect.Fail>(decision.Effect).Failure;
}
