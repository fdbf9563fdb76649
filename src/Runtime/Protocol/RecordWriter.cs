using Semel.Workflows;

namespace Semel.Protocol;

/// <summary>Writes records with their provenance; what happened on the wire is written at once, and again if a write fails.</summary>
internal sealed class RecordWriter(SemelContext context)
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2)];

    public ValueTask<ResourceRecord?> TryWriteAsync(ResourceRecord record, long expectedVersion, CancellationToken cancellationToken) =>
        context.Repository.TryWriteAsync(Stamp(record), expectedVersion, cancellationToken);

    /// <summary>A write that fails may have been made: then its attempt is taken back, because nothing is sent after a failed write.</summary>
    public async ValueTask<ResourceRecord?> TryIntendAsync(IntentRecord intent, long expectedVersion, CancellationToken cancellationToken)
    {
        var stamped = (IntentRecord)Stamp(intent);
        try
        {
            return await context.Repository.TryWriteAsync(stamped, expectedVersion, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await TakeBackAsync(stamped, expectedVersion + 1, exception).ConfigureAwait(false);
            throw;
        }
    }

    private async Task TakeBackAsync(IntentRecord stamped, long version, Exception failed)
    {
        const string evidence = "nothing was sent: the write of its intent failed";
        try
        {
            if (await FindOwnAsync(stamped, version).ConfigureAwait(false) is not IntentRecord made) return;
            var attempts = made.Attempts.SkipLast(1).Append(made.Attempts[^1] with { State = AttemptState.NotApplied, Evidence = evidence });
            await context.Repository.TryWriteAsync(made with { Attempts = [.. attempts], Provenance = made.Provenance with { Reason = evidence } }, version, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception again)
        {
            Log.WriteFailed(context.Logger, stamped.Key, 2, $"{failed.Message} {again.Message}"); // the attempt stays in doubt, which is no less true
        }
    }

    /// <exception cref="StateException">The record cannot be written; the message holds the id that would otherwise be lost.</exception>
    public async Task<ResourceRecord?> WriteAtOnceAsync(ResourceRecord record, long expectedVersion)
    {
        var stamped = Stamp(record);
        for (var failed = 0; ; failed++)
        {
            try
            {
                return await context.Repository.TryWriteAsync(stamped, expectedVersion, CancellationToken.None).ConfigureAwait(false)
                    ?? (failed > 0 ? await FindOwnAsync(stamped, expectedVersion + 1).ConfigureAwait(false) : null);
            }
            catch (Exception exception) when (failed < Pauses.Length)
            {
                Log.WriteFailed(context.Logger, record.Key, failed + 1, exception.Message);
                await Task.Delay(Pauses[failed], context.TimeProvider, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw new StateException($"{What(record)}, but that cannot be recorded: {exception.Message}", (exception as StateException)?.Location, exception);
            }
        }
    }

    /// <summary>A write that failed after it became visible was a write all the same.</summary>
    private async Task<ResourceRecord?> FindOwnAsync(ResourceRecord stamped, long version) =>
        await context.Repository.FindAsync(stamped.Key, CancellationToken.None).ConfigureAwait(false) is { } current
            && current.Version == version && current.Provenance == stamped.Provenance ? current : null;

    private static string What(ResourceRecord record) => record switch
    {
        LiveRecord live => $"{record.Key} is the resource '{live.Id}' ({record.Provenance.Reason})",
        DeletingRecord deleting => $"The resource '{deleting.Id}' of {record.Key} is about to be deleted",
        TombstoneRecord tombstone => $"The resource '{tombstone.Id}' of {record.Key} is deleted",
        _ => $"A create of {record.Key} came to: {record.Provenance.Reason}",
    };

    private ResourceRecord Stamp(ResourceRecord record)
    {
        StepScope.Current?.AllowChange($"a record of {record.Key}");
        return record with { Provenance = record.Provenance with { Run = context.Run, Writer = $"{context.Host}/{Environment.ProcessId}" } };
    }
}
