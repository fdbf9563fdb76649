namespace Semel.Simulation;

/// <summary>How programs create: Semel's runtime, or one of the naive ways that it is compared with.</summary>
internal interface IStrategy
{
    string Name { get; }

    IClient Start(World world, Process process);
}

/// <summary>What one process creates and deletes with.</summary>
internal interface IClient : IDisposable
{
    Task<Finished> CreateAsync(Create create, CancellationToken cancellationToken);

    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
