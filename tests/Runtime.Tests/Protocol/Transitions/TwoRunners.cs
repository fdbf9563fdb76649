using System.Text.Json.Nodes;
using Semel.Protocol;
using static Semel.Protocol.CreateEvent;
using static Semel.Runtime.Tests.Protocol.Given;

namespace Semel.Runtime.Tests.Protocol.Transitions;

/// <summary>Histories of one key with attempts of two runners: one sends while the other is on its way, paused, or lost.</summary>
public sealed class TwoRunners
{
    private static readonly CreatePolicy Keys = Policy(Guarantee.Replay, hasMarker: true) with { KeyField = new IdempotencyKeyField(KeyPlace.Header, "Idempotency-Key"), CanRead = false };
    private static readonly CreatePolicy Names = Policy(Guarantee.UniqueName, hasMarker: true) with { NamePath = "name" };
    private static readonly Applied Five = new("5", new JsonObject { ["id"] = "5" }, CarriesMarker: true);
    private static readonly Sighting SeenFive = Seen("5", Ownership.Ours, 1);

    private readonly World _world = new();

    [Fact]
    public void AnotherRunnersPendingPost_ThenOurs_BothWithOneKey_BothGetTheOne()
    {
        var first = Posting(Keys);
        Assert.Equal(Outcome.Created, _world.Start(Other(Keys)).Answer(Looked(), Five, Looked(SeenFive)).Returned.Outcome);
        Assert.Equal("5", first.Answer(Five).Returned.Live.Id);
        AssertOne("5");
        Assert.Single(_world.Posts.Distinct());
    }

    [Fact]
    public void AppliedForUs_WhileAnotherRunnerRepeats_IsRecordedOverItsIntent()
    {
        var first = Posting(Keys);
        var second = _world.Start(Other(Keys)).Answer(Looked());
        Assert.Equal("5", first.Answer(Five).Returned.Live.Id);
        Assert.NotNull(AssertOne("5").InFlightUntil);
        Assert.Equal("5", second.Answer(Five).Returned.Live.Id);
        AssertOne("5");
    }

    [Fact]
    public void APausedRunnersReply_AfterTheTakeover_FromAServerThatMadeTwo_RecordsBoth()
    {
        var paused = Posting(Keys);
        _world.Start(Other(Keys)).Answer(Looked(), Five, Looked(SeenFive));
        Assert.Equal(["5", "6"], paused.Fails<Failure.Duplicate>(new Applied("6", [], true)).Ids);
        Assert.Equal(["6"], Assert.IsType<LiveRecord>(_world.Record).Duplicates);
    }

    [Fact]
    public void APausedRunnersRejection_AfterTheTakeover_ChangesNothing()
    {
        var paused = Posting(Keys);
        _world.Start(Other(Keys)).Answer(Looked(), Five, Looked(SeenFive));
        var recorded = _world.Record;
        paused.Fails<Failure.Rejected>(new NotApplied(401, null, "status 401"));
        Assert.Same(recorded, _world.Record);
    }

    [Fact]
    public void APausedRunnersLostReply_AfterTheTakeover_ReadsWhatTheOtherRecorded()
    {
        var paused = Posting(Keys);
        _world.Start(Other(Keys)).Answer(Looked(), Five, Looked(SeenFive));
        Assert.Equal(Outcome.Reused, paused.Answer(new Ambiguous(null, "reset")).Returned.Outcome);
        AssertOne("5");
    }

    [Fact]
    public void APausedRunnersReply_AfterADelete_IsNamedInTheError()
    {
        var paused = Posting(Keys);
        _world.Start(Other(Keys)).Answer(Looked(), Five, Looked(SeenFive));
        _world.Record = Tombstone() with { Id = "5", Version = _world.Record!.Version + 1 };
        Assert.Contains("'5'", paused.Fails<Failure.State>(Five).Message, StringComparison.Ordinal);
        Assert.IsType<TombstoneRecord>(_world.Record);
    }

    [Fact]
    public void BothLookBeforeEitherWrites_TheCompareAndSetDecides_AndOneKeyIsSent()
    {
        var first = _world.Start(Keys).Answer();
        var second = _world.Start(Other(Keys)).Answer();
        first.Answer(Looked());
        second.Answer(Looked(), Looked());
        Assert.IsType<Effect.Post>(second.Asks);
        Assert.Equal("5", first.Answer(Five).Returned.Live.Id);
        Assert.Equal("5", second.Answer(Five).Returned.Live.Id);
        AssertOne("5");
        Assert.Single(_world.Posts.Distinct());
    }

    [Fact]
    [Trait("Feature", "A8")]
    public void UniqueName_TheLoserOfTheRace_AdoptsWhatTheWinnerMade()
    {
        var winner = Posting(Names);
        var loser = _world.Start(Other(Names)).Answer(Looked());
        winner.Answer(Five);
        Assert.Equal("5", loser.Answer(new Exists("in use")).Returned.Live.Id);
        AssertOne("5");
    }

    [Fact]
    public void UniqueName_TheLoserAdoptsFirst_AndTheWinnerFindsItsOwn()
    {
        var winner = Posting(Names);
        _world.Start(Other(Names)).Answer(Looked(), new Exists("in use"), Looked(SeenFive));
        Assert.Equal("5", winner.Answer(Five).Returned.Live.Id);
        AssertOne("5");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Marker_AnotherRunnersPendingPost_IsLookedFor_NeverSent(bool elsewhere)
    {
        Posting(Policy());
        var other = elsewhere ? Policy() with { Runner = Elsewhere } : Policy() with { Alone = false };
        var intent = _world.Record;
        _world.Now += Hours(100);
        _world.Start(other).Fails<Failure.Busy>(Looked());
        Assert.Same(intent, _world.Record);

        Assert.Equal("5", _world.Start(other).Answer(Looked(SeenFive), new SeenPresent(null)).Returned.Live.Id);
        Assert.Empty(_world.Posts);
    }

    [Fact]
    public void Marker_OurOwnCrashedRun_IsWaitedFor_LookedForTwice_AndSentAgain()
    {
        Posting(Policy());
        _world.Start(Policy() with { Runner = Me with { Process = 2, Run = "again" } }).Answer(Looked(), Looked(), Looked(), Five);
        AssertOne("5");
        Assert.Single(_world.Posts);
    }

    private Run Posting(CreatePolicy policy)
    {
        var run = _world.Start(policy).Answer(Looked());
        Assert.IsType<Effect.Post>(run.Asks);
        return run;
    }

    private static CreatePolicy Other(CreatePolicy policy) => policy with { Alone = false, Runner = Elsewhere };

    private LiveRecord AssertOne(string id)
    {
        var live = Assert.IsType<LiveRecord>(_world.Record);
        Assert.Equal((id, 0), (live.Id, live.Duplicates.Count));
        return live;
    }
}
