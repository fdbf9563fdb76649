using YamlDotNet.RepresentationModel;

namespace Semel.Testing.Tests.Description;

internal static class YamlExtensions
{
    public static IEnumerable<KeyValuePair<string, YamlNode>> Entries(this YamlMappingNode map) =>
        map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, child.Value));

    public static YamlNode? Member(this YamlMappingNode map, string name) =>
        map.Children.TryGetValue(new YamlScalarNode(name), out YamlNode? value) ? value : null;

    public static YamlMappingNode? Map(this YamlMappingNode map, string name) => map.Member(name) as YamlMappingNode;

    public static IEnumerable<YamlNode> Items(this YamlMappingNode map, string name) =>
        map.Member(name) is YamlSequenceNode items ? items : [];

    public static string? Text(this YamlMappingNode map, string name) => (map.Member(name) as YamlScalarNode)?.Value;

    public static IEnumerable<string> Texts(this YamlMappingNode map, string name) =>
        map.Items(name).Select(item => ((YamlScalarNode)item).Value!);

    public static bool Flag(this YamlMappingNode map, string name) => map.Text(name) == "true";

    public static long? Number(this YamlMappingNode map, string name) => map.Text(name) is { } text ? long.Parse(text) : null;
}
