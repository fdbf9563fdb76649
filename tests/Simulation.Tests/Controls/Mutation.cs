using Semel.Protocol;

namespace Semel.Simulation;

/// <summary>The protocol's function and its remote as a negative control runs them: the production code but for one row or one effect.</summary>
internal sealed record Mutation
{
    public static Mutation None { get; } = new();

    public Func<CreatePolicy, CreateState, CreateEvent, DateTimeOffset, Decision> Next { get; init; } = CreateProtocol.Next;

    public Func<IRemote, IRemote> Between { get; init; } = static remote => remote;
}
