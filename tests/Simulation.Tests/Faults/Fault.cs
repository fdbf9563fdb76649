namespace Semel.Simulation;

/// <summary>One thing that can go wrong.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">For people.</param>
/// <param name="Places">Where it can strike.</param>
/// <param name="Act">What happens to the process or the world right there; null: the place acts it out.</param>
internal sealed record Fault(FaultId Id, string Name, IReadOnlyList<Await> Places, Action<World, Process>? Act = null)
{
    /// <summary>Guarantees for which it means anything; null: all.</summary>
    public IReadOnlyList<Guarantee>? Only { get; init; }

    /// <summary>The assumption of PROTOCOL section 3 that it breaks; null: every promise holds. Alone it may do no harm: its verdict is the worst of its pairs.</summary>
    public string? Beyond { get; init; }

    public bool Means(Guarantee guarantee) => Only is null || Only.Contains(guarantee);
}
