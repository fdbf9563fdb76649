namespace Semel.Simulation;

/// <summary>Everything about a history that is not chosen while it runs.</summary>
internal sealed record Setup
{
    public required Guarantee Guarantee { get; init; }

    public required Program Program { get; init; }

    public required ResourceDescriptor Descriptor { get; init; }

    public required ServerProfile Server { get; init; }

    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>The first stage in which something may go wrong.</summary>
    public int FaultsFrom { get; init; } = 1;

    public IStrategy Strategy { get; init; } = RealRuntime.Instance;

    public Mutation Mutation { get; init; } = Mutation.None;

    public Sabotage Sabotage { get; init; }

    /// <summary>Strangers' resources of the same name are ours by declaration.</summary>
    public bool AdoptsByName => Descriptor.OnExists == OnExists.Adopt;

    /// <summary>What is replaced because it differs lives until the new one is there.</summary>
    public bool ReplacesAfter => Descriptor is { OnDrift: OnDrift.Replace, ReplaceOrder: ReplaceOrder.CreateFirst };

    /// <summary>How its API differs from the plain one of the guarantee; null: it doesn't.</summary>
    public string? Variant { get; init; }

    /// <summary>The verdict table speaks of it. What is not tabled may stop more often, and breaks nothing all the same.</summary>
    public bool IsTabled { get; init; } = true;

    public string Name => $"{Guarantee}{(Variant is null ? "" : $" ({Variant})")}, {Program.Name}";
}
