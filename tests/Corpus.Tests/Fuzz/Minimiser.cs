using System.Text.Json.Nodes;

namespace Semel.Corpus.Tests.Fuzz;

/// <summary>Takes away what a failure doesn't need, largest pieces first, while it stays the same failure.</summary>
internal static class Minimiser
{
    private const int MostTries = 400;

    public static JsonObject Minimise(JsonObject tree, Func<JsonObject, bool> stillFails)
    {
        var (best, tries) = ((JsonObject)tree.DeepClone(), 0);
        for (var depth = 1; depth < 12 && tries < MostTries; depth++)
        {
            for (var index = 0; tries < MostTries;)
            {
                var smaller = (JsonObject)best.DeepClone();
                if (!RemoveAt(smaller, depth, ref index, out var next)) break;
                tries++;
                if (stillFails(smaller)) best = smaller;
                else index = next;
            }
        }

        return best;
    }

    /// <summary>Removes the piece of that number at that depth.</summary>
    private static bool RemoveAt(JsonObject root, int depth, ref int index, out int next)
    {
        next = index + 1;
        var pieces = At(root, depth).ToList();
        if (index >= pieces.Count) return false;
        var (parent, key, at) = pieces[index];
        if (key is null) parent.AsArray().RemoveAt(at);
        else parent.AsObject().Remove(key);
        return true;
    }

    private static IEnumerable<(JsonNode Parent, string? Key, int Index)> At(JsonNode? node, int depth)
    {
        if (node is JsonObject map)
        {
            foreach (var (key, value) in map)
            {
                if (depth == 1) yield return (map, key, 0);
                else foreach (var piece in At(value, depth - 1)) yield return piece;
            }
        }
        else if (node is JsonArray list)
        {
            for (var i = 0; i < list.Count; i++)
            {
                if (depth == 1) yield return (list, null, i);
                else foreach (var piece in At(list[i], depth - 1)) yield return piece;
            }
        }
    }
}
