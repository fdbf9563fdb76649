using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel.Runtime.Tests.Json;

[Trait("Feature", "G1")]
public sealed class SecretTests
{
    private static readonly JsonObject Request = (JsonObject)JsonNode.Parse(
        """{"name":"web","password":"p\"ä/ss wörd&<1>","users":[{"key":"first-key"},{"key":"first-key-2"}],"nested":{"any":["deep-secret",12345]},"pin":"123"}""")!;

    private static readonly string[] Paths = ["password", "users.key", "nested", "pin"];

    [Fact]
    public void Redaction_CopiesAllButTheSecrets()
    {
        var copy = Redaction.Copy(Request, Paths);

        Assert.Equal("""{"name":"web","users":[{},{}]}""", copy.ToJsonString());
        Assert.True(Request.ContainsKey("password"));
    }

    [Theory]
    [InlineData("first-key-2 and first-key", "*** and ***")]
    [InlineData("deep-secret 12345", "*** ***")]
    [InlineData("nothing to hide", "nothing to hide")]
    [InlineData("123 is too short to be told from a number", "123 is too short to be told from a number")]
    public void Scrubber_ReplacesTheLongestSecretFirst(string text, string expected) =>
        Assert.Equal(expected, SecretScrubber.Of(Request, Paths).Scrub(text));

    [Fact]
    public void Scrubber_KnowsTheSecretHoweverItIsEscaped()
    {
        var secret = (string)Request["password"]!;
        string[] forms =
        [
            secret, JsonSerializer.Serialize(secret).Trim('"'), JsonCanonical.GetText(Request["password"])[1..^1],
            Uri.EscapeDataString(secret), WebUtility.UrlEncode(secret), WebUtility.HtmlEncode(secret),
            "p\\\"\\u00e4\\/ss w\\u00f6rd&<1>", "p%22%c3%a4%2fss%20w%c3%b6rd%26%3c1%3e",
        ];
        var scrubber = SecretScrubber.Of(Request, Paths);

        Assert.All(forms, form => Assert.Equal("bad value [***]!", scrubber.Scrub($"bad value [{form}]!")));
    }

    [Fact]
    public void WithoutPaths_NothingIsScrubbed() => Assert.Equal("first-key", SecretScrubber.Of(Request, []).Scrub("first-key"));

    [Fact]
    public void MalformedSecret_IsNoError() =>
        Assert.Equal("x", SecretScrubber.Of(new JsonObject { ["s"] = "abc\ud800def" }, ["s"]).Scrub("x"));
}
