using System.Text.Json.Nodes;

namespace Semel.Protocol;

/// <summary>The remote API as one create sees it. Every method answers with an event; none throws for what the API did.</summary>
internal interface IRemote : IResourceRemote
{
    /// <summary>POSTs, once, what the intent holds. Answers Applied, Accepted, NotApplied, Exists or Ambiguous.</summary>
    /// <param name="intent">The durable intent.</param>
    /// <param name="deadline">No first byte is sent after it.</param>
    /// <param name="cancellationToken">Cancelled after the first byte: Ambiguous.</param>
    Task<CreateEvent> PostAsync(IntentRecord intent, Deadline deadline, CancellationToken cancellationToken);

    /// <summary>Finds this key's resource by its marker and by its name, every page. Answers Looked or NotKnown.</summary>
    Task<CreateEvent> LookAsync(CancellationToken cancellationToken);

    /// <summary>Brings the resource to what is wanted, in one request, as far as the differences go; it may be sent again later. Answers Updated, UpdateRefused or NotKnown.</summary>
    /// <param name="live">The record of the resource.</param>
    /// <param name="differences">What differs. The values are those of the desired input, which the remote has; here they are for people.</param>
    /// <param name="deadline">Nothing is sent after it.</param>
    /// <param name="cancellationToken">Cancelled after the first byte: NotKnown.</param>
    Task<CreateEvent> UpdateAsync(LiveRecord live, IReadOnlyList<Difference> differences, Deadline deadline, CancellationToken cancellationToken);

    /// <summary>Answers OperationRunning, OperationSucceeded, OperationFailed, SeenAbsent (the operation isn't known) or NotKnown.</summary>
    Task<CreateEvent> PollAsync(string operation, CancellationToken cancellationToken);

    /// <summary>Runs a follow-up of the caller. Answers FollowedUp or FollowUpFailed.</summary>
    Task<CreateEvent> FollowUpAsync(string name, JsonObject body, CancellationToken cancellationToken);

    /// <summary>Lists, reads, adopts and deletes resources of the kind; null where nothing but the create is known.</summary>
    IManagedKind? Kind => null;
}
