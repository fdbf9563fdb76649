using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Identifies what an HTTP API reads, or lists, by the fields that its descriptor names.</summary>
internal sealed class Identification(ResourceDescriptor resource, ResourceReader reader, ResourceKey key, string prefix) : IIdentification
{
    public ResourceKey Key => key;

    public string Prefix => prefix;

    public IReadOnlyList<string> Secrets => resource.Secrets;

    public async Task<(JsonObject Body, Marker? Marker)> RequireAsync(string id, string? name, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(id, cancellationToken).ConfigureAwait(false);
        if (OwnMarker(id, body) is { } marker) return (body, marker);
        if (name is null) throw Refused(id, "it doesn't carry this key's marker. Say which name it has to have");
        if (NameOf(body) is not { } shown) throw Refused(id, "it shows no name that could be compared");
        return shown == name ? (body, null) : throw Refused(id, $"its name is '{shown}', not '{name}'");
    }

    public async Task<(JsonObject Body, Marker? Marker)> RefuteAsync(string id, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(id, cancellationToken).ConfigureAwait(false);
        return (body, OwnMarker(id, body));
    }

    private async Task<JsonObject> ReadAsync(string id, CancellationToken cancellationToken) => await reader.FindAsync(id, cancellationToken).ConfigureAwait(false) switch
    {
        CreateEvent.SeenPresent { Body: { } present } => present,
        CreateEvent.NotKnown unknown => throw new UnknownException(key, $"'{id}' could not be read ({unknown.Evidence}); the record of {key} is as it was.", unknown.Status, unknown.Cause),
        _ => throw new ArgumentException($"'{id}' doesn't exist; the record of {key} is as it was.", nameof(id)),
    };

    private Marker? OwnMarker(string id, JsonObject body)
    {
        var carried = resource.Marker is { } field ? MarkerWriter.Read(body, field) : [];
        foreach (var marker in carried)
            if (marker.SameIdentity(Marker.For(key, 1))) return marker;
        return carried.Count == 0 ? null : throw Refused(id, $"it carries '{carried[0]}', the marker of another key");
    }

    private string? NameOf(JsonObject body)
    {
        var shown = resource.NameInResource is { } path ? ResourceReader.Text(body, path) : null;
        return shown is not null && resource.Marker?.Kind == MarkerKind.NameSuffix ? MarkerName.Without(shown) : shown;
    }

    private ConflictException Refused(string id, string why) => new(key, $"'{id}' is not taken for {key}: {why}.", [id]);
}
