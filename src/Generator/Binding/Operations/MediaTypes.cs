namespace Semel.Generator.Binding.Operations;

/// <summary>Which media types are JSON.</summary>
internal static class MediaTypes
{
    /// <summary>The JSON of a <c>content</c>, and the names of the media types that are none.</summary>
    public static Located? Json(Located holder, out IReadOnlyList<string> others)
    {
        others = [];
        if (holder.Get("content") is not { } content) return null;
        others = [.. content.Node.Members().Select(entry => entry.Key).Where(name => !IsJson(name))];
        var json = content.Node.Members().Where(entry => IsJson(entry.Key)).OrderBy(entry => Rank(entry.Key)).FirstOrDefault();
        return json is null ? null : content.Under(json.Key, json.Value);
    }

    private static bool IsJson(string mediaType)
    {
        var name = Name(mediaType);
        return name is "application/json" or "text/json" or "*/*" or "application/*" || name.EndsWith("+json", StringComparison.Ordinal);
    }

    private static int Rank(string mediaType) => Name(mediaType) switch { "application/json" => 0, "*/*" or "application/*" => 2, _ => 1 };

    private static string Name(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}
