using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>A person's word on a create that stopped as indeterminate.</summary>
/// <param name="semel">The data repository and the options.</param>
/// <param name="key">Whose create it was.</param>
/// <param name="arguments">The parent that ids are unique under.</param>
/// <param name="identify">Reads what the person names: as it is recorded, with the marker that proves it to be this key's; throws where it is not what is meant.</param>
internal sealed class Resolution(SemelContext semel, ResourceKey key, IReadOnlyList<PathArgument> arguments, Func<string, CancellationToken, Task<(JsonObject Attributes, Marker? Marker)>> identify)
{
    private readonly RecordWriter _writer = new(semel);

    public static Task RunAsync(
        SemelContext semel, ResourceDescriptor resource, ResourceReader reader, ResourceKey key, IReadOnlyList<PathArgument> arguments, string? createdId, CancellationToken cancellationToken)
    {
        var identification = new Identification(resource, reader, key);
        return new Resolution(semel, key, arguments, async (id, token) =>
        {
            var (body, marker) = await identification.RefuteAsync(id, token).ConfigureAwait(false);
            return (Redaction.Copy(body, resource.Secrets), marker);
        }).RunAsync(createdId, cancellationToken);
    }

    public async Task RunAsync(string? createdId, CancellationToken cancellationToken)
    {
        await using var held = await RunnerLock.RequireAsync(semel, key, cancellationToken).ConfigureAwait(false);
        if (await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false) is not IntentRecord intent)
            throw new InvalidOperationException($"{key} has no create in doubt: there is nothing to resolve.");
        if (createdId is null && CreateProtocol.LastArrival(intent, semel.Options) is var until && until > semel.TimeProvider.GetUtcNow())
            throw new UnknownException(key, $"{key} stays in doubt: a POST of it may still arrive until {until:u}. Look again after that, and resolve it then.", null, null);
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
        await RecordFinder.RequireFreeAsync(semel, key.Model, id, key, arguments, cancellationToken).ConfigureAwait(false);
        var (attributes, marker) = await identify(id, cancellationToken).ConfigureAwait(false);
        return new LiveRecord
        {
            Key = key,
            Generation = Math.Max(marker?.Generation ?? 0, intent.Generation),
            Marker = marker?.ToString(),
            Superseded = intent.Superseded,
            Retiring = [.. intent.Retiring.Where(retiring => retiring != id)],
            MarkerDropped = intent.MarkerDropped,
            InFlightUntil = CreateProtocol.LastArrival(intent, semel.Options),
            Id = id,
            Attributes = attributes,
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
