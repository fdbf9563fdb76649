using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>Histories of one key with more than one attempt of one runner, from the first look to the last record.</summary>
public sealed class TwoAttempts
{
    private static readonly CreatePolicy Keys = Policy(Guarantee.Replay, hasMarker: true) with { KeyField = new IdempotencyKeyField(KeyPlace.Header, "Idempotency-Key"), CanRead = false };
    private static readonly CreatePolicy Blind = Keys with { CanLook = false, HasMarker = false };
    private static readonly CreatePolicy Names = Policy(Guarantee.UniqueName, hasMarker: true) with { NamePath = "name" };
    private static readonly Ambiguous Lost = new(null, "reset");
    private static readonly Applied Five = new("5", new JsonObject { ["id"] = "5" }, CarriesMarker: true);
    private static readonly string FirstKey = IdempotencyKey.Create(Key.Scope, Key.Model, Key.Instance, 1);
    private static readonly string SecondKey = IdempotencyKey.Create(Key.Scope, Key.Model, Key.Instance, 2);

    private static readonly SeenPresent There = new(Five.Body);

    private readonly World _world = new();

    [Fact]
    public void AppliedButLost_Then401OnTheRepeat_TheIntentStands()
    {
        var rejected = _world.Start(Keys).Fails<Failure.Rejected>(Looked(), Lost, new NotApplied(401, null, "status 401"));
        Assert.Contains("its intent stands", rejected.Message, StringComparison.Ordinal);
        AssertIntent(1, AttemptState.Ambiguous, AttemptState.NotApplied);

        _world.Start(Keys).Answer(Looked(), Five, Looked(Seen("5", Ownership.Ours, 1)));
        AssertLive("5", FirstKey, FirstKey, FirstKey);
    }

    [Fact]
    public void AppliedButLost_ThenConnectFailure_TheIntentStands_AndTheNextRunFindsIt()
    {
        _world.Start(Names).Fails<Failure.Rejected>(Looked(), Lost, Looked(), new NotApplied(null, null, "connection refused"));
        AssertIntent(1, AttemptState.Ambiguous, AttemptState.NotApplied);

        Assert.Equal(Outcome.Adopted, _world.Start(Names).Answer(Looked(Seen("5", Ownership.Ours, 1)), There).Returned.Outcome);
        AssertLive("5", FirstKey, FirstKey);
    }

    [Fact]
    [Trait("Feature", "A8")]
    public void AppliedButLost_Then409OnTheRepeat_IsAdoptedByItsMarker()
    {
        _world.Start(Names).Answer(Looked(), Lost, Looked(), new Exists("in use"), Looked(Seen("5", Ownership.Ours, 1)), There);
        AssertLive("5", FirstKey, FirstKey);
    }

    [Fact]
    public void AppliedButLost_Then409OnTheRepeat_OfSomebodyElse_IsAConflict_AndTheIntentStands()
    {
        _world.Start(Names).Fails<Failure.Conflict>(Looked(), Lost, Looked(), new Exists("in use"), Looked(Seen("9", Ownership.Another)));
        AssertIntent(1, AttemptState.Ambiguous, AttemptState.Ambiguous);
    }

    [Fact]
    public void Taken_ButNotToBeFound_IsAskedOnceARun()
    {
        _world.Start(Names).Fails<Failure.Indeterminate>(Looked(), new Exists("in use"), Looked());
        _world.Start(Names).Fails<Failure.Indeterminate>(Looked(), new Exists("in use"), Looked());
        Assert.Equal(2, _world.Posts.Count);

        _world.Start(Names).Answer(Looked(), Five);
        AssertLive("5", FirstKey, FirstKey, FirstKey);
    }

    [Fact]
    public void ServerError_Then400UnderTheKey_IsNoRejection_AndALookFindsIt()
    {
        _world.Start(Keys).Answer(Looked(), new Ambiguous(500, "status 500"), new NotApplied(400, null, "status 400"), Looked(Seen("5", Ownership.Ours, 1)));
        AssertLive("5", FirstKey, FirstKey);
    }

