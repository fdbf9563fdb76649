using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Where a reply holds what was asked for: a property path, or <c>servers.*</c>, the only item of that list, or <c>*</c>, of the list that the reply is.</summary>
internal static class Envelope
{
    private const string OnlyItem = ".*";

    /// <summary>Of the list that the reply is.</summary>
    public const string OnlyItemOfAll = "*";

    /// <summary>Null where nothing is there, or a list of another number than one.</summary>
    public static JsonNode? Read(JsonNode? reply, string? path)
    {
        if (path is null) return reply;
        if (path == OnlyItemOfAll) return Only(reply);
        return path.EndsWith(OnlyItem, StringComparison.Ordinal) ? Only(JsonPathAccess.Read(reply, path[..^OnlyItem.Length])) : JsonPathAccess.Read(reply, path);
    }

    private static JsonNode? Only(JsonNode? list) => list is JsonArray { Count: 1 } one ? one[0] : null;
}
