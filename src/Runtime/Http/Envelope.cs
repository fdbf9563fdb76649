using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Where a reply holds what was asked for: a property path, or <c>servers.*</c>, the only item of that list.</summary>
internal static class Envelope
{
    private const string OnlyItem = ".*";

    /// <summary>Null where nothing is there, or a list of another number than one.</summary>
    public static JsonNode? Read(JsonNode? reply, string? path)
    {
        if (path is null) return reply;
        if (!path.EndsWith(OnlyItem, StringComparison.Ordinal)) return JsonPathAccess.Read(reply, path);
        return JsonPathAccess.Read(reply, path[..^OnlyItem.Length]) is JsonArray { Count: 1 } list ? list[0] : null;
    }
}
