namespace Semel;

/// <summary>Finds the record that names a resource by its id.</summary>
internal static class RecordFinder
{
    public static async Task<ResourceRecord?> FindAsync(SemelContext semel, ResourceDescriptor resource, string id, CancellationToken cancellationToken)
    {
        await foreach (var record in semel.Repository.ListAsync(semel.Scope, resource.Model, cancellationToken).ConfigureAwait(false))
        {
            if (record is LiveRecord live && live.Id == id) return record;
            if (record is DeletingRecord deleting && deleting.Id == id) return record;
        }

        return null;
    }
}
