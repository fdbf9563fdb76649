using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>
/// What was asked for by a name and is shown whole: <c>"nyc3"</c> and <c>{ "slug": "nyc3", … }</c>. Where the shapes differ otherwise, the two
/// can't be compared, and nothing is said about them.
/// </summary>
internal static class Named
{
    public static bool IsOtherShape(JsonNode wanted, JsonNode shown) => Shape(wanted) != Shape(shown)
        || (wanted is JsonArray { Count: > 0 } asked && shown is JsonArray { Count: > 0 } there && Shape(asked[0]) != Shape(there[0]));

    private static int Shape(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => 1,
        JsonValueKind.Array => 2,
        _ => 0,
    };
}
