using System.Text.Json.Nodes;

namespace Semel;

/// <summary>The id of a resource whose path takes several parameters, as one text: <c>www/AAAA</c> of the name and the type of a set of records.</summary>
/// <remarks>Each part is escaped as in a path and a <c>/</c> stands between them, so that no two ids share a text.</remarks>
public static class CompositeId
{
    private const char Between = '+';

    /// <summary>The id of these parts, in the order of the path's parameters.</summary>
    /// <exception cref="ArgumentException">A part is empty, <c>.</c> or <c>..</c>: no path could take it.</exception>
    public static string Of(params IReadOnlyList<string> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return string.Join('/', parts.Select((part, index) => PathTemplate.Escape(new PathArgument($"part {index + 1} of the id", part))));
    }

    /// <summary>The names in <c>name+type</c>; a name with a <c>+</c> at an end stands for itself.</summary>
    internal static IReadOnlyList<string> Names(string names)
    {
        var all = names.Split(Between);
        return Array.TrueForAll(all, name => name.Length > 0) ? all : [names];
    }

    /// <summary>The text at a property path, or of several, <c>name+type</c>, the id of their texts; null where one is missing.</summary>
    internal static string? Read(JsonObject json, string paths)
    {
        var names = Names(paths);
        var texts = new string[names.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!JsonLiteral.TryGetTextOrNumber(JsonPathAccess.Read(json, names[i]), out var text)) return null;
            texts[i] = text;
        }

        return texts.Length == 1 ? texts[0] : TryOf(texts);
    }

    /// <summary>The id of these parts; null where a path couldn't take one of them.</summary>
    internal static string? TryOf(IReadOnlyList<string> parts) => parts.Any(part => part is "" or "." or "..") ? null : Of(parts);

    /// <summary>Writes what <see cref="Read"/> reads.</summary>
    internal static void Write(JsonObject json, string paths, string id)
    {
        foreach (var (path, part) in Pairs(paths, id)) JsonPathAccess.Write(json, path, part);
    }

    /// <summary>The parameters of a path, <c>rr_name+rr_type</c>, with the parts of an id.</summary>
    /// <exception cref="ArgumentException">The id has another number of parts.</exception>
    internal static IEnumerable<PathArgument> Arguments(string parameters, string id) => Pairs(parameters, id).Select(pair => new PathArgument(pair.Name, pair.Part));

    private static IEnumerable<(string Name, string Part)> Pairs(string names, string id)
    {
        var all = Names(names);
        if (all.Count == 1) return [(all[0], id)];
        var parts = id.Split('/');
        return parts.Length == all.Count
            ? all.Zip(parts, (name, part) => (name, Uri.UnescapeDataString(part)))
            : throw new ArgumentException($"'{id}' is no id of {string.Join(" and ", all)}: make it by CompositeId.Of.", nameof(id));
    }
}
