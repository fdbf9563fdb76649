using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Whether a resource shows what was asked for; what it doesn't show, such as a write-only property, says nothing.</summary>
internal static class JsonCover
{
    /// <summary>Something of what was asked for is shown, and all of that as it was asked for.</summary>
    /// <param name="shown">The resource.</param>
    /// <param name="wanted">What was asked for.</param>
    /// <param name="common">Property paths that any resource there shows alike: its name and its id.</param>
    public static bool Proves(JsonObject shown, JsonObject wanted, IEnumerable<string> common) => Covers(shown, wanted) && Shares(shown, wanted, "", [.. common]);

    private static bool Covers(JsonNode? shown, JsonNode? wanted) => (shown, wanted) switch
    {
        (JsonObject there, JsonObject asked) => asked.All(property => !there.TryGetPropertyValue(property.Key, out var value) || Covers(value, property.Value)),
        (JsonArray there, JsonArray asked) => there.Count == asked.Count && there.Zip(asked).All(pair => Covers(pair.First, pair.Second)),
        _ => JsonNode.DeepEquals(shown, wanted),
    };

    private static bool Shares(JsonObject shown, JsonObject wanted, string path, HashSet<string> common) => wanted.Any(property =>
        shown.TryGetPropertyValue(property.Key, out var there) && !common.Contains(path + property.Key) && property.Value switch
        {
            JsonObject asked => there is JsonObject inner && Shares(inner, asked, path + property.Key + ".", common),
            JsonArray asked => asked.Count > 0,
            _ => true,
        });
}
