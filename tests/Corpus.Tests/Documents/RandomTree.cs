using System.Globalization;
using System.Text.Json.Nodes;

namespace Semel.Corpus.Tests.Documents;

/// <summary>Seeded random JSON trees whose keys and strings are made of what readers trip over.</summary>
internal sealed class RandomTree(Random random)
{
    private const int MaximumDepth = 6;

    private static readonly string[] Pieces =
    [
        "a", "name", "x-y", "/v2/{id}", "$ref", "#/a", " ", "  ", ": ", ":", " #", "#", "- ", "-", "? ", "?", "\n", "\n\n", "\n  ", "\t", "\"", "'", "''", "\\", "\\n",
        "{", "}", "[", "]", ",", "&a", "*a", "!", "!!str", "|", ">", "%", "@", "`", "---", "...", "<<", "=", "~", "null", "true", "no", "010", "0x1F", ".5", "1e3", "é", "😀", "0",
    ];

    public JsonNode? Next(int depth = 0)
    {
        var choice = random.Next(depth >= MaximumDepth ? 5 : 10);
        return choice switch
        {
            0 => null,
            1 => JsonValue.Create(random.Next(2) == 0),
            2 => JsonValue.Create(random.NextInt64()),
            3 => JsonNode.Parse(random.NextDouble().ToString("R", CultureInfo.InvariantCulture)),
            4 => JsonValue.Create(Text()),
            < 7 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Next(depth + 1))]),
            _ => Map(depth),
        };
    }

    public JsonObject Map(int depth = 0)
    {
        var map = new JsonObject();
        var count = random.Next(6);
        for (var i = 0; i < count; i++)
        {
            var key = Text().Trim();
            if (key is "" or "<<") continue;
            map[key.Replace("\n", "", StringComparison.Ordinal)] = Next(depth + 1);
        }

        return map;
    }

    private string Text() => string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
