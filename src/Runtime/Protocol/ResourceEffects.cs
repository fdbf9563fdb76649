using System.Diagnostics;

namespace Semel.Protocol;

/// <summary>Does what a create and a delete have in common: their record, the resource by its id, and waits.</summary>
internal sealed class ResourceEffects(IResourceRemote remote, SemelContext context, ResourceKey key)
{
    private readonly RecordWriter _writer = new(context);

    public async Task<CreateEvent> DoAsync(Decision decision, RunClock clock, CancellationToken cancellationToken) => decision.Effect switch
    {
        Effect.Write write => await WriteAsync(write, cancellationToken).ConfigureAwait(false),
        Effect.Get get => await remote.GetAsync(get.Id, cancellationToken).ConfigureAwait(false),
        Effect.ListFor list => await remote.ListForAsync(list.Id, cancellationToken).ConfigureAwait(false),
        Effect.Delete delete => await DeleteAsync(delete, clock, cancellationToken).ConfigureAwait(false),
        Effect.Wait wait => await WaitAsync(wait.Until, clock, decision.Reason, cancellationToken).ConfigureAwait(false),
        var unknown => throw new UnreachableException(unknown.GetType().Name),
    };

    private async Task<CreateEvent> WriteAsync(Effect.Write write, CancellationToken cancellationToken)
    {
        var written = write switch
        {
            { Cancellable: false } => await _writer.WriteAtOnceAsync(write.Record, write.ExpectedVersion).ConfigureAwait(false),
            { Record: IntentRecord intent } => await _writer.TryIntendAsync(intent, write.ExpectedVersion, cancellationToken).ConfigureAwait(false),
            _ => await _writer.TryWriteAsync(write.Record, write.ExpectedVersion, cancellationToken).ConfigureAwait(false),
        };
        if (written is LiveRecord { MarkerDropped: true } dropped) Log.MarkerDropped(context.Logger, key, dropped.Id);
        return written is null ? new CreateEvent.WriteLost() : new CreateEvent.Written(written);
    }

    private async Task<CreateEvent> DeleteAsync(Effect.Delete delete, RunClock clock, CancellationToken cancellationToken)
    {
        var happened = await remote.DeleteAsync(delete.Id, delete.Marker, delete.KeepsIdentity, new Deadline(clock, delete.NotAfter), cancellationToken).ConfigureAwait(false);
        return happened is CreateEvent.DeleteRefused refused
            ? refused with { Before = await RecordFinder.FindLiveAsync(context, key, delete.Id).ConfigureAwait(false) }
            : happened;
    }

    private async Task<CreateEvent> WaitAsync(DateTimeOffset until, RunClock clock, string reason, CancellationToken cancellationToken)
    {
        await Pause.UntilAsync(context, clock, key, until, reason, cancellationToken).ConfigureAwait(false);
        return new CreateEvent.Waited();
    }
}
