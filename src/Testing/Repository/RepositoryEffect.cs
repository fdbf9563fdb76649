namespace Semel.Testing.Repository;

/// <summary>What a fault does to a call.</summary>
internal sealed record RepositoryEffect(Func<Fault, CancellationToken, Task> Act)
{
    /// <summary>False where later faults may act on the same call too.</summary>
    public bool Decides { get; init; } = true;

    /// <summary>The write is answered as where another version is there, and is not done.</summary>
    public bool LosesRace { get; init; }
}
