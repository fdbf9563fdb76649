using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>A person's word on a create that stopped as indeterminate.</summary>
internal sealed class Resolution(SemelContext semel, IIdentification identification)
{
    private readonly RecordWriter _writer = new(semel);
    private readonly ResourceKey _key = identification.Key;

    public async Task RunAsync(string? createdId, CancellationToken cancellationToken)
    {
        await using var held = await RunnerLock.RequireAsync(semel, _key, cancellationToken).ConfigureAwait(false);
        if (await semel.Repository.FindAsync(_key, cancellationToken).ConfigureAwait(false) is not IntentRecord intent)
            throw new InvalidOperationException($"{_key} has no create in doubt: there is nothing to resolve.");
        if (createdId is null && CreateProtocol.LastArrival(intent, semel.Options) is var until && until > semel.TimeProvider.GetUtcNow())
            throw new UnknownException(_key, $"{_key} stays in doubt: a POST of it may still arrive until {until:u}. Look again after that, and resolve it then.", null, null);
        ResourceRecord resolved = createdId is null ? NotCreated(intent) : await CreatedAsync(intent, createdId, cancellationToken).ConfigureAwait(false);
        if (await _writer.TryWriteAsync(resolved, intent.Version, cancellationToken).ConfigureAwait(false) is null)
            throw new StateException($"Another runner wrote the record of {_key} meanwhile; look at it before resolving again.");
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
        await RecordFinder.RequireFreeAsync(semel, _key, id, identification.Prefix, cancellationToken).ConfigureAwait(false);
        var (body, marker) = await identification.RefuteAsync(id, cancellationToken).ConfigureAwait(false);
        return new LiveRecord
        {
            Key = _key,
            Generation = Math.Max(marker?.Generation ?? 0, intent.Generation),
            Marker = marker?.ToString(),
            Superseded = intent.Superseded,
            Retiring = [.. intent.Retiring.Where(retiring => retiring != id)],
            MarkerDropped = intent.MarkerDropped,
            InFlightUntil = CreateProtocol.LastArrival(intent, semel.Options),
            Id = id,
            Attributes = Redaction.Copy(body, identification.Secrets),
            Input = intent.Input,
            Fingerprint = intent.Fingerprint,
            Secrets = intent.Secrets,
            CreatedAt = semel.TimeProvider.GetUtcNow(),
            SeenBy = semel.Options.Credential,
            Provenance = Because($"resolved as created: '{id}'"),
        };
    }

    private Provenance Because(string reason) => new(semel.TimeProvider.GetUtcNow(), "", "", reason);
}
