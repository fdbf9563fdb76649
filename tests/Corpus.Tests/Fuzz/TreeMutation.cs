using System.Text.Json.Nodes;

namespace Semel.Corpus.Tests.Fuzz;

/// <summary>Seeded damage to a document's tree: subtrees deleted, copied, moved, exchanged, wrapped; keys renamed; types and references changed.</summary>
internal sealed class TreeMutation(Random random)
{
    private const int MostCharacters = 400_000;

    private static readonly string[] Types = ["object", "array", "string", "integer", "number", "boolean", "null", "float", "file", ""];

    private static readonly string[] Odd =
    [
        "null", "true", "7", "-0", "1e400", "123456789012345678901234567890", "\"\"", "\" \"", "\"text\"", "[]", "{}", "[1,null,{}]", "[[[]]]",
        """{"$ref":"#"}""", """{"$ref":"#/paths"}""", """{"$ref":"#/nowhere"}""", """{"$ref":"other.json#/a"}""", """{"$ref":7}""", """{"$ref":""}""", """{"$ref":"#/%zz~2"}""",
        """{"type":["string","null"]}""", """{"type":["object","array"]}""", """{"type":[]}""", """{"oneOf":[]}""", """{"allOf":[{}]}""", """{"anyOf":[null,true]}""",
        """{"enum":[]}""", """{"enum":[null]}""", """{"enum":["","a","A","a-b","a_b","a b",1,1.0,true,null,{},[]]}""", """{"const":"x"}""", """{"not":{}}""",
        """{"type":"array"}""", """{"type":"array","items":[{"type":"string"},{"type":"integer"}]}""", """{"properties":[]}""", """{"type":"object","additionalProperties":true,"properties":{"a":{},"A":{},"a-":{}}}""",
        """{"required":{"a":1}}""", """{"type":"object","required":["nowhere"]}""", """{"content":{"text/plain":{}}}""", """{"in":"cookie","name":"c","required":true}""",
    ];

    private static readonly string[] Keys =
    [
        "", " ", "class", "Class", "get", "Get", "id", "Id", "ID", "i_d", "+1", "-1", "16x16", "page[limit]", "StartTime<", "a.b", "a/b", "~", "$ref", "object", "String", "Task", "ToString", "Equals", "Json", "Value",
        "größe", "名前", "\u202e", "\ud83d\ude00", "{id}", "/{", "/}", "/{}", "/{a}{b}", "/things/{id}?x=1#y", "post", "put", "delete", "parameters", "default", "200", "4XX", "type", "properties", "items", "allOf", "oneOf",
        "request", "instance", "options", "cancellationToken", "item", "http", "semel", "field", "var", "await", "record", "file", "required", "scoped", "_", "__", "@",
    ];

    private readonly List<(JsonNode Parent, string? Key, int Index)> _places = [];
    private readonly List<string> _pointers = [];

