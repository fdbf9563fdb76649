using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>A person's word on a create that stopped as indeterminate.</summary>
internal sealed class Resolution(SemelContext semel, ResourceDescriptor resource, ResourceReader reader, ResourceKey key)
{
    private readonly RecordWriter _writer = new(semel);

    public async Task RunAsync(string? createdId, CancellationToken cancellationToken)
    {
        await using var held = await RunnerLock.RequireAsync(semel, key, cancellationToken).ConfigureAwait(false);
        if (await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false) is not IntentRecord intent)
            throw new InvalidOperationException($"{key} has no create in doubt: there is nothing to resolve.");
        ResourceRecord resolved = createdId is null ? NotCreated(intent) : await CreatedAsync(intent, createdId, cancellationToken).ConfigureAwait(false);
        if (await _writer.TryWriteAsync(resolved, intent.Version, cancellationToken).ConfigureAwait(false) is null)
            throw new StateException($"Another runner wrote the record of {key} meanwhile; look at it before resolving again.");
    }

    private IntentRecord NotCreated(IntentRecord intent) => intent with
    {
        LookedBefore = true,
        Operation = null,
        Attempts = [.. intent.Attempts.Select(attempt => attempt with { State = AttemptState.NotApplied, Evidence = $"resolved as not created; before: {attempt.Evidence ?? "no reply was recorded"}" })],
        Provenance = Because("resolved as not created"),
    };

    private async Task<LiveRecord> CreatedAsync(IntentRecord intent, string id, CancellationToken cancellationToken)
    {
        var name = resource.NameInRequest is { } path ? ResourceReader.Text(intent.Input, path) : null;
        var body = await new Identification(resource, reader, key).RefuteAsync(id, name, cancellationToken).ConfigureAwait(false);
        return new LiveRecord
        {
            Key = key,
            Generation = intent.Generation,
            Superseded = intent.Superseded,
            Retiring = [.. intent.Retiring.Where(retiring => retiring != id)],
            MarkerDropped = intent.MarkerDropped,
            InFlightUntil = CreateProtocol.LastArrival(intent, semel.Options),
            Id = id,
            Attributes = Redaction.Copy(body, resource.Secrets),
            Input = intent.Input,
            Fingerprint = intent.Fingerprint,
            CreatedAt = semel.TimeProvider.GetUtcNow(),
            SeenBy = semel.Options.Credential,
            Provenance = Because($"resolved as created: '{id}'"),
        };
    }

    private Provenance Because(string reason) => new(semel.TimeProvider.GetUtcNow(), "", "", reason);
}
