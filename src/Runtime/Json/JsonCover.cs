using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Whether a resource shows what was asked for; what it doesn't show, such as a write-only property, says nothing.</summary>
internal static class JsonCover
{
    /// <summary>Something of what was asked for is shown, and all of that as it was asked for.</summary>
    public static bool Proves(JsonObject shown, JsonObject wanted) => Covers(shown, wanted) && Shares(shown, wanted);

    private static bool Covers(JsonNode? shown, JsonNode? wanted) => (shown, wanted) switch
    {
        (JsonObject there, JsonObject asked) => asked.All(property => !there.TryGetPropertyValue(property.Key, out var value) || Covers(value, property.Value)),
        (JsonArray there, JsonArray asked) => there.Count == asked.Count && there.Zip(asked).All(pair => Covers(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(shown, wanted),
    };

    private static bool Shares(JsonObject shown, JsonObject wanted) => wanted.Any(property =>
        shown.TryGetPropertyValue(property.Key, out var there) && (property.Value is not JsonObject asked || (there is JsonObject inner && Shares(inner, asked))));
}
