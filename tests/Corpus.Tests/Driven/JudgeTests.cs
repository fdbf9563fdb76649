using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Semel.Corpus.Tests.Driven;

/// <summary>The controls of the driven tests: what judges generated clients sees each kind of wrong request and value.</summary>
public sealed class JudgeTests
{
    private const string Document = """
        openapi: 3.0.3
        info: { title: Judged, version: '1' }
        paths:
          /things/{id}:
            post:
              parameters:
              - { name: id, in: path, required: true, schema: { type: integer } }
              - { name: kind, in: query, required: true, schema: { type: string, enum: [a, b] } }
              - { name: X-Who, in: header, required: true, schema: { type: string } }
              requestBody:
                required: true
                content:
                  application/json: { schema: { type: object, required: [name], properties: { name: { type: string }, size: { type: integer } } } }
                  application/x-www-form-urlencoded: { schema: { type: object, required: [name], properties: { name: { type: string } } } }
              responses: { '200': { description: done, content: { application/json: { schema: { type: object }, example: { ok: true } } } } }
        """;

    private static readonly (string Address, string? Who, string MediaType, string Body, bool IsRight)[] Requests =
    [
        ("/things/1?kind=a", "me", "application/json", """{"name":"n"}""", true),
        ("/things/1?kind=a", "me", "application/x-www-form-urlencoded", "name=n", true),
        ("/things/x?kind=a", "me", "application/json", """{"name":"n"}""", false),
        ("/things/1", "me", "application/json", """{"name":"n"}""", false),
        ("/things/1?kind=c", "me", "application/json", """{"name":"n"}""", false),
        ("/things/1?kind=a", null, "application/json", """{"name":"n"}""", false),
        ("/things/1?kind=a", "me", "application/json", """{"size":1}""", false),
        ("/things/1?kind=a", "me", "application/json", """{"name":"n","size":"big"}""", false),
        ("/things/1?kind=a", "me", "application/x-www-form-urlencoded", "size=1", false),
        ("/things/1?kind=a", "me", "text/plain", "n", false),
        ("/other?kind=a", "me", "application/json", """{"name":"n"}""", false),
    ];

    [Fact]
    public async Task Prism_RefusesWhatTheDocumentDoesNotWant_AndNothingElse()
    {
        PrismPackage.Require();
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "judged.yaml");
            await File.WriteAllTextAsync(file, Document, TestContext.Current.CancellationToken);
            await using var prism = await PrismServer.StartAsync(file);
            using var verdicts = new PrismVerdicts(null, _ => false, []);
            using var http = new HttpClient(verdicts) { BaseAddress = prism.Address };
            foreach (var (address, who, mediaType, body, _) in Requests)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8) };
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
                if (who is not null) request.Headers.Add("X-Who", who);
                using var reply = await http.SendAsync(request, TestContext.Current.CancellationToken);
            }

            Assert.Equal(Requests.Select(request => (request.Address, request.Body, request.IsRight)), Requests.Zip(verdicts.All, (request, verdict) => (request.Address, request.Body, verdict.Problem is null)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("""{"name":"n","size":1,"tags":["a"]}""", null)]
    [InlineData("""{"name":"n","size":1}""", "'$.tags' was lost")]
    [InlineData("""{"name":"n","size":2,"tags":["a"]}""", "'$.size' was lost")]
    [InlineData("""{"name":"n","size":1,"tags":["b"]}""", "'$.tags[0]' was lost")]
    [InlineData("""{"name":"n","size":1,"tags":["a"],"more":1}""", "more")]
    public async Task SchemaOracle_SeesWhatIsLostChangedOrAdded(string written, string? problem)
    {
        const string schema = """{"type":"object","additionalProperties":false,"properties":{"name":{"type":"string"},"size":{"type":"integer"},"tags":{"type":"array","items":{"type":"string"}}}}""";
        var oracle = await SchemaOracle.OfAsync(JsonNode.Parse(schema)!);

        var found = oracle.Problem(JsonNode.Parse("""{"name":"n","size":1,"tags":["a"]}""")!, JsonNode.Parse(written)!);
        if (problem is null) Assert.Null(found);
        else Assert.Contains(problem, found, StringComparison.Ordinal);
    }
}
