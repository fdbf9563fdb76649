using Semel.Generator.Documents;
using YamlDotNet.RepresentationModel;
using OracleNode = YamlDotNet.RepresentationModel.YamlNode;

namespace Semel.Corpus.Tests.Documents;

/// <summary>The first place where a tree of ours isn't that of YamlDotNet.</summary>
internal static class YamlDifference
{
    public static string? Find(SpecNode ours, OracleNode? oracle, string path = "$")
    {
        var kind = YamlOracle.KindOf(oracle);
        if (ours.Kind != kind) return $"{path}: {ours.Kind} '{ours.Text}' against {kind} '{oracle}'";
        return kind switch
        {
            NodeKind.Map => FindInMap(ours, YamlOracle.EntriesOf((YamlMappingNode)oracle!), path),
            NodeKind.Sequence => FindInSequence(ours, ((YamlSequenceNode)oracle!).Children, path),
            NodeKind.String or NodeKind.Number => Compare(ours.Text, YamlOracle.TextOf(oracle!), path),
            NodeKind.Boolean => Compare(ours.Text, YamlOracle.TextOf(oracle!).ToLowerInvariant(), path),
            NodeKind.Null => Compare(ours.Text, null, path),
        };
    }

    private static string? Compare(string? ours, string? oracle, string path) => ours == oracle ? null : $"{path}: '{ours}' against '{oracle}'";

    private static string? FindInMap(SpecNode ours, List<KeyValuePair<string, OracleNode>> oracle, string path)
    {
        if (ours.Entries.Length != oracle.Count) return $"{path}: {ours.Entries.Length} keys against {oracle.Count}";
        for (var i = 0; i < oracle.Count; i++)
        {
            var entry = ours.Entries[i];
            var difference = Compare(entry.Key, oracle[i].Key, path + " key") ?? Find(entry.Value, oracle[i].Value, $"{path}/{entry.Key}");
            if (difference is not null) return difference;
            if (!ReferenceEquals(ours[entry.Key], entry.Value)) return $"{path}/{entry.Key}: the look-up finds another value";
        }

        return null;
    }

    private static string? FindInSequence(SpecNode ours, IList<OracleNode> oracle, string path)
    {
        if (ours.Items.Length != oracle.Count) return $"{path}: {ours.Items.Length} items against {oracle.Count}";
        return oracle.Select((item, i) => Find(ours.Items[i], item, $"{path}/{i}")).FirstOrDefault(difference => difference is not null);
    }
}
