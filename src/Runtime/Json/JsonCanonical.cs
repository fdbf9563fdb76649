using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>One text per JSON value: properties in ordinal order, no white space, numbers as written, only what must be escaped is.</summary>
internal static class JsonCanonical
{
    public static byte[] GetBytes(JsonNode? node) => Encoding.UTF8.GetBytes(GetText(node));

    public static string GetText(JsonNode? node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    /// <summary>A JSON string with its quotes. A lone surrogate is escaped, so that no two texts are written alike.</summary>
    public static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && Rune.TryGetRuneAt(value, i, out _))
                text.Append(value[i]).Append(value[++i]);
            else AppendCharacter(text, value[i]);
        }

        text.Append('"');
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject json:
                AppendObject(text, json);
                break;
            case JsonArray array:
                AppendArray(text, array);
                break;
            case var value when JsonLiteral.TryGetText(value, out var literal):
                AppendString(text, literal);
                break;
            default:
                AppendOther(text, node);
                break;
        }
    }

    private static void AppendObject(StringBuilder text, JsonObject json)
    {
        text.Append('{');
        var separator = "";
        foreach (var (name, value) in json.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            text.Append(separator);
            AppendString(text, name);
            text.Append(':');
            Append(text, value);
            separator = ",";
        }

        text.Append('}');
    }

    private static void AppendArray(StringBuilder text, JsonArray array)
    {
        text.Append('[');
        for (var i = 0; i < array.Count; i++)
        {
            if (i > 0) text.Append(',');
            Append(text, array[i]);
        }

        text.Append(']');
    }

    /// <summary>Numbers and booleans as they are; an object of another kind that a JSON value wraps is written out first.</summary>
    private static void AppendOther(StringBuilder text, JsonNode node)
    {
        var json = node.ToJsonString();
        if (node.GetValueKind() is JsonValueKind.Object or JsonValueKind.Array) Append(text, JsonNode.Parse(json));
        else text.Append(json);
    }

    private static void AppendCharacter(StringBuilder text, char character)
    {
        var escape = character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\b' => "\\b",
            '\f' => "\\f",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            < ' ' => Hexadecimal(character),
            _ when char.IsSurrogate(character) => Hexadecimal(character),
            _ => null,
        };
        if (escape is null) text.Append(character);
        else text.Append(escape);
    }

    private static string Hexadecimal(char character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
}