    [Fact]
    public void ServerError_Then400UnderTheKey_AndLooksThatStayEmpty_TakeANewKey()
    {
        _world.Start(Keys).Answer(Looked(), new Ambiguous(500, "status 500"), new NotApplied(400, null, "status 400"), Looked(), Looked(), Looked(), Five);
        Assert.Equal(2, AssertLive("5", FirstKey, FirstKey, SecondKey).Generation);
    }

    [Fact]
    public void Lost_ThenInputChanged_IsLookedFor_NeverSentUnderTheSameKey()
    {
        _world.Start(Keys).Answer(Looked(), Lost);
        var changed = Keys with { Input = new DesiredInput(new JsonObject { ["name"] = "web-1", ["size"] = 2 }, "f2") };
        _world.Start(changed).Answer(Looked(Seen("5", Ownership.Ours, 1)));
        Assert.Equal("f1", AssertLive("5", FirstKey).Fingerprint);
    }

    [Fact]
    public void Lost_ThenInputChanged_AndNothingCanBeLookedFor_StopsUntilTheEarlierInputComesBack()
    {
        _world.Start(Blind).Answer(Lost);
        var changed = Blind with { Input = new DesiredInput([], "f2") };
        Assert.Contains("run once with the earlier input", _world.Start(changed).Fails<Failure.Indeterminate>().Message, StringComparison.Ordinal);
        Assert.Equal([FirstKey], _world.Posts);

        _world.Start(Blind).Answer(Five);
        AssertLive("5", FirstKey, FirstKey);
    }

    [Fact]
    public void Lost_ThenTheWindowPasses_ALookFindsIt()
    {
        _world.Start(Keys).Answer(Looked(), Lost);
        _world.Now += Hours(25);
        _world.Start(Keys).Answer(Looked(Seen("5", Ownership.Ours, 1)));
        AssertLive("5", FirstKey);
    }

    [Fact]
    public void Lost_ThenTheWindowPasses_AndLooksStayEmpty_TakesANewKey()
    {
        _world.Start(Keys).Answer(Looked(), Lost);
        _world.Now += Hours(25);
        _world.Start(Keys).Answer(Looked(), Looked(), Five);
        Assert.Equal(2, AssertLive("5", FirstKey, SecondKey).Generation);
    }

    [Fact]
    public void Lost_ThenTheWindowPasses_AndNothingCanBeLookedFor_IsIndeterminateForEver()
    {
        _world.Start(Blind).Answer(Lost);
        _world.Now += Hours(25);
        for (var run = 0; run < 3; run++) _world.Start(Blind).Fails<Failure.Indeterminate>();
        Assert.Equal([FirstKey], _world.Posts);
    }

    [Fact]
    public void TheSameServerErrorTwice_MayBeStored_SoLooksAndANewKeyFollow()
    {
        var stored = new Ambiguous(500, "status 500");
        _world.Start(Keys).Answer(Looked(), stored, stored, Looked(), Looked(), Looked(), Five);
        Assert.Equal(2, AssertLive("5", FirstKey, FirstKey, SecondKey).Generation);
    }

    [Fact]
    public void Rejected_ThenMended_TakesANewKey_BecauseTheServerKeepsItsRejection()
    {
        _world.Start(Keys).Fails<Failure.Rejected>(Looked(), new NotApplied(422, "bad size", "status 422"));
        _world.Start(Keys with { Input = new DesiredInput([], "f2") }).Answer(Looked(), Five);
        Assert.Equal("f2", AssertLive("5", FirstKey, SecondKey).Fingerprint);
    }

    [Fact]
    public void Throttled_ThenApplied_InOneRun()
    {
        _world.Start(Policy()).Answer(Looked(), new NotApplied(429, null, "status 429", null, Seconds(20)), Five);
        Assert.Equal(Now + Seconds(20), AssertLive("5", FirstKey, FirstKey).CreatedAt);
    }

    [Fact]
    [Trait("Feature", "D8")]
    public void Accepted_ThenTheOperationFails_ThenAgain()
    {
        _world.Start(Policy()).Fails<Failure.Rejected>(Looked(), new Accepted("/operations/1"), new OperationRunning(), new OperationFailed("quota"));
        AssertIntent(1, AttemptState.NotApplied);
        _world.Start(Policy()).Answer(Looked(), new Accepted("/operations/2"), new OperationSucceeded("5"), new SeenPresent(new JsonObject { ["id"] = "5" }));
        AssertLive("5", FirstKey, FirstKey);
    }

