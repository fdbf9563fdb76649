using Semel.Protocol;

namespace Semel;

/// <summary>The resource of a create that is written by hand, as far as the create says how one is read, found, listed and deleted: for its own key, whose parameters those methods know.</summary>
internal sealed class HandWrittenKind<T>(SemelContext semel, ResourceKey key, HandWrittenRemote<T> remote, CreateOrGetOptions<T> how) : IManagedKind
{
    public string Model => key.Model;

    public string Prefix => key.Instance;

    public ResourceKey? Only => key;

    public bool CanLook => how.CanLook;

    public bool CanRead => how.Read is not null;

    public bool HasMarker => how.Markers is not null;

    public bool CanDelete => how.Delete is not null;

    public RefreshSource Source => new(how.Read is null ? null : remote.GetAsync, how.List is null ? null : remote.ListForAsync, []);

    public async Task<Sightings> LookAsync(CancellationToken cancellationToken) => await remote.LookAsync(cancellationToken).ConfigureAwait(false) switch
    {
        CreateEvent.Looked looked => new Sightings([.. looked.Sightings.Select(seen => (seen.Id, MarkersOf(seen)))], IsComplete: false, null),
        CreateEvent.NotKnown unknown => new Sightings(null, IsComplete: false, unknown.Evidence),
        var other => throw new InvalidOperationException(other.GetType().Name),
    };

    /// <summary>Absent is what neither a read nor a list shows, where both are given.</summary>
    public async Task<(bool? IsThere, string? Failure)> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (how.Read is null && how.List is null) return (null, "its create is written by hand and gives neither Read nor List");
        var seen = how.Read is null ? new CreateEvent.SeenAbsent() : await remote.GetAsync(id, cancellationToken).ConfigureAwait(false);
        if (seen is CreateEvent.SeenAbsent && how.List is not null) seen = await remote.ListForAsync(id, cancellationToken).ConfigureAwait(false);
        return seen switch
        {
            CreateEvent.SeenPresent => (true, null),
            CreateEvent.SeenAbsent => (false, null),
            CreateEvent.NotKnown unknown => (null, unknown.Evidence),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    public Task DeleteAsync(ResourceKey of, string id, CancellationToken cancellationToken) =>
        new Deletion(semel, remote, CanRead, how.List is not null, how.Guarantee == Guarantee.Natural).RunAsync(of, id, cancellationToken);

    public Task AdoptAsync(ResourceKey of, string id, string? name, CancellationToken cancellationToken) => new Adoption(semel, Identification).RunAsync(id, name, cancellationToken);

    public Task ResolveAsync(ResourceKey of, string? createdId, CancellationToken cancellationToken) => new Resolution(semel, Identification).RunAsync(createdId, cancellationToken);

    private HandWrittenIdentification<T> Identification => new(key, remote, how);

    /// <summary>What another key's mark shows is that key's to find.</summary>
    private IReadOnlyList<Marker> MarkersOf(Sighting seen) => seen.Ownership == Ownership.Ours ? [Marker.For(key, seen.Generation)] : [];
}
