using Semel.Generator.Binding.Dialects;

namespace Semel.Generator.Binding.Operations;

/// <summary>Which media types are JSON.</summary>
internal static class MediaTypes
{
    /// <summary>What the <c>content</c> of a body holds.</summary>
    public static SpecContent Content(Located holder)
    {
        if (holder.Get("content") is not { } content) return new(null, null, []);
        var names = content.Node.Members();
        var json = names.Where(entry => IsJson(entry.Key)).OrderBy(entry => Rank(entry.Key)).FirstOrDefault();
        var media = json is null ? null : content.Under(json.Key, json.Value);
        return new(media, media?.Get("schema"), [.. names.Select(entry => entry.Key).Where(name => !IsJson(name))]);
    }

    /// <summary>Whether JSON is among the media types. Where none is named, it is.</summary>
    public static bool HasJson(IReadOnlyList<string> names) => names.Count == 0 || names.Any(IsJson);

    private static bool IsJson(string mediaType)
    {
        var name = Name(mediaType);
        return name is "application/json" or "text/json" or "*/*" or "application/*" || name.EndsWith("+json", StringComparison.Ordinal);
    }

    private static int Rank(string mediaType) => Name(mediaType) switch { "application/json" => 0, "*/*" or "application/*" => 2, _ => 1 };

    private static string Name(string mediaType) => mediaType.Split(';')[0].Trim().ToLowerInvariant();
}
