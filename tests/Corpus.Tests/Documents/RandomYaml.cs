using System.Text.Json;
using System.Text.Json.Nodes;
using Semel.Generator.Documents;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;
using OracleNode = YamlDotNet.RepresentationModel.YamlNode;

namespace Semel.Corpus.Tests.Documents;

/// <summary>Emits trees as YAML by YamlDotNet, in styles drawn at random.</summary>
internal sealed class RandomYaml(Random random)
{
    public string Emit(JsonObject tree)
    {
        var writer = new StringWriter { NewLine = "\n" };
        var emitter = new Emitter(writer, new EmitterSettings(bestIndent: random.Next(2, 6), bestWidth: random.Next(2) == 0 ? 30 : int.MaxValue, isCanonical: false,
            maxSimpleKeyLength: 1024, skipAnchorName: false, indentSequences: random.Next(2) == 0));
        var root = (YamlMappingNode)Convert(tree);
        root.Style = MappingStyle.Block; // a leading brace would make it JSON
        new YamlStream(new YamlDocument(root)).Save(emitter, assignAnchors: false);
        return writer.ToString();
    }

    private OracleNode Convert(JsonNode? tree, bool inFlow = false)
    {
        inFlow |= random.Next(4) == 0;
        return tree switch
        {
            JsonObject map => new YamlMappingNode(map.Select(entry => new KeyValuePair<OracleNode, OracleNode>(Key(entry.Key), Convert(entry.Value, inFlow))))
            {
                Style = inFlow ? MappingStyle.Flow : MappingStyle.Block,
            },
            JsonArray items => new YamlSequenceNode(items.Select(item => Convert(item, inFlow)))
            {
                Style = inFlow ? SequenceStyle.Flow : SequenceStyle.Block,
            },
            JsonValue value when value.GetValueKind() == JsonValueKind.String => Scalar(value.GetValue<string>(), inFlow),
            null => new YamlScalarNode("null") { Style = ScalarStyle.Plain },
            _ => new YamlScalarNode(tree.ToJsonString()) { Style = ScalarStyle.Plain },
        };
    }

    private static YamlScalarNode Key(string key) => new(key) { Style = ScalarStyle.DoubleQuoted };

    private YamlScalarNode Scalar(string text, bool inFlow) => new(text) { Style = StyleOf(text, inFlow) };

    /// <summary>
    /// The emitter writes lines of single quotes without their indentation, which YAML forbids; it writes tabs plain, and doesn't know which
    /// plain texts are numbers.
    /// </summary>
    private ScalarStyle StyleOf(string text, bool inFlow)
    {
        var isText = YamlOracle.KindOf(new YamlScalarNode(text) { Style = ScalarStyle.Plain }) == NodeKind.String;
        if (!isText || text.Contains('\t', StringComparison.Ordinal)) return ScalarStyle.DoubleQuoted;
        if (!text.Contains('\n', StringComparison.Ordinal)) return (ScalarStyle)random.Next((int)ScalarStyle.Any, (int)ScalarStyle.Folded + 1);
        return inFlow ? ScalarStyle.DoubleQuoted : (ScalarStyle)random.Next((int)ScalarStyle.DoubleQuoted, (int)ScalarStyle.Folded + 1);
    }
}
