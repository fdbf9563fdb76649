using System.Text.Json;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Documents;

/// <summary>The first place where a tree of ours isn't that of System.Text.Json.</summary>
internal static class JsonDifference
{
    public static string? Find(SpecNode ours, JsonElement oracle, string path = "$")
    {
        if (ours.Kind != KindOf(oracle)) return $"{path}: {ours.Kind} against {oracle.ValueKind}";
        return ours.Kind switch
        {
            NodeKind.Map => FindInMap(ours, oracle, path),
            NodeKind.Sequence => FindInSequence(ours, oracle, path),
            NodeKind.String => Compare(ours.Text, oracle.GetString(), path),
            NodeKind.Number or NodeKind.Boolean => Compare(ours.Text, oracle.GetRawText(), path),
            NodeKind.Null => Compare(ours.Text, null, path),
        };
    }

    private static string? Compare(string? ours, string? oracle, string path) => ours == oracle ? null : $"{path}: '{ours}' against '{oracle}'";

    private static string? FindInMap(SpecNode ours, JsonElement oracle, string path)
    {
        var properties = oracle.EnumerateObject().ToList();
        if (ours.Entries.Length != properties.Count) return $"{path}: {ours.Entries.Length} keys against {properties.Count}";
        for (var i = 0; i < properties.Count; i++)
        {
            var entry = ours.Entries[i];
            var difference = Compare(entry.Key, properties[i].Name, path + " key") ?? Find(entry.Value, properties[i].Value, $"{path}/{entry.Key}");
            if (difference is not null) return difference;
            if (!ReferenceEquals(ours[entry.Key], entry.Value)) return $"{path}/{entry.Key}: the look-up finds another value";
        }

        return null;
    }

    private static string? FindInSequence(SpecNode ours, JsonElement oracle, string path)
    {
        var items = oracle.EnumerateArray().ToList();
        if (ours.Items.Length != items.Count) return $"{path}: {ours.Items.Length} items against {items.Count}";
        return items.Select((item, i) => Find(ours.Items[i], item, $"{path}/{i}")).FirstOrDefault(difference => difference is not null);
    }

    private static NodeKind KindOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => NodeKind.Map,
        JsonValueKind.Array => NodeKind.Sequence,
        JsonValueKind.String => NodeKind.String,
        JsonValueKind.Number => NodeKind.Number,
        JsonValueKind.True or JsonValueKind.False => NodeKind.Boolean,
        JsonValueKind.Null => NodeKind.Null,
        _ => throw new InvalidOperationException("An element of no kind."),
    };
}
