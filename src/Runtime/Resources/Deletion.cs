using Semel.Protocol;

namespace Semel;

/// <summary>Deletes by id. Where a record names the resource, a durable intent to delete comes first and a tombstone last (rule 9).</summary>
internal sealed class Deletion(HttpClient http, SemelContext semel, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments)
{
    private readonly ResourceReader _reader = new(http, semel, resource, arguments);
    private readonly RecordWriter _writer = new(semel);

    public async Task RunAsync(string id, CancellationToken cancellationToken)
    {
        var named = await RecordFinder.FindAsync(semel, resource, id, arguments, cancellationToken).ConfigureAwait(false);
        if (named is null)
        {
            if (await _reader.DeleteAsync(id, cancellationToken).ConfigureAwait(false) is CreateEvent.NotKnown unrecorded)
                throw Failed(new ResourceKey(semel.Scope, resource.Model, InstanceName.Of(id, arguments)), id, unrecorded);
            return;
        }

        await using var held = await semel.Repository.TryLockAsync(named.Key, semel.Options.LockTimeout, cancellationToken).ConfigureAwait(false)
            ?? throw new BusyException(named.Key, $"Another runner held {named.Key} for {semel.Options.LockTimeout}; delete it when that is done.");
        var deleting = await BeginAsync(named.Key, id, cancellationToken).ConfigureAwait(false);
        var unknown = await _reader.DeleteAsync(id, cancellationToken).ConfigureAwait(false) as CreateEvent.NotKnown;
        if (deleting is not null && unknown is null) await BuryAsync(deleting).ConfigureAwait(false);
        if (deleting is not null && unknown is not null && IsRefused(unknown)) await RestoreAsync(deleting, unknown).ConfigureAwait(false);
        if (unknown is not null) throw Failed(named.Key, id, unknown);
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

    /// <summary>The API read the request and refused it: nothing was deleted. 409, 412 and 423: it is in use, changed or locked.</summary>
    private static bool IsRefused(CreateEvent.NotKnown unknown) =>
        unknown.Status is { } status && (CreateStatus.ProvesNotApplied(status) || status is 409 or 412 or 423);

    private static ResourceException Failed(ResourceKey key, string id, CreateEvent.NotKnown unknown) => IsRefused(unknown)
        ? new RejectedException(key, $"'{id}' of {key} was not deleted: {unknown.Evidence.TrimEnd('.')}.", unknown.Status, (unknown.Cause as ApiException)?.Problem, unknown.Cause)
        : new UnknownException(key, $"Deleting '{id}' of {key} was not confirmed ({unknown.Evidence.TrimEnd('.')}). Delete it again.", unknown.Status, unknown.Cause);

    /// <summary>Without this, the next create would go on deleting what is to stay.</summary>
    private async Task RestoreAsync(DeletingRecord deleting, CreateEvent.NotKnown refusal)
    {
        LiveRecord? before = null;
        await foreach (var version in semel.Repository.HistoryAsync(deleting.Key, CancellationToken.None).ConfigureAwait(false))
            before = version is LiveRecord live && live.Id == deleting.Id ? live : before;
        if (before is null) return;
        var restored = before with { Provenance = new Provenance(semel.TimeProvider.GetUtcNow(), "", "", $"the delete was refused: {refusal.Evidence}") };
        await _writer.WriteAtOnceAsync(restored, deleting.Version).ConfigureAwait(false);
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
