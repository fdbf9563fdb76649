using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel.Workflows;

/// <summary>A property that changes.</summary>
/// <param name="Path">Where: <c>tags</c>, <c>network.range</c>.</param>
/// <param name="Old">JSON of the earlier value, without secrets; null where there is none.</param>
/// <param name="New">JSON of the new value; null where there is none, <c>(known after apply)</c> where a create will tell it.</param>
public sealed record PropertyChange(string Path, string? Old, string? New)
{
    /// <summary>What differs between two objects; objects are compared inside, everything else as a whole.</summary>
    internal static IReadOnlyList<PropertyChange> Between(JsonObject old, JsonObject wanted)
    {
        var changes = new List<PropertyChange>();
        Compare("", old, wanted, changes);
        return changes;
    }

    private static void Compare(string path, JsonObject old, JsonObject wanted, List<PropertyChange> changes)
    {
        foreach (var name in old.Select(property => property.Key).Union(wanted.Select(property => property.Key)))
        {
            var (was, has) = (old.TryGetPropertyValue(name, out var before), wanted.TryGetPropertyValue(name, out var after));
            if (was && has && JsonNode.DeepEquals(before, after)) continue;
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (before is JsonObject inner && after is JsonObject other) Compare(at, inner, other, changes);
            else changes.Add(new PropertyChange(at, was ? Text(before) : null, has ? Text(after) : null));
        }
    }

    private static string Text(JsonNode? node) => Unknowns.Contains(node)
        ? "(known after apply)"
        : node?.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";
}
