using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Finds a key's resource by its marker and by its name: every page, filtered by the server where it can.</summary>
internal sealed class ResourceLook(Wanted wanted, ResourceReader reader)
{
    private readonly ResourceDescriptor _resource = wanted.Resource;

    public async Task<CreateEvent> RunAsync(CancellationToken cancellationToken)
    {
        if (wanted.IsFoundByRead && wanted.Guarantee != Guarantee.Marker) return await ReadAsync(wanted.Name!, cancellationToken).ConfigureAwait(false);
        var found = new Dictionary<string, Sighting>(StringComparer.Ordinal);
        foreach (var (parameter, value) in Filters())
        {
            if (await reader.ListAsync(parameter, value, item => Add(found, item), cancellationToken).ConfigureAwait(false) is { } failed) return failed;
        }

        return new CreateEvent.Looked([.. found.Values]);
    }

    /// <summary>The name is the id: one GET answers.</summary>
    private async Task<CreateEvent> ReadAsync(string name, CancellationToken cancellationToken) => await reader.GetAsync(name, cancellationToken).ConfigureAwait(false) switch
    {
        CreateEvent.SeenPresent { Body: { } body } => new CreateEvent.Looked([SightingOf(body, name) with { HasName = true }]),
        CreateEvent.SeenAbsent => new CreateEvent.Looked([]),
        var unknown => unknown,
    };

    /// <summary>The lists that together hold every resource of the name or the marker; the whole list where one of them can't be filtered.</summary>
    private List<(string? Parameter, string? Value)> Filters()
    {
        var filters = new List<(string?, string?)>();
        if (_resource.Marker is { } field && !IsNameEnough(field)) filters.Add((field.Filter, MarkerWriter.FilterOf(field, wanted.Marker)));
        if (wanted.IsFoundByName) filters.Add((_resource.List!.NameFilter, wanted.Name));
        return filters.Any(filter => filter.Item1 is null) ? [(null, null)] : filters;
    }

    /// <summary>A unique name finds the resource alone, and its marker then says whose it is; but not a name that the marker is part of.</summary>
    private bool IsNameEnough(MarkerField field) =>
        wanted.IsFoundByName && field.Kind != MarkerKind.NameSuffix && wanted.Guarantee is (Guarantee.UniqueName or Guarantee.Natural);

    private void Add(Dictionary<string, Sighting> found, JsonObject item)
    {
        var id = ResourceReader.IdOf(_resource, item) ?? throw new InvalidDataException($"an item of the list has no id at '{_resource.Id}'");
        var sighting = SightingOf(item, id);
        if (sighting.HasName || sighting.Ownership == Ownership.Ours) found[id] = sighting;
    }

    private Sighting SightingOf(JsonObject item, string id)
    {
        var markers = _resource.Marker is { } field ? MarkerWriter.Read(item, field) : [];
        var ours = markers.Where(marker => marker.SameIdentity(wanted.Marker)).ToList();
        var ownership = ours.Count > 0 ? Ownership.Ours : markers.Count > 0 ? Ownership.Another : Ownership.Unproven;
        return new Sighting(id, item, ownership, ours.Count > 0 ? ours.Max(marker => marker.Generation) : 0, wanted.HasName(item));
    }
}
