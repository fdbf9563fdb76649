using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

internal sealed class MapCodec<T>(JsonCodec<T> values) : JsonCodec<IReadOnlyDictionary<string, T>>
{
    public override IReadOnlyDictionary<string, T> Read(JsonNode node)
    {
        if (node is not JsonObject json) throw JsonMismatch.Expected("an object", node);
        var map = new Dictionary<string, T>(json.Count, StringComparer.Ordinal);
        foreach (var (name, value) in json) map.Add(name, ReadValue(name, value));
        return map;
    }

    public override JsonNode? Write(IReadOnlyDictionary<string, T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var json = new JsonObject();
        foreach (var (name, item) in value) json.Add(name, values.Write(item));
        return json;
    }

    private T ReadValue(string name, JsonNode? value)
    {
        try
        {
            return values.ReadItem(value);
        }
        catch (JsonException mismatch)
        {
            throw JsonMismatch.InItem($"'{name}'", mismatch);
        }
    }
}
