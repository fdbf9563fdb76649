using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Values as the styles of OpenAPI write them (RFC 6570 where that has them). Null items and properties are left out.</summary>
internal static class StyledText
{
    /// <summary>The escaped text of a path parameter.</summary>
    public static string Path(string name, JsonNode value, ParameterStyle style, bool explode)
    {
        if (style == ParameterStyle.Json) return Uri.EscapeDataString(value.ToJsonString());
        var (label, matrix) = (style == ParameterStyle.Label, style == ParameterStyle.Matrix);
        var between = explode && matrix ? ";" : explode && label ? "." : Delimiter(style, ",");
        var texts = Values(value, explode, Uri.EscapeDataString);
        var isNamed = value is JsonObject && explode;
        if (label) return "." + string.Join(between, texts);
        if (!matrix) return string.Join(between, texts);
        var escaped = Uri.EscapeDataString(name);
        if (isNamed) return string.Concat(texts.Select(text => ";" + text));
        if (explode && value is JsonArray) return string.Concat(texts.Select(text => $";{escaped}={text}"));
        var joined = string.Join(between, texts);
        return joined.Length == 0 ? ";" + escaped : $";{escaped}={joined}";
    }

    /// <summary>The text of a header, which is not escaped.</summary>
    public static string Header(JsonNode value, ParameterStyle style, bool explode) => style == ParameterStyle.Json
        ? value.ToJsonString()
        : string.Join(style == ParameterStyle.PipeDelimited ? "|" : style == ParameterStyle.SpaceDelimited ? " " : style == ParameterStyle.TabDelimited ? "\t" : ",", Values(value, explode, static text => text));

    /// <summary>Names and values, both escaped, of a query, a cookie or a form; none for an empty list or object.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(string name, JsonNode value, ParameterStyle style, bool explode, bool allowReserved)
    {
        Func<string, string> escape = allowReserved ? EscapeReserved : Uri.EscapeDataString;
        if (style == ParameterStyle.Json) return [new(Uri.EscapeDataString(name), escape(value.ToJsonString()))];
        if (style == ParameterStyle.DeepObject) return Deep(name, value, escape);
        if (value is JsonArray or JsonObject && !Values(value, explode, escape).Any()) return [];
        return (value, explode) switch
        {
            (JsonObject json, true) => from property in json where property.Value is not null select new KeyValuePair<string, string>(Uri.EscapeDataString(property.Key), escape(Text(property.Value))),
            (JsonArray, true) => from text in Values(value, explode, escape) select new KeyValuePair<string, string>(Uri.EscapeDataString(name), text),
            _ => [new(Uri.EscapeDataString(name), string.Join(Delimiter(style, ","), Values(value, explode, escape)))],
        };
    }

    /// <summary>A scalar as text, whatever else as JSON.</summary>
    public static string Text(JsonNode value) => JsonLiteral.TryGetText(value, out var text) ? text : value.ToJsonString();

    private static string Delimiter(ParameterStyle style, string usual) => style switch
    {
        ParameterStyle.SpaceDelimited => "%20",
        ParameterStyle.PipeDelimited => "%7C",
        ParameterStyle.TabDelimited => "%09",
        _ => usual,
    };

    /// <summary>Items; properties as name and value, with an equals sign between them where they are exploded; or the value itself.</summary>
    private static IEnumerable<string> Values(JsonNode value, bool explode, Func<string, string> escape) => value switch
    {
        JsonArray array => array.OfType<JsonNode>().Select(item => escape(Text(item))),
        JsonObject json when explode => json.Where(property => property.Value is not null).Select(property => $"{escape(property.Key)}={escape(Text(property.Value!))}"),
        JsonObject json => json.Where(property => property.Value is not null).SelectMany(property => new[] { escape(property.Key), escape(Text(property.Value!)) }),
        _ => [escape(Text(value))],
    };

    /// <summary>A list of scalars repeats its name with empty brackets; what holds objects is numbered.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Deep(string name, JsonNode value, Func<string, string> escape) => value switch
    {
        JsonObject json => json.Where(property => property.Value is not null).SelectMany(property => Deep($"{name}[{property.Key}]", property.Value!, escape)),
        JsonArray array => array.OfType<JsonNode>().SelectMany((item, index) => Deep(item is JsonValue ? name + "[]" : $"{name}[{index}]", item, escape)),
        _ => [new(Uri.EscapeDataString(name), escape(Text(value)))],
    };

    /// <summary>Reserved characters stay, but for those that would end the value or change its meaning.</summary>
    private static string EscapeReserved(string text)
    {
        const string kept = ":/?@!$'()*,;=";
        return string.Concat(Uri.EscapeDataString(text).Split('%').Select((part, index) => index == 0 ? part : Unescape(part)));

        static string Unescape(string part) =>
            (char)Convert.ToInt32(part[..2], 16) is var character && kept.Contains(character, StringComparison.Ordinal) ? character + part[2..] : "%" + part;
    }
}
