using Semel.Protocol;

namespace Semel;

/// <summary>What a refresh asks.</summary>
/// <param name="Read">Answers SeenPresent, SeenAbsent or NotKnown for an id; null where nothing tells.</param>
/// <param name="List">Answers the same from a complete list; null where there is none.</param>
/// <param name="Secrets">Property paths that are never recorded.</param>
internal sealed record RefreshSource(Func<string, CancellationToken, Task<CreateEvent>>? Read, Func<string, CancellationToken, Task<CreateEvent>>? List, IReadOnlyList<string> Secrets)
{
    public static RefreshSource Of(IRemote remote, CreatePolicy policy) =>
        new(policy.CanRead ? remote.GetAsync : null, policy.CanList ? remote.ListForAsync : null, policy.Secrets);

    public static RefreshSource Of(ResourceReader reader, ResourceDescriptor resource) => new(
        resource.ReadPath is null && resource.List is null ? null : reader.FindAsync, resource.List is null ? null : reader.ListForAsync, resource.Secrets);
}
