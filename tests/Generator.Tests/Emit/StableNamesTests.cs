using Semel.Generator.Binding.Whole;
using Semel.Generator.Emit;
using Semel.Generator.Tests.BadInput;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.Emit;

/// <summary>What several want is one's; the names of the others follow from themselves, so that nothing which is added renames them.</summary>
public sealed class StableNamesTests
{
    [Theory]
    [InlineData("Red", "Red")]
    [InlineData("red", "Red_899a")]
    [InlineData("red*", "RedAsterisk")]
    [InlineData("+red", "PlusRed")]
    public void ValueThatIsAdded_RenamesNone(string value, string name)
    {
        string[] values = ["Red", "red", "red*", "+red"];
        foreach (var subset in Subsets(values).Where(subset => subset.Contains("Red") && subset.Contains(value))) Assert.Equal(name, Names(subset)[value]);
    }

    [Fact]
    public void OrderInTheDocument_IsNoMatter()
    {
        string[] values = ["a-b", "a_b", "A B", "a.b", "aB"];
        var names = Names(values);
        Assert.Equal(names.OrderBy(pair => pair.Key), Names([.. values.Reverse()]).OrderBy(pair => pair.Key));
        Assert.Equal(values.Length, names.Values.Distinct().Count());
    }

    [Fact]
    public void SpelledName_IsLeftToWhoIsCalledSo()
    {
        var names = Names(["red", "red*", "redAsterisk"]);
        Assert.Equal(("Red", "RedAsterisk"), (names["red"], names["redAsterisk"]));
        Assert.Matches("^Red_[0-9a-f]{4}$", names["red*"]);
    }

    [Fact]
    public void HashOfAText_IsTheSameEverywhere() => Assert.Equal(("811c9dc5", "899a654e"), (StableHash.Of(""), StableHash.Of("red")));

    [Theory]
    [InlineData("/v2/things", "ThingsV2")]
    [InlineData("/v1/{zone}/things", "ThingsV1ByZone")]
    [InlineData("/api/things", "Things_????")]
    public void PathWhoseNameIsTaken_IsCalledAfterItsOwnWords(string path, string expected)
    {
        var alone = Properties("/v1/things", path);
        var grown = Properties("/v3/{zone}/{area}/things", "/v0/others", path, "/v1/things", "/v1beta1/things", "/v1/{area}/things");

        Assert.Equal("Things", alone["/v1/things"]);
        Assert.Matches("^" + expected.Replace("?", "[0-9a-f]", StringComparison.Ordinal) + "$", alone[path]);
        Assert.Equal((alone["/v1/things"], alone[path]), (grown["/v1/things"], grown[path]));
    }

    [Fact]
    public void RecordsOfAResource_AreKeptUnderTheSameName_WhenTheDocumentGrows()
    {
        Assert.Contains("Model = \"Whole.ThingsV2\",", Generated("/v1/things", "/v2/things"), StringComparison.Ordinal);
        Assert.Contains("Model = \"Whole.ThingsV2\",", Generated("/v1.5/things", "/v0/others", "/v2/things", "/v1/things"), StringComparison.Ordinal);
    }

    [Fact]
    public void Alternative_HasTheWordsThatTheNameLeavesOut() => Assert.Equal("ThingsV2ByAreaZone", ResourceNames.Distinguished("/v2/{area}/{zone}/things", "Things"));

    private static Dictionary<string, string> Names(IReadOnlyList<string> values)
    {
        var plainest = NameWish.Plainest(values, value => value).ToList();
        var names = new NameScope([]).TakeAll([.. plainest.Select(value => NameWish.OfText(EnumMemberNames.Wanted(value), value))]);
        return plainest.Zip(names).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static IEnumerable<IReadOnlyList<string>> Subsets(string[] values) =>
        Enumerable.Range(0, 1 << values.Length).Select(bits => (IReadOnlyList<string>)[.. values.Where((_, i) => (bits >> i & 1) == 1)]);

    private static Dictionary<string, string> Properties(params string[] paths) => System.Text.RegularExpressions.Regex
        .Matches(Generated(paths), "The resource at <c>(.*?)</c>.</summary>\n +public \\w+ (\\w+) =>")
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    private static string Generated(params string[] paths)
    {
        const string thing = "{description: ok, content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}}";
        var items = string.Concat(paths.Select(path => $"  \"{path}\":\n    post: {{requestBody: {thing}, responses: {{201: {thing}}}}}\n  \"{path}/{{id}}\":\n    get: {{responses: {{200: {thing}}}}}\n"));
        var run = RealRun.Of("/// <summary>All.</summary>\n[Semel.ExtensionModel(\"api.yaml\")] public sealed partial class Whole;", new MemoryText("/repo/api.yaml", "openapi: 3.0.0\npaths:\n" + items));
        Assert.Empty(run.Problems);
        return run.Files.Single(file => file.StartsWith("Whole.g.cs", StringComparison.Ordinal));
    }
}
