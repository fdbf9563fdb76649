using System.Text.Json.Nodes;

namespace Semel;

/// <summary>
/// Where an id is: a property path (<c>id</c>), several (<c>name+type</c>, whose <see cref="CompositeId"/> it is), or the address that ends with it
/// (<c>/uri</c>: <c>7</c> of <c>https://api.example.com/channels/7</c>). A name with a <c>+</c> at an end stands for itself.
/// </summary>
internal static class IdPath
{
    private const char Between = '+';
    private const char Address = '/';

    /// <summary>The names in <c>name+type</c>.</summary>
    public static IReadOnlyList<string> Names(string names)
    {
        var all = names.Split(Between);
        return Array.TrueForAll(all, name => name.Length > 0) ? all : [names];
    }

    /// <summary>The id; null where a part of it is missing.</summary>
    public static string? Read(JsonObject json, string paths)
    {
        var names = Names(paths);
        var texts = new string[names.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!JsonLiteral.TryGetTextOrNumber(JsonPathAccess.Read(json, Property(names[i])), out var text)) return null;
            texts[i] = IsAddress(names[i]) ? End(text) : text;
        }

        return texts.Length == 1 ? texts[0] : CompositeId.TryOf(texts);
    }

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    public static void Write(JsonObject json, string paths, string id)
    {
        foreach (var (name, part) in Pairs(paths, id)) JsonPathAccess.Write(json, Property(name), IsAddress(name) ? Uri.EscapeDataString(part) : part);
    }

    /// <summary>The parameters of a path, <c>rr_name+rr_type</c>, with the parts of an id.</summary>
    /// <exception cref="ArgumentException">The id has another number of parts.</exception>
    public static IEnumerable<PathArgument> Arguments(string parameters, string id) => Pairs(parameters, id).Select(pair => new PathArgument(pair.Name, pair.Part));

    private static IEnumerable<(string Name, string Part)> Pairs(string names, string id)
    {
        var all = Names(names);
        if (all.Count == 1) return [(all[0], id)];
        var parts = CompositeId.PartsOf(id);
        return parts.Count == all.Count
            ? all.Zip(parts)
            : throw new ArgumentException($"'{id}' is no id of {string.Join(" and ", all)}: make it by CompositeId.Of.", nameof(id));
    }

    private static bool IsAddress(string name) => name.Length > 1 && name[0] == Address;

    private static string Property(string name) => IsAddress(name) ? name[1..] : name;

    /// <summary>The last segment of an address, as a path's parameter takes it.</summary>
    private static string End(string address)
    {
        var path = address.Split('?', '#')[0].TrimEnd('/');
        return Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
    }
}