    [Fact]
    [Trait("Feature", "D8")]
    public void Accepted_ThenCrash_TheNextRunGoesOnWithTheOperation()
    {
        Assert.IsType<Effect.PollOperation>(_world.Start(Policy()).Answer(Looked(), new Accepted("/operations/1")).Asks);
        _world.Start(Policy()).Answer(new OperationRunning(), new OperationSucceeded("5"), new SeenPresent(new JsonObject { ["id"] = "5" }));
        AssertLive("5", FirstKey);
    }

    [Fact]
    public void Marker_Lost_WaitsForFlightAndLag_LooksTwice_ThenPostsOnceMore()
    {
        _world.Start(Policy()).Answer(Looked(), Lost, Looked(), Looked(), Looked(), Five);
        Assert.Equal(Now + Seconds(120 + 30), _world.Now);
        Assert.Null(AssertLive("5", FirstKey, FirstKey).InFlightUntil);
    }

    [Fact]
    public void Marker_Lost_AndSeenOnlyByTheLastLook_IsPostedOnce()
    {
        _world.Start(Policy()).Answer(Looked(), Lost, Looked(), Looked(), Looked(Seen("5", Ownership.Ours, 1)), There);
        AssertLive("5", FirstKey);
    }

    [Fact]
    public void AtMostOnce_Lost_IsNeverSentAgain()
    {
        var once = Policy(Guarantee.AtMostOnce, hasMarker: false);
        _world.Start(once).Fails<Failure.Indeterminate>(Looked(), Lost, Looked());
        _world.Now += Hours(1000);
        _world.Start(once).Fails<Failure.Indeterminate>(Looked());
        Assert.Single(_world.Posts);
    }

    [Fact]
    public void Natural_Lost_ThenRefusedBecauseItIsThere_IsKnownByWhatWasSent()
    {
        _world.Start(Policy(Guarantee.Natural)).Answer(Looked(), Lost, new Exists(null, 412), Looked(Seen("web-1") with { IsRead = true }));
        AssertLive("web-1", FirstKey, FirstKey);
    }

    [Fact]
    public void DeleteFirst_CrashAfterTheDelete_IsFinishedAndCreatedOnce()
    {
        _world.Record = Live() with { Version = 1 };
        var replacing = Policy() with { Recreate = Recreate.DeleteFirst };
        Assert.IsType<Effect.Delete>(_world.Start(replacing).Answer().Asks);
        Assert.IsType<DeletingRecord>(_world.Record);

        _world.Start(replacing).Answer(new Deleted(Confirmed: false), new SeenAbsent(), Looked(), Five);
        Assert.Equal(["1"], AssertLive("5", SecondKey).Superseded);
    }

    [Fact]
    public void CreateFirst_TheReplyIsLost_TheOldOneIsRetiredOnlyWhenTheNewOneIsFound()
    {
        _world.Record = Live() with { Version = 1 };
        var replacing = Policy() with { Recreate = Recreate.CreateFirst };
        _world.Start(replacing).Answer(Looked(Seen("1", Ownership.Ours, 1)), Lost);
        Assert.Empty(_world.Deletes);

        _world.Start(replacing).Answer(Looked(Seen("1", Ownership.Ours, 1), Seen("5", Ownership.Ours, 2)), There, new Deleted());
        Assert.Empty(AssertLive("5", SecondKey).Retiring);
        Assert.Equal(["1"], _world.Deletes);
    }

    private void AssertIntent(int generation, params AttemptState[] attempts)
    {
        var intent = Assert.IsType<IntentRecord>(_world.Record);
        Assert.Equal(generation, intent.Generation);
        Assert.Equal(attempts, intent.Attempts.Select(attempt => attempt.State));
    }

    private LiveRecord AssertLive(string id, params string[] posts)
    {
        var live = Assert.IsType<LiveRecord>(_world.Record);
        Assert.Equal(id, live.Id);
        Assert.Equal(posts, _world.Posts);
        Assert.Empty(live.Duplicates);
        return live;
    }
}
