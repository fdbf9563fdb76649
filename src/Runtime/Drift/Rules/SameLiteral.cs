using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A text and the number or boolean that it writes: <c>"8"</c> and <c>8</c>, <c>"true"</c> and <c>true</c>.</summary>
internal sealed class SameLiteral : ISameValue
{
    public bool Holds(string path, JsonNode one, JsonNode other) =>
        (one.GetValueKind(), other.GetValueKind()) switch
        {
            (JsonValueKind.String, JsonValueKind.Number) => IsNumber(one, other),
            (JsonValueKind.Number, JsonValueKind.String) => IsNumber(other, one),
            (JsonValueKind.String, JsonValueKind.True or JsonValueKind.False) => Text(one) == other.ToJsonString(),
            (JsonValueKind.True or JsonValueKind.False, JsonValueKind.String) => Text(other) == one.ToJsonString(),
            _ => false,
        };

    private static bool IsNumber(JsonNode text, JsonNode number) =>
        Text(text) is { } written && (written == number.ToJsonString()
            || (NumberText.TryGetDouble(written, out var value) && NumberText.TryGetDouble(number.ToJsonString(), out var other) && value.Equals(other)));

    private static string? Text(JsonNode node) => JsonLiteral.TryGetText(node, out var text) ? text : null;
}
