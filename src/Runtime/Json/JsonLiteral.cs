using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>The text of a JSON string or number, whatever CLR value backs its node.</summary>
internal static class JsonLiteral
{
    public static bool TryGetText(JsonNode? node, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (node is not JsonValue value) return false;
        try
        {
            if (value.TryGetValue(out text) && text is not null) return true;
            if (value.GetValueKind() != JsonValueKind.String) return false;
            using var document = JsonDocument.Parse(value.ToJsonString());
            text = document.RootElement.GetString()!;
            return true;
        }
        catch (InvalidOperationException malformed)
        {
            throw new JsonException("a text was expected, but its escapes are no Unicode.", malformed);
        }
    }

    /// <summary>A number as written.</summary>
    public static bool TryGetNumber(JsonNode? node, [NotNullWhen(true)] out string? number)
    {
        number = node is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.ToJsonString() : null;
        return number is not null;
    }

    public static bool TryGetTextOrNumber(JsonNode? node, [NotNullWhen(true)] out string? text) =>
        TryGetText(node, out text) || TryGetNumber(node, out text);
}
