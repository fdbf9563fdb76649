using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A marker as two items of a list of texts: the identity, which a list can be filtered by, and the marker with its generation.</summary>
internal static class MarkerTags
{
    public static JsonArray With(JsonNode? current, MarkerField field, Marker marker)
    {
        var tags = current switch
        {
            null => [],
            JsonArray array => (JsonArray)array.DeepClone(),
            _ => throw new ArgumentException($"'{field.Property}' must be a list of texts to carry the marker."),
        };
        foreach (var tag in Of(marker).Where(tag => !tags.Any(other => JsonLiteral.TryGetText(other, out var text) && text == tag))) tags.Add((JsonNode)tag);
        return tags;
    }

    public static IReadOnlyList<Marker> Read(JsonNode? value) => value is JsonArray tags
        ? [.. tags.SelectMany(tag => JsonLiteral.TryGetText(tag, out var text) ? Marker.FindAll(text) : [])]
        : [];

    /// <summary>A copy without the tags of any marker.</summary>
    public static JsonArray Without(JsonArray tags)
    {
        var marks = Read(tags).SelectMany(Of).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. tags.Where(tag => !(JsonLiteral.TryGetText(tag, out var text) && marks.Contains(text))).Select(tag => tag?.DeepClone())];
    }

    /// <summary>The tags of a marker: of its identity, then of its generation.</summary>
    public static IReadOnlyList<string> Of(Marker marker) => [marker.IdentityText, marker.ToString()];
}
