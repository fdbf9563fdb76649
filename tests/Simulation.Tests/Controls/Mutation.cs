using Semel.Protocol;

namespace Semel.Simulation;

/// <summary>The protocol's function and its remote as a negative control runs them: the production code but for one row or one effect.</summary>
internal sealed record Mutation
{
    public static Mutation None { get; } = new();

    public Func<CreatePolicy, CreateState, CreateEvent, DateTimeOffset, Decision> Next { get; init; } = CreateProtocol.Next;

    /// <summary>The time is the clock on the wall, which may be set.</summary>
    public bool IsByTheWall { get; init; }

    public Func<IRemote, IRemote> Between { get; init; } = static remote => remote;
}
