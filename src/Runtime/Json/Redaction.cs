using System.Text.Json.Nodes;

namespace Semel;

internal static class Redaction
{
    /// <summary>A deep copy without the properties at the given paths.</summary>
    public static JsonObject Copy(JsonObject json, IReadOnlyList<string> secrets)
    {
        var copy = (JsonObject)json.DeepClone();
        foreach (var path in secrets) JsonPathAccess.Remove(copy, path);
        return copy;
    }
}
