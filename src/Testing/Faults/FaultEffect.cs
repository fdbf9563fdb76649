using Semel.Testing.Http;

namespace Semel.Testing.Faults;

/// <summary>What a fault does to a request.</summary>
internal sealed record FaultEffect
{
    /// <summary>False where later faults may act on the same request too.</summary>
    public bool Decides { get; init; } = true;

    /// <summary>True where the server is at work until <see cref="After"/> is done, so that a repeat meets a request in progress.</summary>
    public bool KeepsWorking { get; init; }

    /// <summary>Runs before the request is applied; a reply means that it is not.</summary>
    public Func<FaultRun, FaultSituation, Task<Reply?>> Before { get; init; } = static (_, _) => Task.FromResult<Reply?>(null);

    /// <summary>Runs after the request was applied, or rejected by the server itself.</summary>
    public Func<FaultRun, FaultSituation, Reply, Task<Reply>> After { get; init; } = static (_, _, reply) => Task.FromResult(reply);
}
