namespace Semel;

/// <summary>Deletes a resource of an HTTP API by its id, and by the record that names it, if any does.</summary>
internal sealed class DeletionById(HttpClient http, SemelContext semel, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments, ApiRequest? call = null)
{
    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var deletion = new Deletion(semel, new ResourceReader(http, semel, resource, arguments, call, call), resource.ReadPath is not null, resource.List is not null, resource.NameIsId);
        var named = await RecordFinder.FindAsync(semel, resource, id, arguments, cancellationToken).ConfigureAwait(false);
        if (named is null or TombstoneRecord) await deletion.RunUnrecordedAsync(named?.Key ?? new ResourceKey(semel.Scope, resource.Model, InstanceName.Of(id, arguments)), id, cancellationToken).ConfigureAwait(false);
        else await deletion.RunAsync(named.Key, id, cancellationToken).ConfigureAwait(false);
    }
}
