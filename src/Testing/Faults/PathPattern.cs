namespace Semel.Testing.Faults;

/// <summary>A path whose segments may be <c>*</c> or <c>{anything}</c>, and query parameters that must be there.</summary>
internal sealed class PathPattern
{
    private readonly string[] _segments;
    private readonly KeyValuePair<string, string>[] _parameters;

    public PathPattern(string pattern)
    {
        string[] parts = pattern.Split('?', 2);
        if (!parts[0].StartsWith('/')) throw new ArgumentException($"The path '{pattern}' must begin with a slash.", nameof(pattern));
        _segments = parts[0].Split('/');
        _parameters = parts.Length == 1 ? [] : [.. parts[1].Split('&').Select(Parameter)];
    }

    public bool Matches(string path, IReadOnlyDictionary<string, string> query)
    {
        string[] segments = path.Split('/');
        return segments.Length == _segments.Length
            && _segments.Zip(segments, Matches).All(static matches => matches)
            && _parameters.All(parameter => query.TryGetValue(parameter.Key, out string? value) && value == parameter.Value);
    }

    private static bool Matches(string pattern, string segment) =>
        pattern == segment || (segment.Length > 0 && (pattern == "*" || (pattern.StartsWith('{') && pattern.EndsWith('}'))));

    private static KeyValuePair<string, string> Parameter(string text)
    {
        string[] parts = text.Split('=', 2);
        return KeyValuePair.Create(Uri.UnescapeDataString(parts[0]), parts.Length == 1 ? "" : Uri.UnescapeDataString(parts[1]));
    }
}
