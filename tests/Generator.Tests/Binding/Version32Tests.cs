using Semel.Generator.Model;
using Semel.Generator.Tests.BadInput;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.Binding;

/// <summary>What OpenAPI 3.2 adds is used, or left with grace: nothing is lost beside it.</summary>
[Trait("Feature", "L1")]
public sealed class Version32Tests
{
    private const string Document = """
        openapi: 3.2.0
        $self: https://example.com/api/openapi
        info: { title: Things, version: '1', summary: All of it }
        servers: [{ url: https://api.example.com, name: production }]
        tags:
        - { name: things, summary: Things, kind: nav }
        - { name: parts, parent: things, kind: badge }
        paths:
          /things:
            post:
              tags: [parts]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } }
              responses: { '201': { summary: Made, content: { application/json: { $ref: '#/components/mediaTypes/thing' } } } }
            query:
              operationId: things_find
              requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
              responses: { '200': { description: Found., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/thing' } } } } } }
          /things/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } } }
            delete: { responses: { '204': { description: Gone. } } }
            additionalOperations:
              COPY:
                operationId: things_copy
                responses: { '201': { description: Copied., content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }
              GET: { operationId: not_again, responses: { '204': { description: No. } } }
              "evil\"method": { operationId: evil, responses: { '204': { description: No. } } }
          /events:
            get:
              operationId: events_follow
              parameters: [{ name: all, in: querystring, content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { since: { type: string } } } } } }]
              responses: { '200': { description: Events., content: { text/event-stream: { itemSchema: { type: object, properties: { data: { type: string, contentMediaType: application/json } } } } } } }
          /log:
            get:
              operationId: log_read
              responses: { '200': { description: Lines., content: { application/jsonl: { itemSchema: { type: object } } } } }
        components:
          mediaTypes:
            thing: { schema: { $ref: '#/components/schemas/thing' } }
          securitySchemes:
            device: { type: oauth2, deprecated: true, oauth2MetadataUrl: https://example.com/.well-known, flows: { deviceAuthorization: { deviceAuthorizationUrl: https://example.com/d, tokenUrl: https://example.com/t, scopes: {} } } }
          schemas:
            thing:
              type: object
              required: [kind]
              discriminator: { propertyName: kind, defaultMapping: other }
              properties: { id: { type: string, xml: { nodeType: attribute } }, kind: { type: string }, name: { type: string } }
        """;

    [Fact]
    public void NewMethods_AreOperations_BesideTheResource()
    {
        var model = Yaml();

        Assert.Equal("id", model.Facts!.Id);
        Assert.Equal(("/things", "Object"), (Method(model, "QUERY").Path, Method(model, "QUERY").Body!.Kind.ToString()));
        Assert.Equal("/things/{id}", Method(model, "COPY").Path);
        Assert.Equal(5, model.Operations.Count);
    }

    [Fact]
    public void WholeDocument_CompilesClean()
    {
        var run = RealRun.Of("using Semel;\nnamespace MyApp;\n[ExtensionModel(\"things.yaml\")]\ninternal sealed partial class Things;\n", new MemoryText("/repo/things.yaml", Document));

        Assert.Empty(run.Problems);
        Assert.Empty(run.Reported);
        var code = string.Concat(run.Files);
        Assert.Contains("new global::System.Net.Http.HttpMethod(\"QUERY\")", code, StringComparison.Ordinal);
        Assert.Contains("new global::System.Net.Http.HttpMethod(\"COPY\")", code, StringComparison.Ordinal);
        Assert.Contains("DownloadAsync", code, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", code, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>By the address that the document says of itself, be it whole or only a path.</summary>
    [Theory]
    [InlineData("https://example.com/api/things.yaml", "https://example.com/api/things.yaml#/components/schemas/own", null)]
    [InlineData("https://example.com/api/things.yaml", "https://example.com/api/parts/a%20part.yaml", null)]
    [InlineData("https://example.com/api/things.yaml", "/api/parts/a%20part.yaml", null)]
    [InlineData("/apis/things.yaml", "/apis/parts/a%20part.yaml", null)]
    [InlineData("https://example.com/api/things.yaml", "https://example.org/api/parts/a%20part.yaml", "SEM2012")]
    [InlineData("https://example.com/api/things.yaml", "https://example.com/api/parts/gone.yaml", "SEM2012")]
    [InlineData("not an: address", "https://example.com/api/things.yaml", "SEM2012")]
    public void Addresses_BesideTheDocumentsOwn_AreItsFiles(string self, string reference, string? problem)
    {
        var text = $$"""
            openapi: 3.2.0
            $self: '{{self}}'
            info: { title: Things, version: '1' }
            paths: { /part: { get: { responses: { '200': { description: It., content: { application/json: { schema: { $ref: '{{reference}}' } } } } } } } }
            components: { schemas: { own: { type: object, properties: { size: { type: integer } } } } }
            """;
        var run = RealRun.Of(
            "using Semel;\nnamespace MyApp;\n[ExtensionModel(\"things.yaml\")]\ninternal sealed partial class Things;\n",
            new MemoryText("/repo/things.yaml", text), new MemoryText("/repo/parts/a part.yaml", "{ type: object, properties: { size: { type: integer } } }"));

        Assert.Empty(run.Problems);
        Assert.Equal(problem == "SEM2012", run.All.Any(diagnostic => diagnostic.Id == "SEM2012"));
        Assert.Equal(problem != "SEM2012", string.Concat(run.Files).Contains("long? Size", StringComparison.Ordinal));
    }

    private static OperationModel Method(ResourceModel model, string method) => Assert.Single(model.Operations, operation => operation.Method == method);

    private static ResourceModel Yaml() => Bound.Model(Semel.Generator.Documents.SpecReader.Read("specs/things.yaml", Microsoft.CodeAnalysis.Text.SourceText.From(Document), TestContext.Current.CancellationToken), "/things");
}
