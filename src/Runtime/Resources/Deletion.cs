using Semel.Protocol;

namespace Semel;

/// <summary>Deletes by id. Where a record names the resource, a durable intent to delete comes first and a tombstone last (rule 9).</summary>
internal sealed class Deletion(HttpClient http, SemelContext semel, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments)
{
    private readonly ResourceReader _reader = new(http, semel, resource, arguments);
    private readonly RecordWriter _writer = new(semel);

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var named = await RecordFinder.FindAsync(semel, resource, id, cancellationToken).ConfigureAwait(false);
        if (named is null)
        {
            await SendAsync(new ResourceKey(semel.Scope, resource.Model, id), id, cancellationToken).ConfigureAwait(false);
            return;
        }

        await using var held = await semel.Repository.TryLockAsync(named.Key, semel.Options.LockTimeout, cancellationToken).ConfigureAwait(false)
            ?? throw new BusyException(named.Key, $"Another runner held {named.Key} for {semel.Options.LockTimeout}; delete it when that is done.");
        var deleting = await BeginAsync(named.Key, id, cancellationToken).ConfigureAwait(false);
        await SendAsync(named.Key, id, cancellationToken).ConfigureAwait(false);
        if (deleting is not null) await BuryAsync(deleting).ConfigureAwait(false);
    }

    private async Task<DeletingRecord?> BeginAsync(ResourceKey key, string id, CancellationToken cancellationToken)
    {
        for (var rereads = 0; rereads <= CreatePolicy.MaximumRereads; rereads++)
        {
            switch (await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false))
            {
                case DeletingRecord deleting when deleting.Id == id:
                    return deleting;
                case LiveRecord live when live.Id == id:
                    var intent = new DeletingRecord
                    {
                        Key = key,
                        Generation = live.Generation,
                        Superseded = live.Superseded,
                        Id = id,
                        Attributes = live.Attributes,
                        Provenance = new Provenance(semel.TimeProvider.GetUtcNow(), "", "", "about to delete"),
                    };
                    if (await _writer.TryWriteAsync(intent, live.Version, cancellationToken).ConfigureAwait(false) is DeletingRecord written) return written;
                    break;
                default:
                    return null;
            }
        }

        throw new StateException($"The record of {key} was written by others while '{id}' was to be deleted; delete it when they are done.");
    }

    private async Task SendAsync(ResourceKey key, string id, CancellationToken cancellationToken)
    {
        if (await _reader.DeleteAsync(id, cancellationToken).ConfigureAwait(false) is CreateEvent.NotKnown unknown)
            throw new UnknownException(key, $"Deleting '{id}' of {key} was not confirmed ({unknown.Evidence}). Delete it again.", unknown.Status, unknown.Cause);
    }

    private async Task BuryAsync(DeletingRecord deleting) => await _writer.WriteAtOnceAsync(new TombstoneRecord
    {
        Key = deleting.Key,
        Generation = deleting.Generation,
        Superseded = [.. deleting.Superseded, deleting.Id],
        Id = deleting.Id,
        Attributes = deleting.Attributes,
        Provenance = new Provenance(semel.TimeProvider.GetUtcNow(), "", "", "deleted"),
    }, deleting.Version).ConfigureAwait(false);
}
