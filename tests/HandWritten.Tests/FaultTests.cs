namespace Semel.HandWritten.Tests;

/// <summary>
/// Every fault of PROTOCOL section 4 that the simulation knows, alone at every await, in each way in and for each guarantee:
/// none is worse than the verdict table says of generated models. The judge is what the server holds.
/// </summary>
[Trait("Feature", "A6")]
public sealed class FaultTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Feature", "H3")]
    public void CreateByTwoRunners_AndByTheNext_IsNoWorseThanWithGeneratedModels() =>
        AssertNoneIsWorse(Worlds.Explore(new(1, 0), null, Programs.Twice, Programs.TwiceApart));

    [Fact]
    [Trait("Feature", "F2")]
    public void ReplacementOfWhatChanged_IsNoWorseThanWithGeneratedModels() => AssertNoneIsWorse(Worlds.Explore(
        Way.All.Select(way => Worlds.Of(way, Guarantee.Marker, Worlds.ChangedTwice) with { Variant = Worlds.Replaced }), new(1, 0)));

    [Fact]
    [Trait("Feature", "I2")]
    public void ReplacementThatIsAskedFor_IsNoWorseThanWithGeneratedModels() =>
        AssertNoneIsWorse(Worlds.Explore(Guarantees.All.Select(guarantee => Worlds.Of(Way.Delegate, guarantee, Programs.DeletedFirst)), new(1, 0)));

    [Fact]
    [Trait("Feature", "D3")]
    public void WhatBecomesReadyLater_OrFails_IsNoWorseThanWithGeneratedModels() =>
        AssertNoneIsWorse(Worlds.Explore(Way.All.Select(way => Variants.Readying(Worlds.Of(way, Guarantee.Marker, Programs.Once))), new(1, 0)));

    [Fact]
    [Trait("Feature", "I2")]
    public void CreateWhileAnotherRunnerDeletes_AndAfterIt_IsNoWorseThanWithGeneratedModels() =>
        AssertNoneIsWorse(Worlds.Explore(new(1, 0), null, Programs.DeleteWhileCreating));

    /// <summary>The first create is in doubt, and the next run wants something else.</summary>
    [Fact]
    [Trait("Feature", "E2")]
    public void InputChangedWhileAnIntentStands_BreaksNothing()
    {
        FaultPlan faults = new([FaultCatalogue.Of(FaultId.Crash) with { Places = [new(Verb.Post, Phase.LastByte), new(Verb.Post, Phase.FirstReplyByte), new(Verb.Put, Phase.FirstReplyByte)] }, FaultCatalogue.Of(FaultId.InputChanged)]);
        var tallies = Worlds.Explore(new(2, 0), faults, Programs.Once);
        Assert.Empty(tallies.SelectMany(tally => tally.Violations.Values).Select(history => $"{history}"));
        Assert.All(tallies, tally => Assert.True(tally.Verdicts[(int)Verdict.Detected] > 0, $"{tally}"));
    }

    private void AssertNoneIsWorse(IReadOnlyList<Tally> tallies)
    {
        foreach (var tally in tallies) output.WriteLine($"{tally.Setup.Strategy.Name}: {tally}");
        Assert.All(tallies, tally => Assert.NotEmpty(tally.Worst));
        var worse = tallies.SelectMany(Comparison.Of).Where(comparison => comparison.IsWorse).ToList();
        worse.ForEach(comparison => output.WriteLine($"worse: {comparison}"));
        Assert.Empty(worse);
    }
}
