using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Writes the body of an update. What others added to a set or a map that isn't ours alone stays.</summary>
internal sealed class UpdateBody(Wanted wanted)
{
    private readonly ResourceDescriptor _resource = wanted.Resource;
    private readonly ResourceUpdate _update = wanted.Resource.Update!;

    /// <summary>True when the body can't be written without what is there now.</summary>
    public bool NeedsCurrent(IReadOnlyList<string> properties) =>
        _update.Replaces || (CanShow && properties.Any(property => _resource.Sets.Any(path => IsAtOrBelow(path, property) && IsShared(path)) || _resource.Maps.Any(path => IsAtOrBelow(path, property) && IsShared(path) != _update.Merges)));

    /// <param name="properties">The properties that are to become as they are wanted.</param>
    /// <param name="before">The input as it was recorded; null where none was.</param>
    /// <param name="current">The resource as it is; null where it isn't needed.</param>
    public JsonObject Of(IReadOnlyList<string> properties, JsonObject? before, JsonObject? current)
    {
        var body = new JsonObject();
        if (_update.Replaces)
        {
            foreach (var (property, there) in current!)
            {
                if ((_update.Kept ?? _update.Properties).Contains(property) && !properties.Contains(property)) body[property] = there?.DeepClone();
            }
        }

        foreach (var property in _update.Replaces ? [.. wanted.Body.Select(pair => pair.Key).Where(_update.Properties.Contains).Union(properties)] : properties)
        {
            var old = before is not null && before.TryGetPropertyValue(property, out var recorded) ? recorded : null;
            var there = current?[property];
            if (wanted.Body.TryGetPropertyValue(property, out var value)) body[property] = _update.Merges ? Patch(property, old, value, there) : _update.Replaces ? Whole(property, old, value, there) : Shared(property, old, value, there);
            else if (Left(property, old, there) is { } left) body[property] = left;
            else if (_update.Replaces) body.Remove(property);
            else body[property] = Unset(property, old);
        }

        return body;
    }

    private bool CanShow => _resource.ReadPath is not null || _resource.List is not null;

    private bool IsShared(string property) => (_resource.Sets.Contains(property) || _resource.Maps.Contains(property)) && !_resource.OwnedSets.Contains(property);

    private JsonNode? Unset(string property, JsonNode? old) => old switch
    {
        _ when _update.Merges || _update.Nullable.Contains(property) => null,
        JsonArray => new JsonArray(),
        JsonObject => new JsonObject(),
        _ => null,
    };

    /// <summary>Of a set or a map that nothing is wanted of any more, what others added; null: nothing.</summary>
    private JsonNode? Left(string path, JsonNode? old, JsonNode? there) => (old, there) switch
    {
        (JsonArray items, JsonArray shown) when IsShared(path) && !Named.IsOtherShape(items, shown) && Union([], shown, items) is { Count: > 0 } left => left,
        (JsonObject entries, _) when IsShared(path) && _update.Merges => Patch(path, entries, new JsonObject(), null),
        (JsonObject entries, JsonObject shown) when IsShared(path) && Union([], shown, entries) is { Count: > 0 } left => left,
        _ => null,
    };

    /// <summary>What is wanted, and what is there and was never ours.</summary>
    private JsonNode? Shared(string path, JsonNode? old, JsonNode? value, JsonNode? there) => (value, there) switch
    {
        (JsonArray items, JsonArray shown) when IsShared(path) && !Named.IsOtherShape(items, shown) => Union(items, shown, old as JsonArray),
        (JsonObject entries, JsonObject shown) when IsShared(path) => Union(entries, shown, old as JsonObject),
        (JsonObject entries, JsonObject shown) => new JsonObject(entries.Select(entry => KeyValuePair.Create(entry.Key, Shared($"{path}.{entry.Key}", (old as JsonObject)?[entry.Key], entry.Value, shown[entry.Key])))),
        _ => value?.DeepClone(),
    };

    private static bool IsAtOrBelow(string path, string property) => path == property || path.StartsWith(property + ".", StringComparison.Ordinal);

    /// <summary>A PUT replaces: what an object holds beside what is wanted stays, but for what was wanted once.</summary>
    private JsonNode? Whole(string path, JsonNode? old, JsonNode? value, JsonNode? there)
    {
        if (value is not JsonObject entries || there is not JsonObject shown || _resource.OwnedSets.Contains(path)) return Shared(path, old, value, there);
        var before = old as JsonObject;
        var whole = Union(entries, shown, before);
        foreach (var (name, entry) in entries) whole[name] = Whole($"{path}.{name}", before?[name], entry, shown[name]);
        return whole;
    }

    private static JsonArray Union(JsonArray items, JsonArray shown, JsonArray? old) =>
        [.. items.Concat(shown.Where(item => !Holds(items, item) && (old is null || !Holds(old, item)))).Select(item => item?.DeepClone())];

    private static bool Holds(JsonArray array, JsonNode? item) => array.Any(other => JsonNode.DeepEquals(other, item));

    private static JsonObject Union(JsonObject entries, JsonObject shown, JsonObject? old)
    {
        var all = (JsonObject)entries.DeepClone();
        foreach (var (name, value) in shown)
        {
            if (!all.ContainsKey(name) && old?.ContainsKey(name) != true) all[name] = value?.DeepClone();
        }

        return all;
    }

    /// <summary>RFC 7396: what is left out stays, null unsets.</summary>
    private JsonNode? Patch(string path, JsonNode? old, JsonNode? value, JsonNode? there)
    {
        if (value is not JsonObject asked) return Shared(path, old, value, there);
        var (before, shown, patch) = (old as JsonObject, there as JsonObject, new JsonObject());
        foreach (var (name, now) in asked) patch[name] = Patch($"{path}.{name}", before?[name], now, shown?[name]);
        foreach (var (name, earlier) in before ?? []) if (!asked.ContainsKey(name)) patch[name] = Left($"{path}.{name}", earlier, shown?[name]);
        if (shown is null || !_resource.OwnedSets.Contains(path)) return patch;
        var theirs = _resource.Marker is { Kind: MarkerKind.Map } field && field.Property == path ? MarkerMap.Without(shown) : shown;
        foreach (var (name, _) in theirs) if (!patch.ContainsKey(name)) patch[name] = null;
        return patch;
    }
}
