using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Json;

public sealed class JsonPathAccessTests
{
    private static JsonObject Parse(string json) => (JsonObject)JsonNode.Parse(json)!;

    [Theory]
    [InlineData("links.pages.next", "\"n\"")]
    [InlineData("links.pages", """{"next":"n"}""")]
    [InlineData("links.other.next", null)]
    [InlineData("items.id", null)]
    [InlineData("nothing", null)]
    [InlineData("@odata.nextLink", "\"o\"")]
    [InlineData("meta.k8s.io/name.x", "1")]
    public void Read_FollowsTheProperties(string path, string? expected)
    {
        var json = Parse("""{"links":{"pages":{"next":"n"}},"items":[{"id":1}],"nothing":null,"@odata.nextLink":"o","meta":{"k8s.io/name":{"x":1}}}""");

        Assert.Equal(expected, JsonPathAccess.Read(json, path)?.ToJsonString());
    }

    [Fact]
    public void TryRead_TellsNullFromAbsent()
    {
        Assert.True(JsonPathAccess.TryRead(Parse("""{"a":{"b":null}}"""), "a.b", out var value));
        Assert.Null(value);
        Assert.False(JsonPathAccess.TryRead(Parse("""{"a":{}}"""), "a.b", out _));
        Assert.False(JsonPathAccess.TryRead(Parse("""{"a":1}"""), "a.b", out _));
    }

    [Theory]
    [InlineData("{}", "a.b", """{"a":{"b":1}}""")]
    [InlineData("""{"a":null}""", "a.b", """{"a":{"b":1}}""")]
    [InlineData("""{"a":{"c":2}}""", "a.b", """{"a":{"c":2,"b":1}}""")]
    [InlineData("""{"a.b":0}""", "a.b", """{"a.b":1}""")]
    public void Write_MakesTheObjectsOnTheWay(string json, string path, string expected)
    {
        var root = Parse(json);

        JsonPathAccess.Write(root, path, 1);

        Assert.Equal(expected, root.ToJsonString());
    }

    [Fact]
    public void Write_CopiesANodeThatHasAParent_AndRefusesToReplaceAnotherKind()
    {
        var root = Parse("""{"a":{"x":1},"b":7}""");

        JsonPathAccess.Write(root, "c.d", root["a"]);

        Assert.Equal("""{"a":{"x":1},"b":7,"c":{"d":{"x":1}}}""", root.ToJsonString());
        Assert.Throws<InvalidOperationException>(() => JsonPathAccess.Write(root, "b.x", 1));
    }

    [Fact]
    public void Remove_ReachesIntoEveryItemOfArrays()
    {
        var root = Parse("""{"users":[{"name":"a","password":"1"},{"name":"b","password":"2"},3],"p.q":1,"p":{"q":2,"r":3}}""");

        JsonPathAccess.Remove(root, "users.password");
        JsonPathAccess.Remove(root, "p.q");
        JsonPathAccess.Remove(root, "absent.path");

        Assert.Equal("""{"users":[{"name":"a"},{"name":"b"},3],"p":{"r":3}}""", root.ToJsonString());
    }
}
