using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Drift;

/// <summary>What counts as a difference, and what a server may write in another way.</summary>
[Trait("Feature", "F3")]
public sealed class ComparisonTests
{
    private static readonly Comparison Rules = new(sets: ["tags", "owned"], owned: ["owned", "ours"], enumerations: ["status"], marker: new MarkerField(MarkerKind.Tags, "labels"));

    [Theory]
    [InlineData("""{"size":8}""", """{"size":"8"}""")]
    [InlineData("""{"size":"8"}""", """{"size":8.0}""")]
    [InlineData("""{"on":true}""", """{"on":"true"}""")]
    [InlineData("""{"at":"2026-01-02T03:04:05Z"}""", """{"at":"2026-01-02T04:04:05.000+01:00"}""")]
    [InlineData("""{"day":"2026-01-02"}""", """{"day":"2026-01-02T00:00:00Z"}""")]
    [InlineData("""{"status":"Active"}""", """{"status":"ACTIVE"}""")]
    [InlineData("""{"tags":["a","b"]}""", """{"tags":["b","a"]}""")]
    [InlineData("""{"rules":[{"port":1},{"port":2}]}""", """{"rules":[{"port":"2","id":7},{"port":1,"id":8}]}""")]
    [InlineData("""{"size":"s"}""", """{"size":"s","created_at":"2026-01-01","quota":5}""")]
    [InlineData("""{"net":{"cidr":"10/8"}}""", """{"net":{"cidr":"10/8","mtu":1500}}""")]
    [InlineData("""{"hidden":"x"}""", """{"id":"1"}""")]
    [InlineData("""{"unset":null}""", """{"id":"1"}""")]
    [InlineData("""{"region":"nyc3"}""", """{"region":{"slug":"nyc3","name":"New York 3"}}""")]
    [InlineData("""{"keys":[1]}""", """{"keys":[{"id":1}]}""")]
    [InlineData("""{"tags":["a"]}""", """{"tags":["a","of somebody else"]}""")]
    [InlineData("""{"labels":["a"]}""", """{"labels":["a","semel-0123456789abcdefghjk","semel-0123456789abcdefghjk-1"]}""")]
    public void ServersWayOfShowing_IsNoDrift(string wanted, string shown) => Assert.Empty(Remote(wanted, shown));

    [Theory]
    [InlineData("""{"size":8}""", """{"size":"9"}""", "size")]
    [InlineData("""{"on":true}""", """{"on":"false"}""", "on")]
    [InlineData("""{"at":"2026-01-02T03:04:05Z"}""", """{"at":"2026-01-02T03:04:06Z"}""", "at")]
    [InlineData("""{"day":"2026-01-02"}""", """{"day":"2026-01-02T00:00:01Z"}""", "day")]
    [InlineData("""{"name":"Web"}""", """{"name":"WEB"}""", "name")]
    [InlineData("""{"status":"Active"}""", """{"status":"Off"}""", "status")]
    [InlineData("""{"tags":["a","b"]}""", """{"tags":["a","c"]}""", "tags")]
    [InlineData("""{"size":"8"}""", """{"size":9}""", "size")]
    [InlineData("""{"size":"08"}""", """{"size":"8"}""", "size")]
    [InlineData("""{"on":"True"}""", """{"on":true}""", "on")]
    [InlineData("""{"at":"2026-01-02T03:04:05Z"}""", """{"at":"2026-01-02T03:04:05+01:00"}""", "at")]
    [InlineData("""{"tags":["a","b"]}""", """{"tags":["a"]}""", "tags")]
    [InlineData("""{"tags":["a"]}""", """{"tags":[]}""", "tags")]
    [InlineData("""{"rules":[{"port":1}]}""", """{"rules":[]}""", "rules")]
    [InlineData("""{"words":["Active"]}""", """{"words":["ACTIVE"]}""", "words")]
    [InlineData("""{"tags":["a","a"]}""", """{"tags":["a"]}""", "tags")]
    [InlineData("""{"owned":["a"]}""", """{"owned":["a","of somebody else"]}""", "owned")]
    [InlineData("""{"ours":{"a":"1"}}""", """{"ours":{"a":"1","of somebody else":"2"}}""", "ours.of somebody else")]
    [InlineData("""{"rules":[{"port":1}]}""", """{"rules":[{"port":1},{"port":2}]}""", "rules")]
    [InlineData("""{"rules":[{"port":1}]}""", """{"rules":[{"port":3,"id":7}]}""", "rules")]
    [InlineData("""{"net":{"cidr":"10/8","mtu":1}}""", """{"net":{"cidr":"10/9","mtu":1}}""", "net.cidr")]
    [InlineData("""{"size":"s"}""", """{"size":null}""", "size")]
    [InlineData("""{"unset":null}""", """{"unset":1}""", "unset")]
    [InlineData("""{"labels":["a"]}""", """{"labels":["b","semel-0123456789abcdefghjk-1"]}""", "labels")]
    public void AnotherValue_IsDrift(string wanted, string shown, string path) => Assert.Equal(path, Assert.Single(Remote(wanted, shown)).Path);

