using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Records a resource that exists already as this key's, once it is proved to be what is meant.</summary>
internal sealed class Adoption(SemelContext semel, ResourceDescriptor resource, ResourceReader reader, ResourceKey key, IReadOnlyList<PathArgument> arguments)
{
    private readonly RecordWriter _writer = new(semel);
    private readonly Identification _identification = new(resource, reader, key);

    public async Task RunAsync(string id, string? name, CancellationToken cancellationToken)
    {
        await using var held = await RunnerLock.RequireAsync(semel, key, cancellationToken).ConfigureAwait(false);
        var earlier = await semel.Repository.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (earlier is LiveRecord known && known.Id == id) return;
        if (earlier is not (null or TombstoneRecord or MovedRecord)) throw new StateException($"{key} cannot adopt '{id}': {Why(earlier)}");
        await RecordFinder.RequireFreeAsync(semel, resource.Model, id, key, arguments, cancellationToken).ConfigureAwait(false);
        var (body, marker) = await _identification.RequireAsync(id, name, cancellationToken).ConfigureAwait(false);
        if (await _writer.TryWriteAsync(Adopted(id, body, marker, earlier), earlier?.Version ?? 0, cancellationToken).ConfigureAwait(false) is null)
            throw new StateException($"Another runner wrote the record of {key} meanwhile; look at it before adopting again.");
    }

    private static string Why(ResourceRecord record) => record switch
    {
        LiveRecord live => $"its resource is '{live.Id}'. Delete that first.",
        IntentRecord => "a create of it is not finished. Run that to its end, or call ResolveAsync with the id of what it made.",
        _ => "a delete of it is not finished. Run that to its end first.",
    };

    private LiveRecord Adopted(string id, JsonObject body, Marker? marker, ResourceRecord? earlier) => new()
    {
        Key = key,
        Generation = Math.Max(marker?.Generation ?? 1, (earlier?.Generation ?? 0) + 1),
        Superseded = earlier?.Superseded ?? [],
        Retiring = [.. (earlier?.Retiring ?? []).Where(retiring => retiring != id)],
        MarkerDropped = earlier?.MarkerDropped ?? false,
        Id = id,
        Attributes = Redaction.Copy(body, resource.Secrets),
        Marker = marker?.ToString(),
        Adopted = marker is null,
        CreatedAt = semel.TimeProvider.GetUtcNow(),
        SeenBy = semel.Options.Credential,
        Provenance = new(semel.TimeProvider.GetUtcNow(), "", "", $"adopted by its id: {(marker is null ? "it has the expected name" : "it carries this key's marker")}"),
    };
}
