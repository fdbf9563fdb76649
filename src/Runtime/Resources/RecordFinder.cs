namespace Semel;

/// <summary>Finds the record that names a resource by its id.</summary>
internal static class RecordFinder
{
    public static async Task<ResourceRecord?> FindAsync(SemelContext semel, string model, string id, IReadOnlyList<PathArgument> parent, CancellationToken cancellationToken)
    {
        var prefix = InstanceName.Prefix(parent);
        ResourceRecord? gone = null;
        await foreach (var record in semel.Repository.ListAsync(semel.Scope, model, cancellationToken).ConfigureAwait(false))
        {
            if (IdOf(record) != id || !record.Key.Instance.StartsWith(prefix, StringComparison.Ordinal)) continue;
            if (record is not TombstoneRecord) return record;
            gone = record; // a name that is an id may be alive under another instance
        }

        return gone;
    }

    /// <summary>Refuses a resource that another key has, deletes or retires.</summary>
    /// <exception cref="ConflictException">Another record names it.</exception>
    public static async Task RequireFreeAsync(SemelContext semel, string model, string id, ResourceKey key, IReadOnlyList<PathArgument> parent, CancellationToken cancellationToken)
    {
        var prefix = InstanceName.Prefix(parent);
        await foreach (var record in semel.Repository.ListAsync(semel.Scope, model, cancellationToken).ConfigureAwait(false))
        {
            if (record.Key == key || !record.Key.Instance.StartsWith(prefix, StringComparison.Ordinal)) continue;
            if ((record is LiveRecord or DeletingRecord && IdOf(record) == id) || record.Retiring.Contains(id))
                throw new ConflictException(key, $"'{id}' is not taken for {key}: it is recorded for {record.Key}. Move that one, or finish what is begun with it.", [id]);
        }
    }

    /// <summary>The last record that named the resource as live, from the key's history.</summary>
    public static async Task<LiveRecord?> FindLiveAsync(SemelContext semel, ResourceKey key, string id)
    {
        LiveRecord? last = null;
        await foreach (var version in semel.Repository.HistoryAsync(key, CancellationToken.None).ConfigureAwait(false))
            last = version is LiveRecord live && live.Id == id ? live : last;
        return last;
    }

    private static string? IdOf(ResourceRecord record) => record switch
    {
        LiveRecord live => live.Id,
        DeletingRecord deleting => deleting.Id,
        TombstoneRecord tombstone => tombstone.Id,
        _ => null,
    };
}
