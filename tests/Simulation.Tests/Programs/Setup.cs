namespace Semel.Simulation;

/// <summary>Everything about a history that is not chosen while it runs.</summary>
internal sealed record Setup
{
    public required Guarantee Guarantee { get; init; }

    public required Program Program { get; init; }

    public required ResourceDescriptor Descriptor { get; init; }

    public required ServerProfile Server { get; init; }

    public FaultPlan Faults { get; init; } = FaultPlan.None;

    public IStrategy Strategy { get; init; } = RealRuntime.Instance;

    public Mutation Mutation { get; init; } = Mutation.None;

    public Sabotage Sabotage { get; init; }

    /// <summary>Strangers' resources of the same name are ours by declaration.</summary>
    public bool AdoptsByName => Descriptor.OnExists == OnExists.Adopt;

    public string Name => $"{Guarantee}, {Program.Name}";
}
