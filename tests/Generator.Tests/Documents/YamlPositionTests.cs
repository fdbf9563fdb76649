using Semel.Generator.Documents;

namespace Semel.Generator.Tests.Documents;

public sealed class YamlPositionTests
{
    private const string Text = """
        openapi: 3.1.0 # comment
        paths:
          /v2/droplets:
            post: &p
              tags: [a, 'b c']
              description: |
                two
                lines
              empty:
          "/other": *p
        last:
        - x
        - k: v
          m:   1

        """;

    [Theory]
    [InlineData("openapi", "(0,0)-(0,7)", "(0,9)-(0,14)")]
    [InlineData("paths", "(1,0)-(1,5)", "(2,2)-(9,14)")]
    [InlineData("paths|/v2/droplets|post", "(3,4)-(3,8)", "(4,6)-(8,12)")]
    [InlineData("paths|/v2/droplets|post|tags", "(4,6)-(4,10)", "(4,12)-(4,22)")]
    [InlineData("paths|/v2/droplets|post|description", "(5,6)-(5,17)", "(5,19)-(7,13)")]
    [InlineData("paths|/v2/droplets|post|empty", "(8,6)-(8,11)", "(8,12)-(8,12)")]
    [InlineData("paths|/other", "(9,2)-(9,10)", "(4,6)-(8,12)")]
    [InlineData("last", "(10,0)-(10,4)", "(11,0)-(13,8)")]
    public void KeysAndValues_KnowWhereTheyStand(string path, string key, string value)
    {
        var node = Trees.ReadYaml(Text).Root;
        SpecEntry? entry = null;
        foreach (var step in path.Split('|'))
        {
            entry = node.Entries.Single(candidate => candidate.Key == step);
            node = entry.Value;
        }

        Assert.Equal(key, entry!.KeyLocation.Lines.ToString());
        Assert.Equal(value, node.Location.Lines.ToString());
        Assert.Equal("cloud.yaml", node.Location.Path);
        Assert.Equal(node.Location.Span.Start, node.Start);
        Assert.Equal(node.Location.Span.End, node.End);
    }

    [Fact]
    public void Items_KnowWhereTheyStand()
    {
        var root = Trees.ReadYaml(Text).Root;
        var tags = root["paths"]!["/v2/droplets"]!["post"]!["tags"]!;
        Assert.Equal("(4,16)-(4,21)", tags.Items[1].Location.Lines.ToString());
        Assert.Equal("(11,2)-(11,3)", root["last"]!.Items[0].Location.Lines.ToString());
        Assert.Equal("(12,2)-(13,8)", root["last"]!.Items[1].Location.Lines.ToString());
    }

    [Fact]
    public void Positions_HoldWithWindowsLineBreaksAndAByteOrderMark()
    {
        var root = Trees.ReadYaml("\uFEFFa: 1\r\nb:\r\n  c: x\r\n").Root;
        Assert.Equal("(2,5)-(2,6)", root["b"]!["c"]!.Location.Lines.ToString());
        Assert.Equal("(0,1)-(0,2)", root.Entries[0].KeyLocation.Lines.ToString());
    }

    [Fact]
    public void AnAlias_IsTheNodeItMeans()
    {
        var paths = Trees.ReadYaml(Text).Root["paths"]!;
        Assert.Same(paths["/v2/droplets"]!["post"], paths["/other"]);
    }
}
