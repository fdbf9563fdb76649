using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Binding;
using Semel.Generator.Binding.Api;
using Semel.Generator.Documents;
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
    [InlineData("""{"url":"https://uploads.example.com"}""", "https://uploads.example.com", "UploadsExampleCom()\n            => global::Semel.ServerAddress.Of(\"https://uploads.example.com\");")]
    [InlineData("""{"url":"https://{zone}.example.com/v2","variables":{"zone":{"default":"b"}}}""", "https://{zone}.example.com/v2", "ZoneExampleComV2(string zone = \"b\")")]
    [InlineData("""{"url":"/other"}""", "/other", "Other(global::System.Uri origin)")]
    public void ServerOfAnOperation_IsWhereItIsSent(string server, string url, string factory)
    {
        foreach (var source in new[] { Source(Api1, "", "", server), Source(Api1, "", server, """{"url":"https://path.example.com"}"""), Source(Api1, "", server, "") })
        {
            Assert.Contains($"new global::Semel.ApiRequest(global::System.Net.Http.HttpMethod.Post, \"/things/{{id}}/raw\")\n                .Server(\"{url}\")", source, StringComparison.Ordinal);
            Assert.Contains(factory, source, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"url":"https://api.example.com/"}""", "/things/{id}/raw")]
    [InlineData("""{"url":"https://uploads.example.com"},{"url":"https://api.example.com"}""", "/things/{id}/raw")]
    [InlineData("""{"url":"ftp://uploads.example.com"}""", "/things/{id}/raw")]
    public void ServerThatIsTheDocuments_IsNoOther(string servers, string path)
    {
        Assert.Contains(path, Source(Api1, "", servers, ""), StringComparison.Ordinal);
        Assert.DoesNotContain(".Server(", Source(Api1, "", servers, ""), StringComparison.Ordinal);
    }

    /// <summary>The version is said twice, in the server and in the path's first parameter.</summary>
    [Theory]
    [InlineData("/{version}/things", false)]
    [InlineData("/things/{version}", true)]
    public void VersionThatIsSaidTwice_IsNoOtherServer(string path, bool isOther)
    {
        var json = Api.Document(paths: Api.Path(path, Api.Operation("patch", Api.Resource, ",\"servers\":[{\"url\":\"https://api.example.com/v4\"}]")))
            .Replace("\"components\":{", "\"servers\":[" + Api1 + "],\"components\":{", StringComparison.Ordinal);
        var document = SpecReader.Read("api.json", SourceText.From(json), CancellationToken.None);
        var references = new References(new DocumentReading(document), new DiagnosticBag());
        var paths = Located.Root(document.Root, "").Under("paths", document.Root.Get("paths")!);
        var item = paths.Under(path, paths.Node.Get(path)!);

        Assert.Equal(isOther, OwnServerRule.Find(path, item, item.Under("patch", item.Node.Get("patch")!), references) is not null);
    }

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

    private const string Api1 = """{"url":"https://api.example.com"}""";

    /// <summary>With an upload at a server of its path's or of its own.</summary>
    private static string Source(string servers, string schemes, string ofOperation, string ofPath)
    {
        var own = ofOperation.Length == 0 ? "" : ",\"servers\":[" + ofOperation + "]";
        var path = Api.Path("/things/{id}/raw", "\"post\":{\"requestBody\":{\"content\":{\"application/octet-stream\":{}}},\"responses\":{\"204\":{\"description\":\"\"}}" + own + "}" + (ofPath.Length == 0 ? "" : ",\"servers\":[" + ofPath + "]"));
        return Source(servers, schemes, path);
    }

    /// <summary>The class's own file; what is written compiles without a warning.</summary>
    private static string Source(string servers, string schemes, string paths = "")
    {
        var json = Api.Document(paths: paths).Replace("\"components\":{", "\"servers\":[" + servers + "],\"components\":{\"securitySchemes\":{" + schemes + "},", StringComparison.Ordinal);
        var model = Bound.Valid(json);
        Assert.Empty(Emitted.Problems(model));
        return string.Concat(Emitted.From(model).Values);
    }
}
