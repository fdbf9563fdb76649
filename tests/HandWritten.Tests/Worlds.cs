namespace Semel.HandWritten.Tests;

/// <summary>The worlds of the simulation in which a way in creates.</summary>
internal static class Worlds
{
    /// <summary>The variant whose creates delete and create anew what changed.</summary>
    public const string Replaced = "what changed is replaced";

    /// <summary>The variant of <see cref="Variants.Readying"/>.</summary>
    public const string Readied = "ready later";

    /// <summary>The input changes, and the resource is replaced: one runner deletes it while another one creates it. The delete is the protocol's own.</summary>
    public static Program ChangedTwice { get; } = new("create, two runners change", [[On(new Create(Programs.Name))], [On(new Create(Programs.Name, "large")), On(new Create(Programs.Name, "large"))]]) { Pause = Times.Pause };

    public static Program Sixteen { get; } = new("sixteen runners create", [[.. Enumerable.Range(0, 16).Select(_ => On(new Create(Programs.Name)))]]);

    public static Setup Of(Way way, Guarantee guarantee, Program program, FaultPlan? faults = null) => Guarantees.Setup(guarantee, program, faults) with { Strategy = way };

    /// <summary>Every history within the budget, on all cores.</summary>
    public static IReadOnlyList<Tally> Explore(IEnumerable<Setup> setups, Budget budget) => Workers.Run([.. setups], setup =>
    {
        var tally = new Tally(setup, budget);
        new Explorer(setup, budget, tally.Add).Run();
        return tally;
    });

    /// <summary>The same for each way in and each guarantee.</summary>
    public static IReadOnlyList<Tally> Explore(Budget budget, FaultPlan? faults, params Program[] programs) =>
        Explore(Way.All.SelectMany(way => Guarantees.All.SelectMany(guarantee => programs.Select(program => Of(way, guarantee, program, faults)))), budget);

    private static ProcessSpec On(params IReadOnlyList<Intention> intentions) => new(1, intentions);
}
