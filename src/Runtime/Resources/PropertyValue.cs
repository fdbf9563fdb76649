using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A property as the text that conditions compare: a text, a number as written, <c>true</c> or <c>false</c>.</summary>
internal static class PropertyValue
{
    /// <summary>Null where the property is absent, null, an object or an array.</summary>
    public static string? Text(JsonObject json, string path)
    {
        var value = JsonPathAccess.Read(json, path);
        if (JsonLiteral.TryGetTextOrNumber(value, out var text)) return text;
        return value?.GetValueKind() switch { JsonValueKind.True => "true", JsonValueKind.False => "false", _ => null };
    }

    public static bool IsOneOf(string? text, IReadOnlyList<string> values) => text is not null && values.Contains(text, StringComparer.OrdinalIgnoreCase);

    public static bool Holds(PropertyCondition condition, JsonObject json) => IsOneOf(Text(json, condition.Property), condition.Values);
}
