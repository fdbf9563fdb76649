using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>An item of a set behind its API. Where nothing reads one by its id, the list does.</summary>
internal sealed class MemberRemote(HttpRemote inner, ResourceReader reader) : IRemote
{
    public IManagedKind? Kind => inner.Kind;

    public Task<CreateEvent> GetAsync(string id, CancellationToken cancellationToken) =>
        inner.Policy.CanRead ? inner.GetAsync(id, cancellationToken) : reader.FindAsync(id, cancellationToken);

    public Task<CreateEvent> PostAsync(IntentRecord intent, Deadline deadline, CancellationToken cancellationToken) => inner.PostAsync(intent, deadline, cancellationToken);

    public Task<CreateEvent> LookAsync(CancellationToken cancellationToken) => inner.LookAsync(cancellationToken);

    public Task<CreateEvent> ListForAsync(string id, CancellationToken cancellationToken) => inner.ListForAsync(id, cancellationToken);

    public Task<CreateEvent> DeleteAsync(string id, string? marker, bool keepsIdentity, Deadline deadline, CancellationToken cancellationToken) =>
        inner.DeleteAsync(id, marker, keepsIdentity, deadline, cancellationToken);

    public Task<CreateEvent> UpdateAsync(LiveRecord live, IReadOnlyList<Difference> differences, Deadline deadline, CancellationToken cancellationToken) =>
        inner.UpdateAsync(live, differences, deadline, cancellationToken);

    public Task<CreateEvent> PollAsync(string operation, CancellationToken cancellationToken) => inner.PollAsync(operation, cancellationToken);

    public Task<CreateEvent> FollowUpAsync(string name, JsonObject body, CancellationToken cancellationToken) => inner.FollowUpAsync(name, body, cancellationToken);
}
