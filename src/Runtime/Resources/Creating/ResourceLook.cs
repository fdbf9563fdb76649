using System.Text.Json.Nodes;
using Semel.Protocol;

namespace Semel;

/// <summary>Finds a key's resource by its marker and by its name: every page, filtered by the server where it can.</summary>
internal sealed class ResourceLook(Wanted wanted, ResourceReader reader)
{
    private readonly ResourceDescriptor _resource = wanted.Resource;

    public async Task<CreateEvent> RunAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Sighting>(StringComparer.Ordinal);
        if (IsFoundByRead && await ReadAsync(found, wanted.Name!, cancellationToken).ConfigureAwait(false) is { } unread) return unread;
        foreach (var (parameter, value) in Filters())
        {
            if (await reader.ListAsync(parameter, value, item => Add(found, item), cancellationToken).ConfigureAwait(false) is { } failed) return failed;
        }

        return new CreateEvent.Looked([.. found.Values]);
    }

    /// <summary>The name is the id: one GET answers.</summary>
    private async Task<CreateEvent.NotKnown?> ReadAsync(Dictionary<string, Sighting> found, string name, CancellationToken cancellationToken)
    {
        var read = await reader.GetAsync(name, cancellationToken).ConfigureAwait(false);
        if (read is CreateEvent.SeenPresent { Body: { } body }) found[name] = SightingOf(body, name) with { HasName = true, IsRead = true };
        return read as CreateEvent.NotKnown;
    }

    private bool IsFoundByRead => wanted.IsFoundByRead && wanted.Guarantee != Guarantee.Marker;

    /// <summary>The lists that together hold every resource of the name or the marker; the whole list where one of them can't be filtered.</summary>
    private List<(string? Parameter, string? Value)> Filters()
    {
        var filters = new List<(string?, string?)>();
        if (_resource is { Marker: { } field, List: not null } && !IsNameEnough(field)) filters.Add((field.Filter, MarkerWriter.FilterOf(field, wanted.Marker)));
        if (wanted.IsFoundByName && !IsFoundByRead) filters.Add((wanted.Settings.IsItsContent ? null : _resource.List!.NameFilter, wanted.Name));
        return filters.Any(filter => filter.Item1 is null) ? [(null, null)] : filters;
    }

    /// <summary>A unique name finds the resource alone, unless it was created with another one: so the marker is looked for too where that doesn't take the whole list.</summary>
    private bool IsNameEnough(MarkerField field) =>
        field.Filter is null && field.Kind != MarkerKind.NameSuffix && (IsFoundByRead || (wanted.IsFoundByName && wanted.Guarantee is Guarantee.UniqueName or Guarantee.Natural));

    private void Add(Dictionary<string, Sighting> found, JsonObject item)
    {
        var id = ResourceReader.IdOf(_resource, item) ?? throw new InvalidDataException($"an item of the list has no id at '{_resource.Id}'");
        var sighting = SightingOf(item, id);
        if (IsFoundByRead && id == wanted.Name) return; // the read has said whether it is there
        if (sighting.HasName || sighting.Ownership == Ownership.Ours) found[id] = sighting;
    }

    private Sighting SightingOf(JsonObject item, string id)
    {
        var (ownership, generation) = wanted.OwnershipOf(item);
        return new Sighting(id, item, ownership, generation, wanted.HasName(item));
    }
}
