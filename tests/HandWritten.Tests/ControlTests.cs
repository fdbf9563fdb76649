using Semel.Protocol;

namespace Semel.HandWritten.Tests;

/// <summary>Each guard of the hand-written ways, switched off: the same worlds find out.</summary>
public sealed class ControlTests(ITestOutputHelper output)
{
    private static readonly FaultPlan Ordinary = FaultPlan.Of(FaultId.Crash, FaultId.LostReply, FaultId.LateArrival);

    [Fact]
    [Trait("Feature", "A6")]
    public void ClientAlone_CreatesTwice()
    {
        foreach (var guarantee in new[] { Guarantee.Replay, Guarantee.Marker, Guarantee.AtMostOnce })
            Assert.Contains(Broken(Worlds.Of(Way.Bare, guarantee, Programs.Once, Ordinary), new(1, 0)), history => history.Judgement.Breaks(Invariant.I1));
    }

    private static readonly (FaultId, FaultId, Guarantee)[] HandlerGuards =
    [
        (FaultId.HandlerResends, FaultId.LostReply, Guarantee.AtMostOnce),
        (FaultId.HandlerClones, FaultId.LostReply, Guarantee.Marker),
        (FaultId.HandlerBuffers, FaultId.LostReply, Guarantee.AtMostOnce),
    ];

    /// <summary>What the user's own handlers would do to a create.</summary>
    [Fact]
    [Trait("Feature", "E7")]
    public void WithoutTheHandler_APostIsRepeated()
    {
        foreach (var (first, second, guarantee) in HandlerGuards)
        {
            foreach (var way in Way.All)
            {
                var sound = Worlds.Of(way, guarantee, Programs.Once, FaultPlan.Of(first, second));
                Assert.Empty(Broken(sound, new(2, 0)).Select(history => $"{history}"));
                var broken = Broken(sound with { Strategy = way.Unguarded() }, new(2, 0));
                Assert.True(broken.Count > 0, $"{way.Name}: {first}, {second}");
                output.WriteLine($"{broken[0].Setup.Strategy.Name}: {broken[0]}");
            }
        }
    }

    /// <summary>A runner stands still before its first byte until the server has forgotten its key, and another one has created.</summary>
    [Fact]
    [Trait("Feature", "H3")]
    public void WithoutTheHandler_APostGoesOutAfterItsDeadline()
    {
        var paused = Variants.With(Worlds.Of(Way.Delegate, Guarantee.Replay, Programs.TwiceApart), "short window", Shape.ShortWindow) with
        {
            Server = new() { KeyWindow = Times.ShortWindow },
            Faults = new FaultPlan([FaultCatalogue.Of(FaultId.Pause) with { Places = [new(Verb.Post, Phase.Connect)] }]),
        };
        Assert.Empty(Broken(paused, new(1, 1)));
        Assert.Contains(Broken(paused with { Strategy = Way.Delegate.Unguarded() }, new(1, 1)), history => history.Judgement.Breaks(Invariant.I1));
    }

    /// <summary>Who never sent the key of its intent may not rely on it: nothing is repeated, unless that is not heard of.</summary>
    [Fact]
    [Trait("Feature", "E5")]
    public void KeyThatNobodySent_IsNotReliedOn()
    {
        var sound = Worlds.Of(Way.Interface.Unguarded(), Guarantee.Replay, Programs.Once, FaultPlan.Of(FaultId.LostReply));
        Assert.Empty(Broken(sound, new(1, 0)));
        var deaf = new Mutation { Next = static (policy, state, happened, now) => CreateProtocol.Next(policy, state, happened is CreateEvent.Ambiguous doubt ? doubt with { Evidence = "no reply" } : happened, now) };
        Assert.Contains(Broken(sound with { Mutation = deaf }, new(1, 0)), history => history.Judgement.Breaks(Invariant.I1));
    }

    [Fact]
    [Trait("Feature", "H1")]
    public void WithoutCompareAndSet_TwoRunnersMakeTwo()
    {
        foreach (var way in Way.All)
        {
            var setup = Worlds.Of(way, Guarantee.AtMostOnce, Programs.TwiceApart, FaultPlan.None) with { Sabotage = Sabotage.NoCompareAndSet };
            Assert.Contains(Broken(setup, new(0, 2)), history => history.Judgement.Breaks(Invariant.I1));
        }
    }

    /// <summary>The histories that break an invariant.</summary>
    private static List<History> Broken(Setup setup, Budget budget)
    {
        var broken = new List<History>();
        new Explorer(setup, budget, history =>
        {
            if (history.Verdict == Verdict.Outside) broken.Add(history);
        }).Run();
        return broken;
    }
}
