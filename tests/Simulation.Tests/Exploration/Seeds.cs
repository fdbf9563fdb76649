namespace Semel.Simulation;

/// <summary>Random histories: up to four runners, long programs, up to six faults. A seed is a history.</summary>
internal static class Seeds
{
    private const int MaximumStages = 4;
    private const int MaximumRunners = 4;

    public static History Run(int seed, List<string>? story = null)
    {
        var random = new Random(seed);
        var guarantee = Guarantees.All[random.Next(Guarantees.All.Count)];
        var program = NewProgram(random);
        var faults = VerdictTable.Committed.WithinAssumptions(guarantee, program.IsOnOneMachine, random);
        var setup = Vary(Guarantees.Setup(guarantee, program, faults), random);
        var chooser = new SeededChooser(random, random.Next(1, 7), 0.01 + (random.NextDouble() * 0.15), random.NextDouble() * 0.2);
        return HistoryRun.Of(setup, chooser, story);
    }

    private static Setup Vary(Setup setup, Random random) => random.Next(8) switch
    {
        0 => Variants.Unverified(setup) with { Faults = setup.Faults.Without([.. FaultSets.BehindTheRecord, .. ExplainedPairs.Refusals]) },
        1 => Variants.Readying(setup),
        2 => Variants.Operating(setup),
        3 when setup.Guarantee == Guarantee.Natural => Variants.Overwriting(setup),
        3 when setup.Guarantee == Guarantee.Replay => Variants.WithoutList(setup),
        _ => setup,
    };

    private static Program NewProgram(Random random)
    {
        var isApart = random.Next(8) == 0;
        var stages = new List<IReadOnlyList<ProcessSpec>>();
        for (var left = random.Next(1, MaximumStages + 1); left > 0; left--)
        {
            var runners = random.Next(3) == 0 ? random.Next(2, MaximumRunners + 1) : 1;
            stages.Add([.. Enumerable.Range(0, runners).Select(_ => NewProcess(random, isApart))]);
        }

        return new Program("random", stages) { Pause = random.Next(2) == 0 ? TimeSpan.Zero : Times.Pause };
    }

    private static ProcessSpec NewProcess(Random random, bool isApart)
    {
        var intentions = Enumerable.Range(0, random.Next(1, 4)).Select(_ => NewIntention(random)).ToList();
        return new ProcessSpec(isApart ? random.Next(1, 3) : 1, intentions);
    }

    private static Intention NewIntention(Random random)
    {
        var instance = random.Next(5) == 0 ? "web-2" : Programs.Name;
        return random.Next(3) == 0 ? new Delete(instance) : new Create(instance, random.Next(6) == 0 ? "large" : "small");
    }
}
