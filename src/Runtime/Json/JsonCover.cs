using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Whether a resource shows what was asked for; what it doesn't show, such as a write-only property, says nothing.</summary>
internal static class JsonCover
{
    public static bool Covers(JsonNode? shown, JsonNode? wanted) => (shown, wanted) switch
    {
        (JsonObject there, JsonObject asked) => asked.All(property => !there.TryGetPropertyValue(property.Key, out var value) || Covers(value, property.Value)),
        (JsonArray there, JsonArray asked) => there.Count == asked.Count && there.Zip(asked).All(pair => Covers(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(shown, wanted),
    };
}
