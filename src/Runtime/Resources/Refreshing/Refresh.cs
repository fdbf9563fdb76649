using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>
/// Reads a recorded resource by its id and records what the API shows. Whether one that is not shown is gone is decided by the protocol, as for a
/// create; where that would make a new one, the record becomes a tombstone with the last attributes.
/// </summary>
internal sealed class Refresh(SemelContext semel, ResourceKey key, RefreshSource source)
{
    private readonly RecordWriter _writer = new(semel);
    private readonly RunClock _clock = new(semel.TimeProvider);

    /// <exception cref="UnknownException">Whether it is there could not be found out; the record is as it was.</exception>
    /// <exception cref="BusyException">Another runner holds the key.</exception>
    /// <exception cref="StateException">The record cannot be read or written, or another runner wrote it.</exception>
    public async Task<Refreshed> RunAsync(CancellationToken cancellationToken)
    {
        await using var held = await RunnerLock.RequireAsync(semel, key, cancellationToken).ConfigureAwait(false);
        return await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false) switch
        {
            LiveRecord live => await ReadAsync(live, cancellationToken).ConfigureAwait(false),
            TombstoneRecord gone => new(key, RefreshState.Gone, gone.Id, gone.Attributes, [], $"it is gone since {gone.Provenance.At:u}: {gone.Provenance.Reason}"),
            IntentRecord => new(key, RefreshState.Unfinished, null, null, [], "a create of it is not finished: run it to its end"),
            DeletingRecord deleting => new(key, RefreshState.Unfinished, deleting.Id, deleting.Attributes, [], "a delete of it is not finished: run it to its end"),
            MovedRecord moved => new(key, RefreshState.NotRecorded, moved.Id, null, [], $"it is {moved.To} now"),
            _ => new(key, RefreshState.NotRecorded, null, null, [], "nothing is recorded"),
        };
    }

    /// <summary>The same, where an unknown is an answer among others.</summary>
    public async Task<Refreshed> TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (SemelException unknown)
        {
            return new(key, RefreshState.Unknown, null, null, [], unknown.Message);
        }
    }

    private async Task<Refreshed> ReadAsync(LiveRecord live, CancellationToken cancellationToken)
    {
        if (source.Read is null) throw new UnknownException(key, $"{key} is the resource '{live.Id}', and nothing reads or lists one.", null);
        var asked = _clock.Now;
        return await source.Read(live.Id, cancellationToken).ConfigureAwait(false) switch
        {
            CreateEvent.SeenPresent seen => await RecordAsync(live, seen.Body).ConfigureAwait(false),
            CreateEvent.SeenAbsent absent => await ConfirmAsync(live, absent with { AskedAt = asked }, cancellationToken).ConfigureAwait(false),
            CreateEvent.NotKnown unknown => throw new UnknownException(key, $"{key} could not be read ({unknown.Evidence.TrimEnd('.')}); its record is as it was.", unknown.Status, unknown.Cause),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }

    private async Task<Refreshed> RecordAsync(LiveRecord live, JsonObject? shown)
    {
        var attributes = shown is null ? live.Attributes : Redaction.Copy(shown, [.. source.Secrets, .. live.Withheld]);
        List<Difference> changes = [.. Comparison.Plain.OfInputs(live.Attributes, attributes).Select(change => new Difference(change.Path, change.OldText, change.NewText, DriftKind.RemoteDrift) { Root = change.Root })];
        var seenBy = live.Retiring.Count > 0 ? live.SeenBy : semel.Options.Credential;
        if (seenBy == live.SeenBy && JsonNode.DeepEquals(attributes, live.Attributes)) return new(key, RefreshState.Unchanged, live.Id, attributes, [], "it is as recorded");
        await WriteAsync(live with { Attributes = attributes, SeenBy = seenBy, Provenance = Because("refreshed") }, live.Version).ConfigureAwait(false);
        return new(key, changes.Count == 0 ? RefreshState.Unchanged : RefreshState.Changed, live.Id, attributes, changes, changes.Count == 0 ? "it is as recorded" : "the API shows it otherwise than it was recorded");
    }

    private async Task<Refreshed> ConfirmAsync(LiveRecord live, CreateEvent absent, CancellationToken cancellationToken)
    {
        var policy = Policy;
        var decision = CreateProtocol.Next(policy, new CreateState.Verifying(live), absent, _clock.Now);
        if (decision.Effect is Effect.ListFor) decision = CreateProtocol.Next(policy, decision.State, await source.List!(live.Id, cancellationToken).ConfigureAwait(false), _clock.Now);
        if (decision.Effect is Effect.Fail { Failure: var failure }) throw failure.ToException(key);
        var gone = CreateProtocol.Tombstone(CreateProtocol.Deleting(live, live.Provenance), inFlightUntil: null, Because($"a refresh found that '{live.Id}' is gone"));
        await WriteAsync(gone, live.Version).ConfigureAwait(false);
        return new(key, RefreshState.Gone, live.Id, live.Attributes, [], gone.Provenance.Reason);
    }

    /// <summary>Of a create that verifies, and of which nothing but the absence is asked.</summary>
    private CreatePolicy Policy => new(
        key, Guarantee.AtMostOnce, Verify: true, OnExists.Fail, LookFirst: false, CanLook: false, HasMarker: false, source.List is not null,
        new DesiredInput([], ""), source.Secrets, semel.Options.CreateTimeout, semel.Options.FlightTime, semel.Options.ListLag, semel.Options.Credential)
    {
        Runner = semel.Runner,
        CanRead = true,
    };

    private async Task WriteAsync(ResourceRecord record, long expectedVersion)
    {
        if (await _writer.TryWriteAsync(record, expectedVersion, CancellationToken.None).ConfigureAwait(false) is null)
            throw new StateException($"Another runner wrote the record of {key} meanwhile; refresh it again.");
    }

    private Provenance Because(string reason) => new(semel.TimeProvider.GetUtcNow(), "", "", reason);
}
