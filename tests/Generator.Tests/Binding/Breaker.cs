using System.Text.Json.Nodes;

namespace Semel.Generator.Tests.Binding;

/// <summary>Deletes and replaces subtrees of a document; the same seed breaks it in the same way.</summary>
internal sealed class Breaker(int seed)
{
    private static readonly string[] Odd =
    [
        "null", "true", "7", "\"\"", "\"text\"", "[]", "{}", "[1,null,{}]", """{"$ref":"#/components/schemas/thing"}""", """{"$ref":"#/nowhere"}""",
        """{"$ref":"#"}""", """{"$ref":7}""", """{"type":["null"]}""", """{"oneOf":[]}""", """{"allOf":[{"$ref":"#/components/schemas/thing"}]}""",
        """{"properties":[]}""", """{"enum":[null]}""", """{"enum":{}}""", """{"items":[]}""", """{"type":"array","items":{"$ref":"#/paths"}}""",
    ];

    private readonly Random _random = new(seed);

    public string Break(string json)
    {
        var root = JsonNode.Parse(json)!;
        for (var count = _random.Next(1, 4); count > 0; count--) BreakOne(root);
        return root.ToJsonString();
    }

    private void BreakOne(JsonNode root)
    {
        var places = new List<JsonNode>();
        Collect(root, places);
        var place = places[_random.Next(places.Count)];
        var odd = _random.Next(3) == 0 ? null : JsonNode.Parse(Odd[_random.Next(Odd.Length)]);
        var isDelete = _random.Next(3) == 0;
        if (place is JsonObject { Count: > 0 } map)
        {
            var key = map.Select(entry => entry.Key).ElementAt(_random.Next(map.Count));
            if (isDelete) map.Remove(key);
            else map[key] = odd;
        }
        else if (place is JsonArray { Count: > 0 } list)
        {
            list[_random.Next(list.Count)] = odd;
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> places)
    {
        if (node is JsonObject map)
        {
            places.Add(map);
            foreach (var (_, value) in map) Collect(value, places);
        }
        else if (node is JsonArray list)
        {
            places.Add(list);
            foreach (var value in list) Collect(value, places);
        }
    }
}
