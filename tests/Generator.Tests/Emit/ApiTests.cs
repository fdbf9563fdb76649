using Semel.Generator.Model;
using Semel.Generator.Tests.Binding;

namespace Semel.Generator.Tests.Emit;

/// <summary>Security schemes and servers of a document become factories of its class.</summary>
public sealed class ApiTests
{
    [Fact]
    public void SecuritySchemes_BecomeFactoriesOfTheirNames()
    {
        var source = Source("", """
            "bearer_auth":{"type":"http","scheme":"Bearer","description":"A token of the panel."},"basic":{"type":"http","scheme":"basic"},
            "key":{"type":"apiKey","in":"header","name":"X-Key"},"query key":{"type":"apiKey","in":"query","name":"k"},"cookie":{"type":"apiKey","in":"cookie","name":"sid"},
            "oauth":{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"https://auth.example/token","scopes":{}}}},
            "elsewhere":{"type":"oauth2","flows":{"clientCredentials":{"tokenUrl":"http://auth.example/token","scopes":{}}}},
            "digest":{"type":"http","scheme":"digest"},"tls":{"type":"mutualTLS"},"bad":{"type":"apiKey","in":"header","name":"X Key"},"class":{"type":"apiKey","in":"body","name":"k"}
            """);

        Assert.Contains("DelegatingHandler BearerAuth(string token)\n            => new global::Semel.BearerTokenHandler(token);", source, StringComparison.Ordinal);
        Assert.Contains("/// <summary>A token of the panel.</summary>", source, StringComparison.Ordinal);
        Assert.Contains("Basic(string userName, string password)", source, StringComparison.Ordinal);
        Assert.Contains("ApiKeyHandler(global::Semel.ApiKeyPlace.Header, \"X-Key\", key)", source, StringComparison.Ordinal);
        Assert.Contains("ApiKeyHandler(global::Semel.ApiKeyPlace.Query, \"k\", source)", source, StringComparison.Ordinal);
        Assert.Contains("ApiKeyHandler(global::Semel.ApiKeyPlace.Cookie, \"sid\", key)", source, StringComparison.Ordinal);
        Assert.Contains("Oauth(string clientId, string clientSecret, params string[] scopes)", source, StringComparison.Ordinal);
        Assert.Contains("new(\"https://auth.example/token\")", source, StringComparison.Ordinal);
        Assert.Contains("Elsewhere(global::System.Uri tokenAddress, string clientId", source, StringComparison.Ordinal);
        foreach (var name in new[] { "Digest(", "Tls(", "Bad(", "http://auth" }) Assert.DoesNotContain(name, source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"url":"https://api.example.com/v1"}""", "Default()\n            => global::Semel.ServerAddress.Of(\"https://api.example.com/v1\");")]
    [InlineData("""{"url":"/api"}""", "Default(global::System.Uri origin)\n            => global::Semel.ServerAddress.Of(origin, \"/api\");")]
    [InlineData("""{"url":"https://{zone}.example.com/{v}","variables":{"zone":{"default":"b","enum":["a","b"]}}}""", "Default(string v, string zone = \"b\")\n            => global::Semel.ServerAddress.Of(\"https://{zone}.example.com/{v}\", new global::Semel.ServerVariable(\"v\", v), new global::Semel.ServerVariable(\"zone\", zone, \"a\", \"b\"));")]
    [InlineData("""{"url":"https://a"},{"url":"https://b","description":"The staging area."},{"url":"https://c"}""", "Server3()")]
    [InlineData("""{"url":"https://a"},{"url":"https://b","description":"The staging area."},{"url":"https://c"}""", "TheStagingArea()")]
    [InlineData("""{"url":"https://{class}.example.com"}""", "Default(string @class)")]
    public void Servers_BecomeBaseAddresses(string servers, string expected) => Assert.Contains(expected, Source(servers, ""), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"url":"ftp://a"}""")]
    [InlineData("""{"url":"https://a?x=1"}""")]
    [InlineData("""{"url":"https://{a"}""")]
    [InlineData("""{"url":"https://{}"}""")]
    [InlineData("""{"url":7}""")]
    public void ServersThatAreNone_AreLeftOut(string servers) => Assert.DoesNotContain("ServerAddress", Source(servers, ""), StringComparison.Ordinal);

    [Theory]
    [InlineData("\"host\":\"api.example.com\",\"basePath\":\"/v1\",\"schemes\":[\"http\",\"https\"],", "Of(\"https://api.example.com/v1\")")]
    [InlineData("\"host\":\"api.example.com\",\"schemes\":[\"http\"],", "Of(\"http://api.example.com/\")")]
    [InlineData("\"basePath\":\"/v1\",", "Of(origin, \"/v1\")")]
    public void ServersOfVersion2_AreItsHostAndPath(string fields, string expected)
    {
        var json = "{\"swagger\":\"2.0\"," + fields + """
            "securityDefinitions":{"basic":{"type":"basic"},"app":{"type":"oauth2","flow":"application","tokenUrl":"https://a/t"}},
            "paths":{"/things":{"post":{"parameters":[{"in":"body","name":"b","schema":{"type":"object","properties":{"name":{"type":"string"}}}}],"responses":{"201":{"description":"","schema":{"type":"object","properties":{"id":{"type":"string"}}}}}}}}}
            """;
        var model = Bound.Valid(json);

        Assert.Empty(Emitted.Problems(model));
        var source = string.Concat(Emitted.From(model).Values);
        Assert.Contains(expected, source, StringComparison.Ordinal);
        Assert.Contains("App(string clientId", source, StringComparison.Ordinal);
        Assert.Contains("Basic(string userName", source, StringComparison.Ordinal);
    }

    [Fact]
    public void HostileNames_StayInTheirLiterals()
    {
        var source = Source("""{"url":"https://a/{x\"}","description":"</summary> } class Evil {"}""", """ "\"); Evil(\"":{"type":"apiKey","in":"query","name":"\"); Evil(\""},"x":{"type":"apiKey","in":"query","name":"*/","description":"*/ } class Evil { /*"} """);

        Assert.DoesNotContain("</summary> }", source, StringComparison.Ordinal);
    }

    /// <summary>The class's own file; what is written compiles without a warning.</summary>
    private static string Source(string servers, string schemes)
    {
        var json = Api.Document().Replace("\"components\":{", "\"servers\":[" + servers + "],\"components\":{\"securitySchemes\":{" + schemes + "},", StringComparison.Ordinal);
        var model = Bound.Valid(json);
        Assert.Empty(Emitted.Problems(model));
        return string.Concat(Emitted.From(model).Values);
    }
}
