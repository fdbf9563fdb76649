namespace Semel.Simulation;

/// <summary>Every pair of faults at every await, of every guarantee, with one and two runners; done once for all tests that look at it.</summary>
internal static class Exhaustive
{
    private static readonly Lazy<IReadOnlyList<Tally>> Done = new(Run);

    /// <summary><c>SEMEL_SIMULATION_DEPTH=1</c>: every pair of one runner that is run again, and of two; <c>2</c>: of every program, pairs together with another order, and triples of one runner.</summary>
    public static readonly int Depth = int.TryParse(Environment.GetEnvironmentVariable("SEMEL_SIMULATION_DEPTH"), out var depth) ? depth : 0;

    private static bool IsDeep => Depth > 1;

    public static IReadOnlyList<Tally> Tallies => Done.Value;

    private static Tally[] Run() => Workers.Run([.. Guarantees.All.SelectMany(Jobs)], job => Explore(job.Setup, job.Budget));

    private static IEnumerable<(Setup Setup, Budget Budget)> Jobs(Guarantee guarantee)
    {
        var renew = Guarantees.Setup(guarantee, Programs.Renew);
        yield return (IsDeep ? renew : renew with { Faults = renew.Faults.Only(FaultSets.Telling) }, new(2, 0));
        yield return (renew, new(1, 0));
        yield return (Guarantees.Setup(guarantee, Programs.Once), new(2, 0));
        yield return (Guarantees.Setup(guarantee, Programs.DeletedFirst, FaultSets.Corners), new(2, 0));
        yield return (Guarantees.Setup(guarantee, Programs.Later, FaultPlan.For(guarantee).Only([FaultId.NotFound, FaultId.StaleReplica])), new(2, 0));
        yield return (Variants.Updating(Guarantees.Setup(guarantee, Programs.Changed, FaultPlan.For(guarantee).Only(FaultSets.OfUpdates))), new(2, 0));
        yield return (Variants.Updating(Guarantees.Setup(guarantee, Programs.PutBackLater, FaultSets.OfPatches)), new(2, 0));
        foreach (var program in new[] { Programs.Twice, Programs.TwiceApart, Programs.DeleteWhileCreating }) yield return (Guarantees.Setup(guarantee, program), Depth > 1 ? new(2, 1) : new(1, 1));
        if (Depth == 1) foreach (var program in new[] { Programs.Twice, Programs.TwiceApart }) yield return (Guarantees.Setup(guarantee, program), new(2, 0));
        foreach (var setup in Alone(guarantee)) yield return (setup, IsDeep ? new(2, 0) : new(1, 0));
        if (Depth > 1) yield return (Guarantees.Setup(guarantee, Programs.Once), new(3, 0));
    }

    /// <summary>What every guarantee has to do beyond one create.</summary>
    private static IEnumerable<Setup> Alone(Guarantee guarantee)
    {
        var once = Guarantees.Setup(guarantee, Programs.Once);
        foreach (var program in new[] { Programs.Later, Programs.Remove, Programs.DeletedFirst }) yield return once with { Program = program };
        yield return Variants.Unverified(once with { Program = Programs.DeleteTwice });
        yield return Variants.Readying(once);
        yield return Variants.Operating(once);
        var keepsState = once.Faults.Without(FaultSets.StateIsLost);
        yield return once with { Program = Programs.FollowedUp, Faults = keepsState };
        // who goes on an hour later under the earlier name wants another resource
        foreach (var program in new[] { Programs.Renamed, Programs.RenamedTwice }) yield return once with { Program = program, Faults = keepsState.Without(FaultId.Pause), IsTabled = false };
        if (guarantee is Guarantee.Replay or Guarantee.Marker or Guarantee.AtMostOnce)
        {
            foreach (var program in new[] { Programs.Forced, Programs.CreatedFirst }) yield return once with { Program = program, Faults = keepsState };
        }

        if (guarantee == Guarantee.Natural)
        {
            yield return Variants.Overwriting(once);
            yield return Variants.Posting(once);
            yield return Variants.PostingOnce(once);
            yield return Variants.PostingOnce(once, 422);
        }

        foreach (var setup in Changing(once)) yield return setup;
        if (guarantee != Guarantee.Replay) yield break;
        yield return once with { Program = Programs.PastWindow };
        yield return Variants.WithoutList(once);
        yield return Variants.WithoutList(once with { Program = Programs.PastWindow });
    }

    /// <summary>What is wanted changes: updated in place, or replaced.</summary>
    private static IEnumerable<Setup> Changing(Setup once)
    {
        foreach (var program in new[] { Programs.ChangedTwice, Programs.ChangedAgain, Programs.PutBack, Programs.ChangedApart, Programs.ChangedAndRenewed }) yield return Variants.Updating(once with { Program = program });
        yield return Variants.Replacing(once with { Program = Programs.Changed });
        if (once.Guarantee is Guarantee.Replay or Guarantee.Marker or Guarantee.AtMostOnce) yield return Variants.ReplacingAfter(once with { Program = Programs.Changed, Faults = once.Faults.Without(FaultSets.StateIsLost) });
    }

    /// <summary>One runner that is run again, or two.</summary>
    private static bool IsPlain(Setup setup) => setup.Program == Programs.Once || setup.Program == Programs.Twice || setup.Program == Programs.TwiceApart;

    public static Tally Explore(Setup setup, Budget budget)
    {
        var tally = new Tally(setup, budget);
        var explorer = new Explorer(setup, budget, tally.Add, skipsAlike: !IsDeep && !(Depth == 1 && IsPlain(setup)) && setup.Faults != FaultSets.Corners);
        explorer.Run();
        (tally.Merged, tally.States) = (explorer.Merged, explorer.States);
        return tally;
    }
}
