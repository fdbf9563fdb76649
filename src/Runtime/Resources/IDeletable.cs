using Semel.Protocol;

namespace Semel;

/// <summary>What a deletion does with the API. Every method answers with an event, as those of <see cref="IRemote"/> do.</summary>
internal interface IDeletable
{
    /// <summary>A resource can be read by its id.</summary>
    bool CanRead { get; }

    /// <summary>Every resource can be listed.</summary>
    bool CanList { get; }

    Task<CreateEvent> GetAsync(string id, CancellationToken cancellationToken);

    Task<CreateEvent> ListForAsync(string id, CancellationToken cancellationToken);

    Task<CreateEvent> DeleteAsync(string id, string? marker, bool keepsIdentity, Deadline deadline, CancellationToken cancellationToken);
}
