using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Reads, writes and removes by a dotted property path: <c>links.pages.next</c>.</summary>
/// <remarks>
/// A property whose own name has dots (<c>@odata.nextLink</c>) is found before the path is split.
/// Reading one value and writing stop at arrays; <see cref="ReadAll"/> and <see cref="Remove"/> reach into every item.
/// </remarks>
internal static class JsonPathAccess
{
    /// <summary>The value at the path, or null where it is absent or null.</summary>
    public static JsonNode? Read(JsonNode? root, string path) => TryRead(root, path, out var value) ? value : null;

    /// <summary>True when the property is there, also when it holds null.</summary>
    public static bool TryRead(JsonNode? root, string path, out JsonNode? value)
    {
        value = null;
        if (root is not JsonObject json) return false;
        foreach (var (name, rest) in Splits(path))
        {
            if (!json.TryGetPropertyValue(name, out var child)) continue;
            if (rest is null)
            {
                value = child;
                return true;
            }

            if (TryRead(child, rest, out value)) return true;
        }

        return false;
    }

    /// <summary>Every value that the path reaches, through arrays too.</summary>
    public static IEnumerable<JsonNode> ReadAll(JsonNode? root, string path)
    {
        if (root is JsonArray array) return array.SelectMany(item => ReadAll(item, path));
        if (root is not JsonObject json) return [];
        return Splits(path)
            .Where(split => json[split.Name] is not null)
            .SelectMany(split => split.Tail is null ? [json[split.Name]!] : ReadAll(json[split.Name], split.Tail));
    }

    /// <summary>Writes a value and makes the objects on the way. A node that has a parent is copied.</summary>
    /// <exception cref="InvalidOperationException">Something else than an object is in the way.</exception>
    public static void Write(JsonObject root, string path, JsonNode? value)
    {
        var json = root;
        var rest = path;
        while (!json.ContainsKey(rest) && rest.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
        {
            var name = rest[..dot];
            if (json[name] is null) json[name] = new JsonObject();
            json = json[name] as JsonObject ?? throw new InvalidOperationException($"'{path}' cannot be written: '{name}' is no object.");
            rest = rest[(dot + 1)..];
        }

        json[rest] = value?.Parent is null ? value : value.DeepClone();
    }

    /// <summary>Removes everything that the path reaches, through arrays too.</summary>
    public static void Remove(JsonNode? root, string path)
    {
        if (root is JsonArray array)
        {
            foreach (var item in array) Remove(item, path);
        }
        else if (root is JsonObject json)
        {
            foreach (var (name, rest) in Splits(path))
            {
                if (rest is null) json.Remove(name);
                else if (json[name] is { } child) Remove(child, rest);
            }
        }
    }

    /// <summary>Every way to read the path's first property name, the longest first.</summary>
    private static IEnumerable<(string Name, string? Tail)> Splits(string path)
    {
        yield return (path, null);
        for (var dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
            yield return (path[..dot], path[(dot + 1)..]);
    }
}
