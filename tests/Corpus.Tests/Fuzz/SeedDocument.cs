using System.Text.Json;
using System.Text.Json.Nodes;
using Semel.Corpus.Tests.Models;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Fuzz;

/// <summary>A real document as a tree that can be changed; of a large one, a few of its paths and what they refer to.</summary>
internal static class SeedDocument
{
    private const int Small = 30_000;
    private const int MostPaths = 6;
    private const int MostCharacters = 120_000;

    private static readonly string[] Sections = ["components", "definitions", "parameters", "responses"];
    private static readonly Dictionary<string, JsonNode?> Trees = new(StringComparer.Ordinal);

    private static IReadOnlyList<string>? _names;

    /// <summary>Documents of one file, whatever their size; by their paths in the folder. Without the folder the test that asks is skipped, which the start of a type could not be.</summary>
    public static IReadOnlyList<string> Names => _names ??= [.. Models.Corpus.Documents().Where(name => !name.StartsWith("digitalocean/specification/", StringComparison.Ordinal) && !name.Contains("petstore-separate", StringComparison.Ordinal))];

    /// <summary>The document's tree, or a part of it that is chosen at random.</summary>
    public static JsonObject Take(string name, Random random)
    {
        var whole = Tree(name);
        return Length(whole) <= Small ? (JsonObject)whole.DeepClone() : Cut(whole, random);
    }

    public static string Text(string name) => File.ReadAllText(Path.Combine(SpecsFolder.Require(), name));

    public static bool IsSmall(string name) => new FileInfo(Path.Combine(SpecsFolder.Require(), name)).Length <= Small;

    public static JsonNode? Node(SpecNode node) => node.Kind switch
    {
        NodeKind.Map => Map(node),
        NodeKind.Sequence => new JsonArray([.. node.Items.Select(Node)]),
        NodeKind.String => JsonValue.Create(node.Text),
        NodeKind.Boolean => JsonValue.Create(node.IsTrue),
        NodeKind.Number => Number(node.Text!),
        NodeKind.Null => null,
    };

    private static JsonObject Tree(string name)
    {
        lock (Trees)
        {
            if (!Trees.TryGetValue(name, out var tree)) Trees[name] = tree = Node(Models.Corpus.Read(Path.Combine(SpecsFolder.Require(), name)).Root);
            return (JsonObject)tree!;
        }
    }

    private static JsonObject Map(SpecNode node)
    {
        var map = new JsonObject();
        foreach (var entry in node.Entries) map[entry.Key] = Node(entry.Value);
        return map;
    }

    private static JsonNode Number(string text)
    {
        try
        {
            return JsonNode.Parse(text)!;
        }
        catch (JsonException)
        {
            // YAML writes numbers that JSON doesn't
            return JsonValue.Create(text);
        }
    }

    private static long Length(JsonNode node) => node.ToJsonString().Length;

    /// <summary>Paths that stand together, so that a resource's operations are there, and the components that they reach.</summary>
    private static JsonObject Cut(JsonObject whole, Random random)
    {
        var cut = new JsonObject();
        foreach (var (key, value) in whole)
        {
            if (key is not ("paths" or "tags" or "x-tagGroups" or "webhooks") && !Sections.Contains(key)) cut[key] = value?.DeepClone();
        }

        var paths = new JsonObject();
        cut["paths"] = paths;
        var all = whole["paths"] as JsonObject ?? [];
        var from = all.Count == 0 ? 0 : random.Next(all.Count);
        foreach (var (path, item) in all.Skip(from).Take(random.Next(1, MostPaths))) paths[path] = item?.DeepClone();
        var wanted = new Queue<string>(References(paths));
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (long size = 0; wanted.TryDequeue(out var reference) && size < MostCharacters;)
        {
            var steps = reference.Split('/').Skip(1).Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)).ToList();
            var depth = steps is ["components", ..] ? 3 : 2;
            if (steps.Count < depth || !Sections.Contains(steps[0]) || !taken.Add(string.Join('/', steps.Take(depth)))) continue;
            JsonNode? source = whole;
            foreach (var step in steps.Take(depth)) source = source is JsonObject map ? map[step] : null;
            if (source is null) continue;
            var copy = source.DeepClone();
            size += Length(copy);
            Place(cut, [.. steps.Take(depth)], copy);
            foreach (var next in References(copy)) wanted.Enqueue(next);
        }

        return cut;
    }

    private static void Place(JsonObject root, string[] steps, JsonNode value)
    {
        var map = root;
        foreach (var step in steps[..^1])
        {
            if (map[step] is not JsonObject next) map[step] = next = [];
            map = next;
        }

        map[steps[^1]] = value;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry is { Key: "$ref", Value: JsonValue value } && value.TryGetValue<string>(out var text) ? [text] : References(entry.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };
}
