using YamlDotNet.RepresentationModel;

namespace Semel.Testing.Tests.Description;

/// <summary>The OpenAPI document of the small cloud.</summary>
internal sealed class CloudDescription
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private CloudDescription(YamlMappingNode root) => Root = root;

    public YamlMappingNode Root { get; }

    public IEnumerable<DescribedOperation> Operations =>
        from path in Root.Map("paths")!.Entries()
        from member in ((YamlMappingNode)path.Value).Entries()
        where s_methods.Contains(member.Key)
        select new DescribedOperation(this, member.Key.ToUpperInvariant(), path.Key, (YamlMappingNode)path.Value, (YamlMappingNode)member.Value);

    public static CloudDescription Load()
    {
        using StreamReader reader = File.OpenText(Path.Combine(AppContext.BaseDirectory, "cloud.yaml"));
        var yaml = new YamlStream();
        yaml.Load(reader);
        return new CloudDescription((YamlMappingNode)yaml.Documents.Single().RootNode);
    }

    /// <summary>The node itself, or what its <c>$ref</c> names.</summary>
    public YamlMappingNode Resolve(YamlNode node)
    {
        var map = (YamlMappingNode)node;
        while (map.Text("$ref") is { } reference)
        {
            Assert.StartsWith("#/", reference);
            map = reference[2..].Split('/').Aggregate(Root, (parent, name) => parent.Map(name) ?? throw new KeyNotFoundException(reference));
        }

        return map;
    }
}