    [Theory]
    [Trait("Feature", "F2")]
    [InlineData("""{"size":1}""", """{"size":2}""", "size", "1", "2")]
    [InlineData("""{}""", """{"size":2}""", "size", null, "2")]
    [InlineData("""{"size":1}""", """{}""", "size", "1", null)]
    [InlineData("""{"size":1}""", """{"size":null}""", "size", "1", "null")]
    [InlineData("""{"size":null}""", """{}""", "size", "null", null)]
    [InlineData("""{"labels":{"a":"1","app/x.y":"2"}}""", """{"labels":{"a":"1"}}""", "labels.app/x.y", "\"2\"", null)]
    [InlineData("""{"order":[1,2]}""", """{"order":[2,1]}""", "order", "[1,2]", "[2,1]")]
    [InlineData("""{"tags":["a","b"]}""", """{"tags":["a"]}""", "tags", """["a","b"]""", """["a"]""")]
    [InlineData("""{"status":"Active"}""", """{"status":"Off"}""", "status", "\"Active\"", "\"Off\"")]
    [InlineData("""{"size":8}""", """{"size":"9"}""", "size", "8", "\"9\"")]
    [InlineData("""{"rules":[{"a":1}]}""", """{"rules":[{"a":1,"b":2}]}""", "rules", """[{"a":1}]""", """[{"a":1,"b":2}]""")]
    public void ChangedInput_IsADifference_WithBothValues(string before, string wanted, string path, string? old, string? now)
    {
        var finding = Assert.Single(Rules.OfInputs(Json(before), Json(wanted)));
        Assert.Equal((path, old, now), (finding.Path, finding.OldText, finding.NewText));
    }

    [Theory]
    [InlineData("""{"tags":["a","b"]}""", """{"tags":["b","a"]}""")]
    [InlineData("""{"size":8}""", """{"size":"8"}""")]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"c":2,"b":1}}""")]
    public void InputWrittenDifferently_IsNoChange(string before, string wanted) => Assert.Empty(Rules.OfInputs(Json(before), Json(wanted)));

    /// <summary>The controls: each rule is what makes its values the same.</summary>
    [Theory]
    [InlineData("literal", """{"size":8}""", """{"size":"8"}""")]
    [InlineData("literal", """{"on":true}""", """{"on":"true"}""")]
    [InlineData("time", """{"at":"2026-01-02T03:04:05Z"}""", """{"at":"2026-01-02T04:04:05.000+01:00"}""")]
    [InlineData("time", """{"day":"2026-01-02"}""", """{"day":"2026-01-02T00:00:00Z"}""")]
    [InlineData("word", """{"status":"Active"}""", """{"status":"ACTIVE"}""")]
    [InlineData("set", """{"tags":["a"]}""", """{"tags":["a","of somebody else"]}""")]
    [InlineData("marker", """{"labels":["a"]}""", """{"labels":["a","semel-0123456789abcdefghjk-1"]}""")]
    public void WithoutItsRule_ItIsADifference(string rule, string wanted, string shown)
    {
        ISameValue[] rules = [.. new (string Name, ISameValue Rule)[] { ("literal", new SameLiteral()), ("time", new SameTime()), ("word", new SameWord(["status"])) }.Where(one => one.Name != rule).Select(one => one.Rule)];
        var without = new Comparison(rule == "set" ? [] : ["tags", "owned"], ["owned"], null, rule == "marker" ? null : Rules.Marker, rules);

        Assert.Empty(Remote(wanted, shown));
        Assert.Single(without.OfRemote(Json(shown), Json(wanted)));
    }

    /// <summary>In the input the order of a set means nothing, and that of another list does.</summary>
    [Fact]
    public void WithoutBeingASet_AnotherOrderOfTheInputIsAChange()
    {
        var (one, other) = ("""{"tags":["a","b"]}""", """{"tags":["b","a"]}""");
        Assert.Empty(Rules.OfInputs(Json(one), Json(other)));
        Assert.Single(Comparison.Plain.OfInputs(Json(one), Json(other)));
    }

    private static List<Finding> Remote(string wanted, string shown) => [.. Rules.OfRemote(Json(shown), Json(wanted))];

    private static JsonObject Json(string text) => (JsonObject)JsonNode.Parse(text)!;
}