    /// <summary>Changes the tree some times.</summary>
    public void Apply(JsonObject root)
    {
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            _places.Clear();
            _pointers.Clear();
            Collect(root, "#");
            if (_places.Count == 0) return;
            Once(root);
            if (root.ToJsonString().Length > MostCharacters) return;
        }
    }

    private void Once(JsonObject root)
    {
        var place = Any(_places);
        switch (random.Next(14))
        {
            case 0: Delete(place); break;
            case 1: Put(place, Get(Any(_places))?.DeepClone()); break;
            case 2: Move(place, Any(_places)); break;
            case 3: Swap(place, Any(_places)); break;
            case 4: Put(place, JsonNode.Parse(Any(Odd))); break;
            case 5: Rename(place, Any(Keys)); break;
            case 6: Double(place); break;
            case 7: Redirect(Pointer()); break;
            case 8: Put(place, new JsonObject { ["$ref"] = Pointer() }); break;
            case 9: Retype(); break;
            case 10: Wrap(place); break;
            case 11: Put(place, new JsonObject { ["$ref"] = Ancestor(place) }); break;
            case 12: Redirect(null); break;
            default: Version(root); break;
        }
    }

    private void Collect(JsonNode? node, string pointer)
    {
        if (node is JsonObject map)
        {
            foreach (var (key, value) in map)
            {
                var place = pointer + "/" + key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
                _places.Add((map, key, 0));
                _pointers.Add(place);
                Collect(value, place);
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                _places.Add((list, null, i));
                _pointers.Add($"{pointer}/{i}");
                Collect(list[i], $"{pointer}/{i}");
            }
        }
    }

    private static JsonNode? Get((JsonNode Parent, string? Key, int Index) place) =>
        place.Key is null ? place.Parent.AsArray().ElementAtOrDefault(place.Index) : place.Parent.AsObject()[place.Key];

    private static void Put((JsonNode Parent, string? Key, int Index) place, JsonNode? value)
    {
        if (place.Key is null) place.Parent.AsArray()[place.Index] = value;
        else place.Parent.AsObject()[place.Key] = value;
    }

    private static void Delete((JsonNode Parent, string? Key, int Index) place)
    {
        if (place.Key is null) place.Parent.AsArray().RemoveAt(place.Index);
        else place.Parent.AsObject().Remove(place.Key);
    }

    private static void Move((JsonNode Parent, string? Key, int Index) from, (JsonNode Parent, string? Key, int Index) to)
    {
        Put(to, Get(from)?.DeepClone());
        if (Get(from) is { Parent: not null }) Delete(from);
    }

    private static void Swap((JsonNode Parent, string? Key, int Index) one, (JsonNode Parent, string? Key, int Index) other)
    {
        var (first, second) = (Get(one)?.DeepClone(), Get(other)?.DeepClone());
        Put(one, second);
        Put(other, first);
    }

    private static void Rename((JsonNode Parent, string? Key, int Index) place, string key)
    {
        if (place.Key is null) return;
        var value = Get(place)?.DeepClone();
        Delete(place);
        place.Parent.AsObject()[key] = value;
    }

    /// <summary>Another entry whose name differs by case or punctuation, or another item.</summary>
    private void Double((JsonNode Parent, string? Key, int Index) place)
    {
        var copy = Get(place)?.DeepClone();
        if (place.Key is not { } key) place.Parent.AsArray().Add(copy);
        else place.Parent.AsObject()[random.Next(4) switch { 0 => key.ToUpperInvariant(), 1 => key + "_", 2 => key.Replace('_', '-'), _ => key + "2" }] = copy;
    }

    /// <summary>Lets a reference lead elsewhere; to itself where no pointer is given.</summary>
    private void Redirect(string? pointer)
    {
        var references = _places.Select((place, index) => (place, index)).Where(one => one.place.Key == "$ref").ToList();
        if (references.Count == 0) return;
        var (place, at) = Any(references);
        Put(place, pointer ?? _pointers[at][..^5]);
    }

    private string Pointer() => random.Next(8) switch { 0 => "#", 1 => "#/components/schemas", 2 => Any(_pointers) + "/nowhere", _ => Any(_pointers) };

    private string Ancestor((JsonNode Parent, string? Key, int Index) place)
    {
        var pointer = _pointers[_places.IndexOf(place)];
        var steps = pointer.Split('/');
        return string.Join('/', steps.Take(random.Next(1, steps.Length + 1)));
    }

    private void Retype()
    {
        var types = _places.Where(place => place.Key == "type").ToList();
        if (types.Count == 0) return;
        var place = Any(types);
        Put(place, random.Next(4) == 0 ? new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => JsonValue.Create(Any(Types)))]) : JsonValue.Create(Any(Types)));
    }

    private void Wrap((JsonNode Parent, string? Key, int Index) place)
    {
        var inner = Get(place)?.DeepClone();
        Put(place, random.Next(7) switch
        {
            0 => new JsonObject { ["allOf"] = new JsonArray(inner, new JsonObject { ["$ref"] = Pointer() }) },
            1 => new JsonObject { ["oneOf"] = new JsonArray(inner, new JsonObject { ["$ref"] = Pointer() }), ["nullable"] = true },
            2 => new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["$ref"] = Ancestor(place) }, inner) },
            3 => new JsonObject { ["type"] = "array", ["items"] = inner },
            4 => new JsonObject { ["type"] = "object", ["additionalProperties"] = inner, ["properties"] = new JsonObject { ["self"] = new JsonObject { ["$ref"] = Ancestor(place) } } },
            5 => new JsonArray(inner, inner?.DeepClone()),
            _ => new JsonObject { ["not"] = inner },
        });
    }

    private void Version(JsonObject root)
    {
        root.Remove("openapi");
        root.Remove("swagger");
        if (random.Next(3) == 0) root["swagger"] = "2.0";
        else root["openapi"] = Any(["3.0.0", "3.1.0", "3.2.0", "3.1"]);
    }

    private T Any<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
