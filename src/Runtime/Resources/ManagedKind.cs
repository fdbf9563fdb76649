using Semel.Protocol;

namespace Semel;

/// <summary>One kind of resource under one parent, beyond its creates: what is there, and what is done with one of them.</summary>
internal sealed class ManagedKind(HttpClient http, SemelContext semel, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments, ApiRequest? create)
{
    public string Model => resource.Model;

    /// <summary>What the instances under this parent begin with.</summary>
    public string Prefix => InstanceName.Prefix(arguments);

    public bool CanList => resource.List is not null;

    public bool CanRead => resource.ReadPath is not null;

    public bool HasMarker => resource.Marker is not null;

    public bool CanDelete => resource.DeletePath is not null;

    /// <summary>Every resource with the markers that it shows; null and why where the list is not complete.</summary>
    public async Task<(IReadOnlyList<(string Id, IReadOnlyList<Marker> Markers)>? Found, string? Failure)> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<(string, IReadOnlyList<Marker>)>();
        var failed = await Reader.ListAsync(null, null, item =>
        {
            if (ResourceReader.IdOf(resource, item) is { } id) found.Add((id, resource.Marker is { } field ? MarkerWriter.Read(item, field) : []));
        }, cancellationToken).ConfigureAwait(false);
        return failed is null ? (found, null) : (null, failed.Evidence);
    }

    /// <summary>True or false where a read says whether it is there; null and why where it says neither.</summary>
    public async Task<(bool? IsThere, string? Failure)> ReadAsync(string id, CancellationToken cancellationToken) => await Reader.FindAsync(id, cancellationToken).ConfigureAwait(false) switch
    {
        CreateEvent.SeenPresent => (true, null),
        CreateEvent.SeenAbsent => (false, null),
        CreateEvent.NotKnown unknown => (null, unknown.Evidence),
        var other => (null, other.GetType().Name),
    };

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => Deletion.RunAsync(http, semel, resource, arguments, null, create, id, cancellationToken);

    public Task AdoptAsync(ResourceKey key, string id, string? name, CancellationToken cancellationToken) => new Adoption(semel, resource, Reader, key, arguments).RunAsync(id, name, cancellationToken);

    public Task ResolveAsync(ResourceKey key, string? createdId, CancellationToken cancellationToken) => Resolution.RunAsync(semel, resource, Reader, key, arguments, createdId, cancellationToken);

    private ResourceReader Reader => new(http, semel, resource, arguments, create);
}
