namespace Semel;

/// <summary>The resource exists and is recorded, but did not become ready: it failed, or it takes longer than the time to wait. Run again to go on waiting.</summary>
public sealed class NotReadyException(ResourceKey key, string message, string? id, Readiness readiness) : ResourceException(key, message)
{
    /// <summary>The id of the resource; null while its operation hasn't named it.</summary>
    public string? Id { get; } = id;

    /// <summary>Failed or still on its way.</summary>
    public Readiness Readiness { get; } = readiness;
}
