using Microsoft.CodeAnalysis;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.BadInput;

/// <summary>A document that ends too early is an error within what is left of it, or at the attribute where what is left is a document.</summary>
[Trait("Feature", "L6")]
public sealed class CutDocumentTests
{
    private const int CutsOfARealDocument = 30;

    private const string Yaml = """
        openapi: 3.0.3
        paths:
          /things:
            post:
              requestBody:
                content: { application/json: { schema: &t { type: object, properties: { "name": { type: string } } } } }
              responses:
                '201':
                  content:
                    application/json:
                      schema:
                        description: |
                          A thing.
                        type: object
                        properties: { id: { type: string } }
        """;

    private const string Json = """
        {"openapi":"3.0.3","paths":{"/things":{"post":{
         "requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"name":{"type":"string"}}}}}},
         "responses":{"201":{"content":{"application/json":{"schema":{"properties":{"id":{"type":"string"}}}}}}}}}}}
        """;

    [Fact]
    public void JsonCutAnywhere_IsOneSyntaxError()
    {
        for (var length = 0; length < Json.Length; length++)
        {
            var run = Check("api.json", Json[..length], "/things");
            Assert.EndsWith("SEM2001", Assert.Single(run.Reported), StringComparison.Ordinal);
            if (length > 0) Assert.Contains("may be cut off", Assert.Single(run.Messages), StringComparison.Ordinal);
        }

        Assert.Empty(Check("api.json", Json, "/things").Reported);
    }

    [Fact]
    public void YamlCutAnywhere_IsAnError_UntilTheIdIsThere()
    {
        var whole = Yaml.IndexOf("{ id:", StringComparison.Ordinal) + "{ id: { type: string } }".Length;
        for (var length = 0; length <= Yaml.Length; length++)
            Assert.Equal(length < whole, Check("api.yaml", Yaml[..length], "/things").Reported.Count > 0);
    }

    [Theory]
    [InlineData("digitalocean/bundled-2025-11.yaml")]
    [InlineData("digitalocean/bundled.json")]
    public void RealDocumentCutAnywhere_NeverBreaksTheBuild(string name)
    {
        var text = File.ReadAllText(Specs.Require(name));
        for (var cut = 0; cut < CutsOfARealDocument; cut++)
        {
            var run = Check(Path.GetFileName(name), text[..(int)((long)text.Length * cut / CutsOfARealDocument)], "/v2/droplets");
            // the rest of a YAML document may lack nothing that droplets need
            Assert.True(run.Reported.Count > 0 || (name.EndsWith("yaml", StringComparison.Ordinal) && cut > CutsOfARealDocument / 2), $"Nothing is wrong with cut {cut}.");
        }
    }

    private static RealRun Check(string name, string text, string path)
    {
        var run = RealRun.OfDocument(name, text, path);
        Assert.Empty(run.Problems);
        foreach (var error in run.All.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Location.GetLineSpan().Path != "Models.cs"))
            Assert.InRange(error.Location.SourceSpan.End, 0, text.Length);
        return run;
    }
}
