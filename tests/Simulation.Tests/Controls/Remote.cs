using Semel.Protocol;

namespace Semel.Simulation;

/// <summary>The API with one effect changed.</summary>
internal sealed class Remote(IRemote inner) : IRemote
{
    /// <summary>The deadline for the first byte is not passed on.</summary>
    public bool IsTimeless { get; init; }

    public Task<CreateEvent> PostAsync(IntentRecord intent, DateTimeOffset deadline, CancellationToken cancellationToken) =>
        inner.PostAsync(intent, IsTimeless ? DateTimeOffset.MaxValue : deadline, cancellationToken);

    public Task<CreateEvent> LookAsync(CancellationToken cancellationToken) => inner.LookAsync(cancellationToken);

    public Task<CreateEvent> GetAsync(string id, CancellationToken cancellationToken) => inner.GetAsync(id, cancellationToken);

    public Task<CreateEvent> ListForAsync(string id, CancellationToken cancellationToken) => inner.ListForAsync(id, cancellationToken);

    public Task<CreateEvent> DeleteAsync(string id, CancellationToken cancellationToken) => inner.DeleteAsync(id, cancellationToken);
}
