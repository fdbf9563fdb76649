using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel.Simulation;

/// <summary>The API with one effect changed.</summary>
internal sealed class Remote(IRemote inner) : IRemote
{
    /// <summary>The deadline for the first byte is not passed on.</summary>
    public bool IsTimeless { get; init; }

    public Task<CreateEvent> PostAsync(IntentRecord intent, Deadline deadline, CancellationToken cancellationToken) =>
        inner.PostAsync(intent, Of(deadline), cancellationToken);

    public Task<CreateEvent> LookAsync(CancellationToken cancellationToken) => inner.LookAsync(cancellationToken);

    public Task<CreateEvent> GetAsync(string id, CancellationToken cancellationToken) => inner.GetAsync(id, cancellationToken);

    public Task<CreateEvent> ListForAsync(string id, CancellationToken cancellationToken) => inner.ListForAsync(id, cancellationToken);

    public Task<CreateEvent> DeleteAsync(string id, string? marker, bool keepsIdentity, Deadline deadline, CancellationToken cancellationToken) =>
        inner.DeleteAsync(id, marker, keepsIdentity, Of(deadline), cancellationToken);

    public Task<CreateEvent> UpdateAsync(LiveRecord live, IReadOnlyList<Difference> differences, Deadline deadline, CancellationToken cancellationToken) =>
        inner.UpdateAsync(live, differences, Of(deadline), cancellationToken);

    public Task<CreateEvent> PollAsync(string operation, CancellationToken cancellationToken) => inner.PollAsync(operation, cancellationToken);

    public Task<CreateEvent> FollowUpAsync(string name, JsonObject body, CancellationToken cancellationToken) => inner.FollowUpAsync(name, body, cancellationToken);

    private Deadline Of(Deadline deadline) => IsTimeless ? deadline with { At = DateTimeOffset.MaxValue } : deadline;
}
