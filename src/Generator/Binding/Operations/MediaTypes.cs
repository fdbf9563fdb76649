using Semel.Generator.Binding.Dialects;
using Semel.Generator.Documents;
using Semel.Generator.Model;

namespace Semel.Generator.Binding.Operations;

/// <summary>What media types are, and which of several is sent or read: JSON, or else the first.</summary>
internal static class MediaTypes
{
    private static readonly string[] Texts =
    [
        "application/xml", "application/yaml", "application/x-yaml", "application/javascript", "application/graphql", "application/jwt",
        "application/toml", "application/sql", "application/x-www-form-urlencoded",
    ];

    /// <summary>What the <c>content</c> of a body holds. The map, and each media type, may be a reference.</summary>
    public static SpecContent Content(Located holder, References references)
    {
        if (references.Get(holder, "content") is not { } content) return new(null, null, []);
        var names = content.Node.Members();
        var all = names.Select(entry => (Type: entry.Key, Place: references.Resolve(content.Under(entry.Key, entry.Value)))).Where(entry => entry.Place is not null).ToList();
        var json = all.Where(entry => IsJson(entry.Type) && !IsBinary(entry.Place!.Get("schema"), references)).OrderBy(entry => Rank(entry.Type)).FirstOrDefault();
        var (type, place) = json.Place is null ? all.FirstOrDefault() : json;
        return new(json.Place, json.Place?.Get("schema"), [.. all.Where(entry => json.Place is null || !IsJson(entry.Type)).Select(entry => entry.Type)])
        {
            Media = place is null ? null : new SpecMedia(type, json.Place is null ? Kind(type) : ContentKind.Json, place.Get("schema") is { } schema ? new(schema) : null) { Encodings = Encodings(place) },
        };
    }

    /// <summary>How a body that is no JSON is written.</summary>
    public static ContentKind Kind(string mediaType)
    {
        var name = Name(mediaType);
        if (name == "application/x-www-form-urlencoded") return ContentKind.Form;
        if (name == "multipart/form-data") return ContentKind.Multipart;
        return (name.StartsWith("text/", StringComparison.Ordinal) && name is not ("text/event-stream" or "text/*")) || name.EndsWith("+xml", StringComparison.Ordinal) || name.EndsWith("+yaml", StringComparison.Ordinal) || Texts.Contains(name)
            ? ContentKind.Text
            : ContentKind.Stream;
    }

    /// <summary>Whether JSON is among the media types. Where none is named, it is.</summary>
    public static bool HasJson(IReadOnlyList<string> names) => names.Count == 0 || names.Any(IsJson);

    /// <summary>Bytes, whatever the media type is said to be.</summary>
    public static bool IsBinary(Located? schema, References references)
    {
        var node = schema is null ? null : references.Resolve(schema)?.Node;
        if (node.Get("type").AsString() is not ("string" or "file" or null)) return false;
        return node.Get("type").AsString() == "file" || node.Get("format").AsString() == "binary" || node.Get("contentEncoding").AsString() == "binary" || (node.Get("contentMediaType") is not null && node.Get("contentEncoding") is null);
    }

    /// <summary>What is sent, or asked for, where it isn't just JSON.</summary>
    public static string? Said(string mediaType) => Name(mediaType) is "application/json" or "*/*" or "application/*" ? null : mediaType.Trim();

    /// <summary>A media type that a header can carry: no range, and well formed.</summary>
    public static string Sendable(string mediaType)
    {
        var name = Name(mediaType);
        var slash = name.IndexOf('/');
        var isOne = slash > 0 && slash < name.Length - 1 && name.All(c => c is > ' ' and < (char)127 && "*(),:;<=>?@[\\]{}\"".IndexOf(c) < 0) && name.IndexOf('/', slash + 1) < 0;
        return isOne ? name : "application/octet-stream";
    }

    private static IReadOnlyList<SpecEncoding> Encodings(Located media) =>
    [
        .. media.Node.Get("encoding").Members().Select(entry => new SpecEncoding(
            entry.Key,
            entry.Value.Get("style") is null && entry.Value.Get("explode") is null ? null : StyleKeywords.Writing(entry.Value, ParameterPlace.Query),
            entry.Value.Get("contentType").AsString())),
    ];

    public static bool IsJson(string mediaType)
    {
        var name = Name(mediaType);
        return name is "application/json" or "text/json" or "*/*" or "application/*" || name.EndsWith("+json", StringComparison.Ordinal);
    }

    private static int Rank(string mediaType) => Name(mediaType) switch { "application/json" => 0, "*/*" or "application/*" => 2, _ => 1 };

    /// <summary>Without parameters.</summary>
    private static string Name(string mediaType) => (mediaType.IndexOf(';') is >= 0 and var end ? mediaType.Substring(0, end) : mediaType).Trim().ToLowerInvariant();
}
