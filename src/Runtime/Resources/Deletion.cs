using Semel.Protocol;

namespace Semel;

/// <summary>Deletes one resource. Where a record names it, a durable intent to delete comes first and a tombstone last (rule 9).</summary>
internal sealed class Deletion(SemelContext semel, IDeletable resource)
{
    private readonly RecordWriter _writer = new(semel);
    private readonly RunClock _clock = new(semel.TimeProvider);

    /// <summary>By its id, under whatever instance it is recorded.</summary>
    public static async Task RunAsync(
        HttpClient http, SemelContext semel, ResourceDescriptor resource, IReadOnlyList<PathArgument> arguments, ApiRequest? call, ApiRequest? create, string id, CancellationToken cancellationToken)
    {
        var deletion = new Deletion(semel, new ResourceReader(http, semel, resource, arguments, call ?? create, call));
        var named = await RecordFinder.FindAsync(semel, resource.Model, id, arguments, cancellationToken).ConfigureAwait(false);
        if (named is not (null or TombstoneRecord)) await deletion.RunAsync(named.Key, id, cancellationToken).ConfigureAwait(false);
        else await deletion.DeleteUnrecordedAsync(named?.Key ?? new ResourceKey(semel.Scope, resource.Model, InstanceName.Of(id, arguments)), id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the record of a key names.</summary>
    public async Task RunAsync(ResourceKey key, string id, CancellationToken cancellationToken)
    {
        await using var held = await RunnerLock.RequireAsync(semel, key, cancellationToken).ConfigureAwait(false);
        if (await BeginAsync(key, id, cancellationToken).ConfigureAwait(false) is not var (deleting, before))
        {
            await DeleteUnrecordedAsync(key, id, cancellationToken).ConfigureAwait(false); // the record has come to name another one
            return;
        }

        var asked = _clock.Now;
        var happened = await SendAsync(deleting, before, cancellationToken).ConfigureAwait(false);
        if (happened is CreateEvent.Deleted { Confirmed: false } && deleting.CreatedAt + semel.Options.ListLag is { } visible && visible > asked)
        {
            await Pause.UntilAsync(semel, _clock, deleting.Key, visible, "a 404 right after a create proves nothing", cancellationToken).ConfigureAwait(false);
            happened = await SendAsync(deleting, before, cancellationToken).ConfigureAwait(false);
        }

        if (happened is CreateEvent.Deleted { Confirmed: false }) happened = await ConfirmAsync(deleting, cancellationToken).ConfigureAwait(false);
        if (happened is CreateEvent.Deleted) await BuryAsync(deleting, before is null).ConfigureAwait(false);
        Require(key, id, happened);
    }

    private async Task<CreateEvent> SendAsync(DeletingRecord deleting, LiveRecord? before, CancellationToken cancellationToken)
    {
        var happened = await resource.DeleteAsync(deleting.Id, deleting.Marker, keepsIdentity: false, Deadline, cancellationToken).ConfigureAwait(false);
        return happened is CreateEvent.DeleteRefused refusal ? await CheckAsync(deleting, before, refusal, cancellationToken).ConfigureAwait(false) : happened;
    }

    /// <summary>What it replaces goes first: its record alone still names that.</summary>
    private async Task RetireAsync(LiveRecord live, string retiring, CancellationToken cancellationToken)
    {
        var older = CreateProtocol.Deleting(live, live.Provenance) with { Id = retiring, Marker = null };
        var happened = await resource.DeleteAsync(retiring, marker: null, keepsIdentity: true, Deadline, cancellationToken).ConfigureAwait(false);
        if (happened is CreateEvent.Deleted { Confirmed: false }) happened = await ConfirmAsync(older, cancellationToken).ConfigureAwait(false);
        Require(live.Key, retiring, happened);
        var next = live with { Retiring = [.. live.Retiring.Where(other => other != retiring)], Provenance = Because($"'{retiring}', which it replaces, is deleted") };
        await _writer.TryWriteAsync(next, live.Version, CancellationToken.None).ConfigureAwait(false); // whoever was faster is read again
    }

    private async Task DeleteUnrecordedAsync(ResourceKey key, string id, CancellationToken cancellationToken) =>
        Require(key, id, await resource.DeleteAsync(id, marker: null, keepsIdentity: false, Deadline, cancellationToken).ConfigureAwait(false));

    /// <summary>No DELETE while an attempt of the key may still be in flight. A delete that was begun before has no record before it.</summary>
    private async Task<(DeletingRecord Deleting, LiveRecord? Before)?> BeginAsync(ResourceKey key, string id, CancellationToken cancellationToken)
    {
        for (var rereads = 0; rereads <= CreatePolicy.MaximumRereads; rereads++)
        {
            switch (await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false))
            {
                case DeletingRecord deleting when deleting.Id == id:
                    if (await _writer.TryWriteAsync(deleting with { Provenance = Because("a delete that was begun is finished") }, deleting.Version, cancellationToken).ConfigureAwait(false) is DeletingRecord resumed)
                        return (resumed, null);
                    break;
                case LiveRecord live when live.Id == id && live.Retiring.Count > 0:
                    await RetireAsync(live, live.Retiring[0], cancellationToken).ConfigureAwait(false);
                    break;
                case LiveRecord live when live.Id == id:
                    if (live.InFlightUntil is { } until) await Pause.UntilAsync(semel, _clock, key, until, "an earlier POST of it may still arrive", cancellationToken).ConfigureAwait(false);
                    if (await _writer.TryWriteAsync(CreateProtocol.Deleting(live, Because("about to delete")), live.Version, cancellationToken).ConfigureAwait(false) is DeletingRecord written)
                        return (written, live);
                    break;
                default:
                    return null;
            }
        }

        throw new StateException($"The record of {key} was written by others while '{id}' was to be deleted; delete it when they are done.");
    }

    /// <summary>A DELETE that is answered with 404 may mean forbidden: a complete list has to lack the resource too.</summary>
    private async Task<CreateEvent> ConfirmAsync(DeletingRecord deleting, CancellationToken cancellationToken)
    {
        if (deleting.SeenBy != semel.Options.Credential)
            return new CreateEvent.NotKnown(404, CreateProtocol.OtherCredentials(deleting.SeenBy, semel.Options.Credential));
        if (!resource.CanList) return new CreateEvent.Deleted();
        return await resource.ListForAsync(deleting.Id, cancellationToken).ConfigureAwait(false) switch
        {
            CreateEvent.SeenAbsent => new CreateEvent.Deleted(),
            CreateEvent.SeenPresent => new CreateEvent.NotKnown(404, "status 404, but the list still holds it"),
            var unknown => unknown,
        };
    }

    private static void Require(ResourceKey key, string id, CreateEvent happened)
    {
        switch (happened)
        {
            case CreateEvent.Deleted:
                return;
            case CreateEvent.DeleteRefused refused:
                throw new RejectedException(key, $"'{id}' of {key} was not deleted: {refused.Evidence.TrimEnd('.')}.", refused.Status, (refused.Cause as ApiException)?.Problem, refused.Cause);
            case CreateEvent.NotKnown unknown:
                throw new UnknownException(key, $"Deleting '{id}' of {key} was not confirmed ({unknown.Evidence.TrimEnd('.')}). Delete it again.", unknown.Status, unknown.Cause);
            default:
                throw new InvalidOperationException(happened.GetType().Name);
        }
    }

    /// <summary>What is refused to be deleted, and is there, gets its record back: the next create would go on deleting it. An earlier DELETE may have been applied.</summary>
    private async Task<CreateEvent> CheckAsync(DeletingRecord deleting, LiveRecord? before, CreateEvent.DeleteRefused refusal, CancellationToken cancellationToken)
    {
        if (resource.CanRead)
        {
            var read = await resource.GetAsync(deleting.Id, cancellationToken).ConfigureAwait(false);
            if (read is CreateEvent.SeenAbsent) return new CreateEvent.Deleted(Confirmed: false);
            if (read is not CreateEvent.SeenPresent) return Stands(refusal);
            before ??= await RecordFinder.FindLiveAsync(semel, deleting.Key, deleting.Id).ConfigureAwait(false);
        }

        if (before is null) return Stands(refusal);
        await _writer.WriteAtOnceAsync(before with { Provenance = Because($"the delete was refused: {refusal.Evidence}") }, deleting.Version).ConfigureAwait(false);
        return refusal;
    }

    private static CreateEvent.NotKnown Stands(CreateEvent.DeleteRefused refusal) =>
        new(refusal.Status, $"{refusal.Evidence}; an earlier DELETE of it may have been applied, so the delete stands and the next create goes on with it", refusal.Cause);

    private async Task BuryAsync(DeletingRecord deleting, bool wasBegunBefore)
    {
        DateTimeOffset? inFlightUntil = wasBegunBefore ? semel.TimeProvider.GetUtcNow() + semel.Options.ReadTimeout + semel.Options.FlightTime : null;
        await _writer.WriteAtOnceAsync(CreateProtocol.Tombstone(deleting, inFlightUntil, Because("deleted")), deleting.Version).ConfigureAwait(false);
    }

    private Deadline Deadline => new(_clock, _clock.Now + semel.Options.ReadTimeout);

    private Provenance Because(string reason) => new(semel.TimeProvider.GetUtcNow(), "", "", reason);
}
