namespace Semel;

/// <summary>Finds the record that names a resource by its id.</summary>
internal static class RecordFinder
{
    public static async Task<ResourceRecord?> FindAsync(SemelContext semel, ResourceDescriptor resource, string id, IReadOnlyList<PathArgument> parent, CancellationToken cancellationToken)
    {
        var prefix = InstanceName.Prefix(parent);
        await foreach (var record in semel.Repository.ListAsync(semel.Scope, resource.Model, cancellationToken).ConfigureAwait(false))
        {
            if (IdOf(record) == id && record.Key.Instance.StartsWith(prefix, StringComparison.Ordinal)) return record;
        }

        return null;
    }

    private static string? IdOf(ResourceRecord record) => record switch
    {
        LiveRecord live => live.Id,
        DeletingRecord deleting => deleting.Id,
        _ => null,
    };
}
