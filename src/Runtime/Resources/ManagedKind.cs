using Semel.Protocol;

namespace Semel;

/// <summary>One kind of resource of an HTTP API under one parent.</summary>
internal sealed class ManagedKind(HttpClient http, SemelContext semel, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments, ApiRequest? create) : IManagedKind
{
    public string Model => resource.Model;

    public string Prefix => InstanceName.Prefix(arguments);

    public bool CanLook => resource.List is not null;

    public bool CanRead => resource.ReadPath is not null;

    public bool HasMarker => resource.Marker is not null;

    public bool CanDelete => resource.DeletePath is not null;

    public async Task<Sightings> LookAsync(CancellationToken cancellationToken)
    {
        var found = new List<(string, IReadOnlyList<Marker>)>();
        var failed = await Reader.ListAsync(null, null, item =>
        {
            if (ResourceReader.IdOf(resource, item) is { } id) found.Add((id, resource.Marker is { } field ? MarkerWriter.Read(item, field) : []));
        }, cancellationToken).ConfigureAwait(false);
        return failed is null ? new Sightings(found, IsComplete: true, null) : new Sightings(null, IsComplete: false, failed.Evidence);
    }

    public async Task<(bool? IsThere, string? Failure)> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!CanRead) return (null, CanLook ? "the API has no read of one, and the list failed" : "the API has neither a read nor a list of them");
        return await Reader.GetAsync(id, cancellationToken).ConfigureAwait(false) switch
        {
            CreateEvent.SeenPresent => (true, null),
            CreateEvent.SeenAbsent => (false, null),
            CreateEvent.NotKnown unknown => (null, unknown.Evidence),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    public RefreshSource Source => RefreshSource.Of(Reader, resource);

    public Task DeleteAsync(ResourceKey key, string id, CancellationToken cancellationToken) =>
        new Deletion(semel, Reader, CanRead, CanLook, resource.NameIsId).RunAsync(key, id, cancellationToken);

    public Task AdoptAsync(ResourceKey key, string id, string? name, CancellationToken cancellationToken) => new Adoption(semel, Identify(key)).RunAsync(id, name, cancellationToken);

    public Task ResolveAsync(ResourceKey key, string? createdId, CancellationToken cancellationToken) => new Resolution(semel, Identify(key)).RunAsync(createdId, cancellationToken);

    private Identification Identify(ResourceKey key) => new(resource, Reader, key, Prefix);

    private ResourceReader Reader => new(http, semel, resource, arguments, create);
}
