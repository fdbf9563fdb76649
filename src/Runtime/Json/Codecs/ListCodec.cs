using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

internal sealed class ListCodec<T>(JsonCodec<T> items) : JsonCodec<IReadOnlyList<T>>
{
    public override IReadOnlyList<T> Read(JsonNode node)
    {
        if (node is not JsonArray array) throw JsonMismatch.Expected("an array", node);
        var list = new T[array.Count];
        for (var i = 0; i < list.Length; i++) list[i] = ReadItem(array[i], i);
        return list;
    }

    public override JsonNode? Write(IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var array = new JsonArray();
        foreach (var item in value) array.Add(items.Write(item));
        return array;
    }

    private T ReadItem(JsonNode? item, int index)
    {
        try
        {
            return items.ReadItem(item);
        }
        catch (JsonException mismatch)
        {
            throw JsonMismatch.InItem(string.Create(CultureInfo.InvariantCulture, $"item {index}"), mismatch);
        }
    }
}
