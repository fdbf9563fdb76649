using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>An object's properties as the fields of a form. Null properties are left out.</summary>
internal static class FormBody
{
    /// <summary><c>application/x-www-form-urlencoded</c>. A list repeats its field; an object is JSON text, unless a style is said.</summary>
    public static string Encode(JsonNode? fields, IReadOnlyDictionary<string, (ParameterStyle Style, bool Explode)> styles) =>
        string.Join('&', Properties(fields).SelectMany(property => Pairs(property.Key, property.Value, styles)).Select(pair => $"{pair.Key}={pair.Value}"));

    /// <summary><c>multipart/form-data</c>: a part for each scalar, item and file; what is an object is JSON.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="files">The files.</param>
    /// <param name="boundary">What stands between parts; null: a new one.</param>
    public static MultipartFormDataContent Multipart(JsonNode? fields, IReadOnlyList<(string Name, UploadFile File)> files, string? boundary = null)
    {
        var form = boundary is null ? new MultipartFormDataContent() : new MultipartFormDataContent(boundary);
        form.HeaderEncodingSelector = static (_, _) => Encoding.UTF8;
        // some servers don't know that a boundary may be quoted
        foreach (var parameter in form.Headers.ContentType!.Parameters) parameter.Value = parameter.Value?.Trim('"');
        foreach (var (name, value) in Properties(fields))
        {
            foreach (var item in value is JsonArray array ? array.OfType<JsonNode>() : [value]) Add(form, Part(item), $"name=\"{Quote(name)}\"");
        }

        foreach (var (name, file) in files)
        {
            var content = new StreamContent(new KeptOpenStream(file.Content));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType ?? "application/octet-stream");
            Add(form, content, $"name=\"{Quote(name)}\"; filename=\"{Quote(file.FileName)}\"");
        }

        return form;
    }

    private static void Add(MultipartFormDataContent form, HttpContent part, string disposition)
    {
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; " + disposition);
        form.Add(part);
    }

    private static StringContent Part(JsonNode value) =>
        value is JsonValue ? new(StyledText.Text(value)) : new(value.ToJsonString(), Encoding.UTF8, "application/json");

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string name, JsonNode value, IReadOnlyDictionary<string, (ParameterStyle Style, bool Explode)> styles)
    {
        var (style, explode) = styles.TryGetValue(name, out var said) ? said : (value is JsonObject ? ParameterStyle.Json : ParameterStyle.Form, true);
        return StyledText.Pairs(name, value, style, explode, allowReserved: false);
    }

    private static IEnumerable<(string Key, JsonNode Value)> Properties(JsonNode? fields) => fields switch
    {
        null => [],
        JsonObject json => json.Where(property => property.Value is not null).Select(property => (property.Key, property.Value!)),
        _ => throw new ArgumentException("The fields of a form are an object."),
    };

    /// <summary>As browsers do: what would end the text, or the header, is escaped.</summary>
    private static string Quote(string text) => string.Concat(text.Select(character => character switch
    {
        '"' => "%22",
        '\r' => "%0D",
        '\n' => "%0A",
        < ' ' => "_",
        _ => character.ToString(),
    }));
}
