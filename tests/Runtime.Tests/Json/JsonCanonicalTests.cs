using System.Text;
using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Json;

public sealed class JsonCanonicalTests
{
    [Theory]
    [InlineData("""{ "b" : 1, "a" : [ true, null, "x" ] }""", """{"a":[true,null,"x"],"b":1}""")]
    [InlineData("""{"é":1,"Z":2,"a":3,"😀":4,"ﬀ":5}""", """{"Z":2,"a":3,"é":1,"😀":4,"ﬀ":5}""")]
    [InlineData("""[1.0,1.00,1e2,-0,123456789012345678901234567890]""", """[1.0,1.00,1e2,-0,123456789012345678901234567890]""")]
    [InlineData("""["\u00e9\u003c\/\u0041\"\\\n\t\b\f\r\u0001\u007f\u2028"]""", "[\"é</A\\\"\\\\\\n\\t\\b\\f\\r\\u0001\u007f\u2028\"]")]
    [InlineData("""["\ud83d\ude00"]""", """["😀"]""")]
    public void Text_IsOneForEveryWayToWriteAValue(string json, string expected) =>
        Assert.Equal(expected, JsonCanonical.GetText(JsonNode.Parse(json)));

    [Fact]
    public void LoneSurrogates_AreNotWrittenAlike()
    {
        var texts = new[] { "\ud800", "\ud801", "\ufffd" }.Select(text => JsonCanonical.GetText(JsonValue.Create(text))).ToArray();

        Assert.Equal(["\"\\ud800\"", "\"\\ud801\"", "\"\ufffd\""], texts);
    }

    [Fact]
    public void ReadAndWrittenValues_AreTheSameBytes()
    {
        var written = new Server { Name = "Zoë", Id = 7, Tags = ["b", "a"], Ports = new Dictionary<string, int> { ["z"] = 1, ["a"] = 2 } };
        var read = JsonNode.Parse(written.ToString());

        Assert.Equal(JsonCanonical.GetBytes(written.Json), JsonCanonical.GetBytes(read));
        Assert.Equal("""{"id":7,"name":"Zoë","ports":{"a":2,"z":1},"tags":["b","a"]}""", Encoding.UTF8.GetString(JsonCanonical.GetBytes(read)));
    }

    [Fact]
    public void Null_IsItself() => Assert.Equal("null", JsonCanonical.GetText(null));
}
