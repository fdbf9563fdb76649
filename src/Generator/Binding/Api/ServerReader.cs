using Semel.Generator.Model;

namespace Semel.Generator.Binding.Api;

/// <summary>Reads the servers of a document; in 2.0 these are <c>schemes</c>, <c>host</c> and <c>basePath</c>.</summary>
internal static class ServerReader
{
    private const int LongestName = 40;

    public static IEnumerable<ServerModel> Read(Located root, References references)
    {
        if (root.Node.Get("swagger") is not null)
        {
            if (Version2(root) is { } url) yield return new("Default", url, [], null);
            yield break;
        }

        var number = 0;
        foreach (var place in root.Elements("servers"))
        {
            number++;
            if (references.Resolve(place) is not { } server || server.Node.Get("url").AsString() is not { } url || !IsUsable(url)) continue;
            var description = Prose.Clean(server.Node.Get("description").AsString());
            yield return new(number == 1 ? "Default" : Name(description) ?? "Server" + number.ToString(System.Globalization.CultureInfo.InvariantCulture), url, Variables(url, server).ToEquatableArray(), description);
        }
    }

    private static string? Version2(Located root)
    {
        var (host, path) = (root.Node.Get("host").AsString(), root.Node.Get("basePath").AsString() ?? "/");
        var schemes = root.Node.Get("schemes").Elements().Select(scheme => scheme.AsString()).ToList();
        var scheme = schemes.Count == 0 || schemes.Contains("https") ? "https" : schemes.Contains("http") ? "http" : null;
        var url = host is null ? path : $"{scheme}://{host}{(path.StartsWith("/", StringComparison.Ordinal) ? "" : "/")}{path}";
        return scheme is not null && IsUsable(url) ? url : null;
    }

    private static IEnumerable<ServerVariableModel> Variables(string url, Located server)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var open = url.IndexOf('{'); open >= 0; open = url.IndexOf('{', open + 1))
        {
            var close = url.IndexOf('}', open);
            if (close < 0) yield break;
            var name = url.Substring(open + 1, close - open - 1);
            if (!seen.Add(name)) continue;
            var variable = server.Node.Get("variables").Get(name);
            var values = variable.Get("enum").Elements().Select(value => value.AsScalar()).OfType<string>().ToEquatableArray();
            yield return new(name, variable.Get("default").AsScalar(), values, Prose.Clean(variable.Get("description").AsString()));
        }
    }

    /// <summary>An address of HTTP without a query, whose braces are closed.</summary>
    private static bool IsUsable(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        var isHttp = scheme < 0 || url.Substring(0, scheme).ToLowerInvariant() is "http" or "https" || url[0] == '{';
        var depth = 0;
        foreach (var c in url)
        {
            if (c is '?' or '#' or '\\' || char.IsControl(c) || char.IsWhiteSpace(c)) return false;
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth is < 0 or > 1) return false;
        }

        return isHttp && depth == 0 && url.IndexOf("{}", StringComparison.Ordinal) < 0;
    }

    private static string? Name(string? description)
    {
        var line = description?.Split('\n')[0].TrimEnd('.', ' ');
        return line is { Length: > 0 and <= LongestName } && line.Any(char.IsLetter) ? Words.Pascal(line) : null;
    }
}
