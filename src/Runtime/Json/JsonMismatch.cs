using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>The errors of views and codecs. They name properties and types, never values: a value may be a secret.</summary>
internal static class JsonMismatch
{
    public static JsonException Missing(View view, string name) =>
        new($"{view.GetType().Name}.{name} is required, but the JSON {(view.Json.ContainsKey(name) ? "holds null" : "has no such property")}.");

    public static JsonException In(View view, string name, JsonException inner) =>
        new($"{view.GetType().Name}.{name}: {inner.Message}", inner);

    public static JsonException InItem(string item, JsonException inner) => new($"{item}: {inner.Message}", inner);

    public static JsonException Expected(string expected, JsonNode? node) =>
        new($"{expected} was expected, but the value is {Describe(node)}.");

    private static string Describe(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };
}
