namespace Semel.Simulation;

/// <summary>Which faults can strike where in a setup.</summary>
internal sealed class FaultPlan
{
    private static readonly int[] Nothing = [(int)FaultId.None];
    private readonly int[][] _options = new int[Await.Count][];

    public FaultPlan(IEnumerable<Fault> faults)
    {
        Faults = [.. faults];
        Array.Fill(_options, Nothing);
        foreach (var fault in Faults)
        {
            foreach (var at in fault.Places) _options[at.Index] = [.. _options[at.Index], (int)fault.Id];
        }
    }

    public static FaultPlan None { get; } = new([]);

    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>The options of a place; the first is that nothing happens.</summary>
    public int[] At(Await at) => _options[at.Index];

    /// <summary>The fault as this setup knows it.</summary>
    public Fault Of(FaultId id)
    {
        foreach (var fault in Faults)
        {
            if (fault.Id == id) return fault;
        }

        return FaultCatalogue.None;
    }

    public static FaultPlan For(Guarantee guarantee) => new(FaultCatalogue.All.Where(fault => fault.Means(guarantee) && fault.Id != FaultId.EndsInError));

    public FaultPlan With(FaultId id) => new(Faults.Append(FaultCatalogue.Of(id)));

    public FaultPlan Without(params IReadOnlyList<FaultId> ids) => new(Faults.Where(fault => !ids.Contains(fault.Id)));

    public FaultPlan Only(IReadOnlyList<FaultId> ids) => new(Faults.Where(fault => ids.Contains(fault.Id)));

    public static FaultPlan Of(params FaultId[] ids) => new(ids.Select(FaultCatalogue.Of));
}
