using System.Text.RegularExpressions;
using Semel.Generator.Documents;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using OracleNode = YamlDotNet.RepresentationModel.YamlNode;

namespace Semel.Corpus.Tests.Documents;

/// <summary>YamlDotNet's representation model, with scalars resolved by the core schema of YAML 1.2, and merge keys merged.</summary>
internal static partial class YamlOracle
{
    private const string Core = "tag:yaml.org,2002:";

    /// <summary>The root, or null for a stream without a document.</summary>
    /// <exception cref="YamlException">The oracle does not accept the text.</exception>
    public static OracleNode? Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count switch
        {
            0 => null,
            1 => stream.Documents[0].RootNode,
            _ => throw new YamlException("More than one document."),
        };
    }

    public static NodeKind KindOf(OracleNode? node) => node switch
    {
        null => NodeKind.Null,
        YamlMappingNode => NodeKind.Map,
        YamlSequenceNode => NodeKind.Sequence,
        YamlScalarNode scalar => KindOf(scalar),
        _ => throw new InvalidOperationException("A node of no kind."),
    };

    public static string TextOf(OracleNode node) => ((YamlScalarNode)node).Value ?? "";

    public static List<KeyValuePair<string, OracleNode>> EntriesOf(YamlMappingNode map)
    {
        var keys = map.Children.Keys.Select(TextOf).ToHashSet();
        var entries = new List<KeyValuePair<string, OracleNode>>();
        foreach (var (key, value) in map.Children)
        {
            if (key is not YamlScalarNode { Value: "<<", Style: ScalarStyle.Plain }) entries.Add(new(TextOf(key), value));
            else entries.AddRange(Merged(value).SelectMany(EntriesOf).Where(entry => keys.Add(entry.Key)));
        }

        return entries;
    }

    private static IEnumerable<YamlMappingNode> Merged(OracleNode value) => value switch
    {
        YamlSequenceNode maps => maps.Children.Cast<YamlMappingNode>(),
        _ => [(YamlMappingNode)value],
    };

    private static NodeKind KindOf(YamlScalarNode scalar)
    {
        var tag = scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific ? "" : scalar.Tag.Value;
        if (tag.Length == 0 && scalar.Style != ScalarStyle.Plain || scalar.Tag is { IsEmpty: false, IsNonSpecific: true }) return NodeKind.String;
        return tag switch
        {
            "" => Resolve(TextOf(scalar)),
            Core + "null" => NodeKind.Null,
            Core + "bool" => NodeKind.Boolean,
            Core + "int" or Core + "float" => NodeKind.Number,
            _ => NodeKind.String,
        };
    }

    private static NodeKind Resolve(string text) =>
        Null().IsMatch(text) ? NodeKind.Null
        : Boolean().IsMatch(text) ? NodeKind.Boolean
        : Number().IsMatch(text) ? NodeKind.Number
        : NodeKind.String;

    [GeneratedRegex(@"\A(null|Null|NULL|~|)\z")]
    private static partial Regex Null();

    [GeneratedRegex(@"\A(true|True|TRUE|false|False|FALSE)\z")]
    private static partial Regex Boolean();

    [GeneratedRegex(@"\A([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN)\z")]
    private static partial Regex Number();
}
