using System.Globalization;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A marker as two entries of a map of texts, such as labels or metadata: <c>semel</c> is the identity, <c>semel-generation</c> the generation.</summary>
/// <remarks>Keys and values are lower-case letters, digits and dashes, and shorter than 63 characters: they fit the labels of all clouds we know.</remarks>
internal static class MarkerMap
{
    public const string IdentityKey = "semel";
    public const string GenerationKey = "semel-generation";

    public static JsonObject With(JsonNode? current, MarkerField field, Marker marker)
    {
        var map = current switch
        {
            null => [],
            JsonObject json => (JsonObject)json.DeepClone(),
            _ => throw new ArgumentException($"'{field.Property}' must be a map of texts to carry the marker."),
        };
        if (map.TryGetPropertyValue(IdentityKey, out var taken) && !(JsonLiteral.TryGetText(taken, out var identity) && identity == marker.Identity))
            throw new ArgumentException($"'{field.Property}' has an entry '{IdentityKey}' already, and the marker needs it: rename that, or declare Marker = \"\".");
        map[IdentityKey] = marker.Identity;
        map[GenerationKey] = marker.Generation.ToString(CultureInfo.InvariantCulture);
        return map;
    }

    /// <summary>A copy without the marker's entries.</summary>
    public static JsonObject Without(JsonObject map)
    {
        var copy = (JsonObject)map.DeepClone();
        copy.Remove(IdentityKey);
        copy.Remove(GenerationKey);
        return copy;
    }

    public static IReadOnlyList<Marker> Read(JsonNode? value) =>
        value is JsonObject map
            && JsonLiteral.TryGetText(map[IdentityKey], out var identity)
            && JsonLiteral.TryGetTextOrNumber(map[GenerationKey], out var generation)
            && Marker.Of(identity, generation) is { } marker ? [marker] : [];
}
