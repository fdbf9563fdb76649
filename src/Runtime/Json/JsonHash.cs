using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A hash that agrees with <see cref="JsonNode.DeepEquals"/>: blind to the order of properties and to how a number is written.</summary>
internal static class JsonHash
{
    public static int Of(JsonObject json)
    {
        var hash = json.Count;
        foreach (var (name, value) in json) hash ^= HashCode.Combine(name, OfScalar(value));
        return hash;
    }

    private static int OfScalar(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String when JsonLiteral.TryGetText(node, out var text) => text.GetHashCode(StringComparison.Ordinal),
        JsonValueKind.Number => double.Parse(node.ToJsonString(), CultureInfo.InvariantCulture).GetHashCode(),
        var kind => (int)(kind ?? JsonValueKind.Null),
    };
}
