using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Identifies a resource of a create that is written by hand: by its read, by what a look shows, or by a list.</summary>
internal sealed class HandWrittenIdentification<T>(ResourceKey key, HandWrittenRemote<T> remote, CreateOrGetOptions<T> how) : IIdentification
{
    public ResourceKey Key => key;

    /// <summary>Keys of several parts name the parents first.</summary>
    public string Prefix => key.Instance[..(key.Instance.LastIndexOf('/') + 1)];

    public IReadOnlyList<string> Secrets => [];

    public async Task<(JsonObject Body, Marker? Marker)> RequireAsync(string id, string? name, CancellationToken cancellationToken)
    {
        var (body, marker) = await RefuteAsync(id, cancellationToken).ConfigureAwait(false);
        if (marker is not null) return (body, marker);
        if (name is null) throw Refused(id, "nothing shows this key's marker on it. Say which name it has to have");
        if (name != key.Instance) throw Refused(id, $"its create is written by hand, and '{key.Instance}' is all that is known of its name");
        if (await SightingOfAsync(id, cancellationToken).ConfigureAwait(false) is not { HasName: true }) throw Refused(id, "its create gives no Find, or that doesn't show it under the name");
        return (body, null);
    }

    public async Task<(JsonObject Body, Marker? Marker)> RefuteAsync(string id, CancellationToken cancellationToken)
    {
        if (how.Read is null && typeof(T) != typeof(string))
            throw new StateException($"'{id}' is not taken for {key}: its create is written by hand, returns more than an id and gives no Read, so that a resource can't be told by its id. Run the create, or give it a Read.");
        var seen = await FindAsync(id, cancellationToken).ConfigureAwait(false);
        return seen.Ownership switch
        {
            Ownership.Another => throw Refused(id, "it carries the marker of another key"),
            Ownership.Ours => (remote.BodyOf(id), Marker.For(key, seen.Generation)),
            Ownership.Unproven or null => (remote.BodyOf(id), null),
        };
    }

    /// <summary>By the read, and where that shows no marks, by a look; without a read by a list; without either it is taken at its word.</summary>
    private async Task<CreateEvent.SeenPresent> FindAsync(string id, CancellationToken cancellationToken)
    {
        var seen = how switch
        {
            { Read: not null } => await remote.GetAsync(id, cancellationToken).ConfigureAwait(false),
            { List: not null } => await remote.ListForAsync(id, cancellationToken).ConfigureAwait(false),
            _ => new CreateEvent.SeenPresent(null),
        };
        var present = seen switch
        {
            CreateEvent.SeenPresent it => it,
            CreateEvent.NotKnown unknown => throw new UnknownException(key, $"'{id}' could not be read ({unknown.Evidence}); the record of {key} is as it was.", unknown.Status, unknown.Cause),
            _ => throw new ArgumentException($"'{id}' doesn't exist; the record of {key} is as it was.", nameof(id)),
        };
        return present.Ownership is null && await SightingOfAsync(id, cancellationToken).ConfigureAwait(false) is { } sighting
            ? present with { Ownership = sighting.Ownership, Generation = sighting.Generation }
            : present;
    }

    private async Task<Sighting?> SightingOfAsync(string id, CancellationToken cancellationToken) => !how.CanLook ? null : await remote.LookAsync(cancellationToken).ConfigureAwait(false) switch
    {
        CreateEvent.Looked looked => looked.Sightings.FirstOrDefault(sighting => sighting.Id == id),
        CreateEvent.NotKnown unknown => throw new UnknownException(key, $"'{id}' could not be looked for ({unknown.Evidence}); the record of {key} is as it was.", unknown.Status, unknown.Cause),
        var other => throw new InvalidOperationException(other.GetType().Name),
    };

    private ConflictException Refused(string id, string why) => new(key, $"'{id}' is not taken for {key}: {why}.", [id]);
}
