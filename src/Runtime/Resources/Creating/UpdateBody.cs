using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Writes the body of an update. What others added to a set or a map that isn't ours alone stays.</summary>
internal sealed class UpdateBody(Wanted wanted)
{
    private readonly ResourceDescriptor _resource = wanted.Resource;
    private readonly ResourceUpdate _update = wanted.Resource.Update!;

    /// <summary>True when the body can't be written without what is there now.</summary>
    public bool NeedsCurrent(IReadOnlyList<string> properties) =>
        _update.Replaces || (CanShow && properties.Any(property => IsShared(property) && !(_update.Merges && _resource.Maps.Contains(property))));

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
            if (wanted.Body.TryGetPropertyValue(property, out var value)) body[property] = _update.Merges ? Patch(old, value) : _update.Replaces ? Whole(property, old, value, current?[property]) : Shared(property, old, value, current?[property]);
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

    /// <summary>What is wanted, and what is there and was never ours.</summary>
    private JsonNode? Shared(string property, JsonNode? old, JsonNode? value, JsonNode? there) => (value, there) switch
    {
        (JsonArray items, JsonArray shown) when IsShared(property) && !Named.IsOtherShape(items, shown) => Union(items, shown, old as JsonArray),
        (JsonObject entries, JsonObject shown) when IsShared(property) => Union(entries, shown, old as JsonObject),
        _ => value?.DeepClone(),
    };

    /// <summary>A PUT replaces: what an object holds beside what is wanted stays, but for what was wanted once.</summary>
    private JsonNode? Whole(string property, JsonNode? old, JsonNode? value, JsonNode? there) =>
        value is JsonObject entries && there is JsonObject shown && !_resource.OwnedSets.Contains(property) ? Over(entries, shown, old as JsonObject) : Shared(property, old, value, there);

    private static JsonObject Over(JsonObject wanted, JsonObject shown, JsonObject? old)
    {
        var whole = Union(wanted, shown, old);
        foreach (var (name, value) in wanted)
        {
            if (value is JsonObject inner && shown[name] is JsonObject there) whole[name] = Over(inner, there, old?[name] as JsonObject);
        }

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
    private static JsonNode? Patch(JsonNode? old, JsonNode? value)
    {
        if (value is not JsonObject wanted) return value?.DeepClone();
        var patch = (JsonObject)wanted.DeepClone();
        if (old is not JsonObject before) return patch;
        foreach (var (name, earlier) in before)
        {
            if (!wanted.TryGetPropertyValue(name, out var now)) patch[name] = null;
            else if (now is JsonObject) patch[name] = Patch(earlier, now);
        }

        return patch;
    }
}
