namespace Semel.Protocol;

/// <summary>Resources by their ids, as the remote API knows them. Every method answers with an event; none throws for what the API did.</summary>
internal interface IResourceRemote
{
    /// <summary>Answers SeenPresent, SeenAbsent or NotKnown.</summary>
    Task<CreateEvent> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Reads the whole list. Answers SeenPresent, SeenAbsent or NotKnown.</summary>
    Task<CreateEvent> ListForAsync(string id, CancellationToken cancellationToken);

    /// <summary>Answers Deleted, DeleteRefused or NotKnown. The helper resources of the marker go with the resource; one that stays is logged. Nothing is sent after the time.</summary>
    Task<CreateEvent> DeleteAsync(string id, string? marker, bool keepsIdentity, Deadline deadline, CancellationToken cancellationToken);
}
