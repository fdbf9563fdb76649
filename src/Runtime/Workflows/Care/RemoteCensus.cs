namespace Semel.Workflows;

/// <summary>What one kind has at the API beside what its records say.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Sightings">What a look showed.</param>
/// <param name="Records">The records of the kind under its parent.</param>
internal sealed record RemoteCensus(IManagedKind Kind, Sightings Sightings, IReadOnlyList<ResourceRecord> Records)
{
    public static async Task<RemoteCensus> TakeAsync(IManagedKind kind, SemelContext semel, CancellationToken cancellationToken) => new(
        kind,
        kind.CanLook ? await kind.LookAsync(cancellationToken).ConfigureAwait(false) : new Sightings(null, IsComplete: false, "there is no look for it"),
        await RecordsAsync(kind, semel, cancellationToken).ConfigureAwait(false));

    private static async Task<IReadOnlyList<ResourceRecord>> RecordsAsync(IManagedKind kind, SemelContext semel, CancellationToken cancellationToken)
    {
        if (kind.Only is { } key) return await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false) is { } only ? [only] : [];
        var records = new List<ResourceRecord>();
        await foreach (var record in semel.Repository.ListAsync(semel.Scope, kind.Model, cancellationToken).ConfigureAwait(false))
        {
            if (kind.Covers(record.Key)) records.Add(record);
        }

        return records;
    }

    private IReadOnlyList<(string Id, IReadOnlyList<Marker> Markers)> Found => Sightings.Found ?? [];

    /// <summary>Whether it is there; null and why where that is not known. Absent is what neither a read nor a complete list shows.</summary>
    public async Task<(bool? IsThere, string? Failure)> IsThereAsync(string id, CancellationToken cancellationToken)
    {
        if (Found.Any(found => found.Id == id)) return (true, null);
        return Sightings.IsComplete && !Kind.CanRead ? (false, null) : await Kind.ReadAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The ids that a record names in any way.</summary>
    public HashSet<string> Recorded => [.. Records.SelectMany(Named)];

    /// <summary>What carries a mark of one of these keys and is named by no record.</summary>
    public IEnumerable<(string Id, ResourceKey Key, Marker Marker)> Orphans(IEnumerable<ResourceKey> keys)
    {
        var (byIdentity, recorded) = (ByIdentity(keys), Recorded);
        foreach (var (id, markers) in Found)
        {
            if (!recorded.Contains(id) && markers.FirstOrDefault(marker => byIdentity.ContainsKey(marker.Identity)) is { } marker) yield return (id, byIdentity[marker.Identity], marker);
        }
    }

    /// <summary>What carries marks, and none of these keys.</summary>
    public IEnumerable<(string Id, Marker Marker)> Foreign(IEnumerable<ResourceKey> keys)
    {
        var (byIdentity, recorded) = (ByIdentity(keys), Recorded);
        foreach (var (id, markers) in Found)
        {
            if (!recorded.Contains(id) && markers.Count > 0 && !markers.Any(marker => byIdentity.ContainsKey(marker.Identity))) yield return (id, markers[0]);
        }
    }

    private Dictionary<string, ResourceKey> ByIdentity(IEnumerable<ResourceKey> keys)
    {
        var all = new Dictionary<string, ResourceKey>(StringComparer.Ordinal);
        foreach (var key in keys.Where(key => key.Model == Kind.Model).Concat(Records.Select(record => record.Key))) all.TryAdd(Marker.For(key, 1).Identity, key);
        return all;
    }

    private static IEnumerable<string> Named(ResourceRecord record) => record.Superseded.Concat(record.Retiring).Concat(record switch
    {
        LiveRecord live => live.Duplicates.Prepend(live.Id),
        DeletingRecord deleting => [deleting.Id],
        MovedRecord moved => [moved.Id],
        _ => [], // what is there under the id of a tombstone is not what was deleted
    });
}
