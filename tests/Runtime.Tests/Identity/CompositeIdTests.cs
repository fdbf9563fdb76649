using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Identity;

/// <summary>Ids of several parts as one text.</summary>
[Trait("Feature", "B2")]
public sealed class CompositeIdTests
{
    [Theory]
    [InlineData("www/AAAA", "www", "AAAA")]
    [InlineData("a%2Fb/c", "a/b", "c")]
    [InlineData("a/b%2Fc", "a", "b/c")]
    [InlineData("a%252Fb/c", "a%2Fb", "c")]
    [InlineData("%40/%2B/%C3%A9", "@", "+", "é")]
    public void Parts_AreEscapedAndComeBack(string id, params string[] parts)
    {
        var names = string.Join('+', parts.Select((_, index) => "p" + index));

        Assert.Equal(id, CompositeId.Of(parts));
        Assert.Equal(parts, IdPath.Arguments(names, id).Select(argument => argument.Value));
    }

    [Fact]
    public void RandomTuples_ShareNoId()
    {
        var random = new Random(7);
        const string alphabet = "ab/%+2F.";
        string Part() => "x" + new string([.. Enumerable.Range(0, random.Next(4)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
        var tuples = Enumerable.Range(0, 20_000).Select(_ => (Part(), Part())).Distinct().ToList();

        Assert.Equal(tuples.Count, tuples.Select(tuple => CompositeId.Of(tuple.Item1, tuple.Item2)).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void PartThatNoPathTakes_IsRefused(string part)
    {
        Assert.Throws<ArgumentException>(() => CompositeId.Of("a", part));
        Assert.Null(IdPath.Read(new JsonObject { ["a"] = "a", ["b"] = part }, "a+b"));
    }

    [Fact]
    public void IdOfAnotherNumberOfParts_IsRefused() => Assert.Throws<ArgumentException>(() => IdPath.Arguments("a+b", "1/2/3"));

    [Theory]
    [InlineData("a+b", """{"a":1,"b":"x"}""", "1/x")]
    [InlineData("a.c+b", """{"a":{"c":"y"},"b":"x"}""", "y/x")]
    [InlineData("a+b", """{"a":1}""", null)]
    [InlineData("+1", """{"+1":"5"}""", "5")]
    [InlineData("/uri", """{"uri":"https://api.example.com/things/a%20b/?x=1"}""", "a b")]
    [InlineData("/name", """{"name":"projects/p/things/t"}""", "t")]
    [InlineData("/links.self", """{"links":{"self":"/things/7"}}""", "7")]
    [InlineData("zone+/uri", """{"zone":"z","uri":"/z/7"}""", "z/7")]
    public void Properties_AreReadIntoOneId(string paths, string json, string? id) => Assert.Equal(id, IdPath.Read((JsonObject)JsonNode.Parse(json)!, paths));

    [Fact]
    public void WrittenParts_AreReadAgain()
    {
        var json = new JsonObject();
        IdPath.Write(json, "a.c+b", "y%2F/x");

        Assert.Equal("""{"a":{"c":"y/"},"b":"x"}""", json.ToJsonString());
        IdPath.Write(json, "/uri", "a/b");
        Assert.Equal("a/b", IdPath.Read(json, "/uri"));
    }
}
