namespace Semel.Simulation;

/// <summary>Every pair of faults at every await, of every guarantee, with one and two runners; done once for all tests that look at it.</summary>
internal static class Exhaustive
{
    private static readonly Program[] Alone = [Programs.Once, Programs.Later, Programs.Renew, Programs.Remove];
    private static readonly Program[] Together = [Programs.Twice, Programs.TwiceApart];
    private static readonly Program[] Orders = [Programs.Twice, Programs.TwiceApart, Programs.DeleteWhileCreating];
    private static readonly Lazy<IReadOnlyList<Tally>> Done = new(Run);

    /// <summary>More with <c>SEMEL_SIMULATION_DEPTH=1</c>: pairs together with another order, and triples of one runner.</summary>
    private static readonly bool IsDeep = Environment.GetEnvironmentVariable("SEMEL_SIMULATION_DEPTH") == "1";

    public static IReadOnlyList<Tally> Tallies => Done.Value;

    private static Tally[] Run()
    {
        var jobs = new List<(Setup Setup, Budget Budget)>();
        foreach (var guarantee in Guarantees.All)
        {
            foreach (var program in Alone.Concat(Together)) jobs.Add((Guarantees.Setup(guarantee, program), new(2, 0)));
            foreach (var program in Orders) jobs.Add((Guarantees.Setup(guarantee, program), IsDeep ? new(2, 1) : new(1, 2)));
            jobs.Add((Guarantees.Unverified(guarantee, Programs.DeleteTwice), new(2, 0)));
            if (IsDeep) jobs.Add((Guarantees.Setup(guarantee, Programs.Once), new(3, 0)));
        }

        return Workers.Run(jobs, job => Explore(job.Setup, job.Budget));
    }

    public static Tally Explore(Setup setup, Budget budget)
    {
        var tally = new Tally(setup, budget);
        var explorer = new Explorer(setup, budget, tally.Add);
        explorer.Run();
        (tally.Merged, tally.States) = (explorer.Merged, explorer.States);
        return tally;
    }
}
