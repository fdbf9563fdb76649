using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Version2;

/// <summary>The whole of an OpenAPI 2.0 document.</summary>
[Trait("Feature", "L1")]
public sealed class DocumentTests
{
    [Theory]
    [InlineData("'2.0'")]
    [InlineData("2.0")]
    public void Version_MayBeATextOrANumber(string version) => Yaml.Valid(Yaml.Document().Replace("'2.0'", version, StringComparison.Ordinal));

    [Fact]
    public void JsonDocument_IsReadAsTheYamlOne()
    {
        const string json = """
            {"swagger":"2.0","paths":{"/things":{"post":{
              "parameters":[{"in":"body","name":"thing","required":true,"schema":{"$ref":"#/definitions/NewThing"}}],
              "responses":{"201":{"description":"made","schema":{"$ref":"#/definitions/Thing"}}}}}},
             "definitions":{
              "Thing":{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"name":{"type":"string"}}},
              "NewThing":{"type":"object","required":["name"],"properties":{"name":{"type":"string"}}}}}
            """;
        var yaml = Yaml.Valid(Yaml.Document());

        Assert.Equal((yaml.Facts, yaml.Operations, yaml.Types), (Bound.Valid(json).Facts, Bound.Valid(json).Operations, Bound.Valid(json).Types));
    }

    [Fact]
    public void ServerAndCredentials_AreTheClients()
    {
        const string head = """
            schemes: [https, http]
            host: api.example.com:8443
            basePath: /api/v2/
            securityDefinitions: { key: { type: apiKey, in: header, name: X-Key }, basic: { type: basic } }
            security: [{ key: [] }]
            """;

        Assert.Equal(Yaml.Valid(Yaml.Document()).Operations, Yaml.Valid(Yaml.Document(head)).Operations);
    }

    [Fact]
    public void Definitions_KeepTheirNames_AndPartsAreNamedAfterThem()
    {
        var model = Yaml.Valid(Yaml.Document(rest: """
              Extra: { type: object, properties: { size: { type: object, properties: { unit: { type: string, enum: [GB] } } }, rows: { type: array, items: { type: object, properties: { a: { type: string } } } } } }
            """).Replace("name: { type: string } } }\n  New", "extra: { $ref: '#/definitions/Extra' } } }\n  New", StringComparison.Ordinal));

        Assert.Equal("#/definitions/Thing", model.Facts!.Resource);
        Assert.Equal(
            ["Extra 0", "ExtraRow 2", "ExtraSize 2", "ExtraSizeUnit 2", "NewThing 0", "Thing 0"],
            model.Types.Select(type => $"{type.Name} {type.Rank}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Other", "Thing")]
    [InlineData("Thing", "Things")]
    public void PluralDefinition_IsNamedInTheSingular_UnlessOneHasThatName(string other, string name) => Assert.Equal(name, Yaml.Valid(Yaml.Document()
        .Replace("/Thing'", "/things'", StringComparison.Ordinal).Replace("  Thing:", "  things:", StringComparison.Ordinal) + $"  {other}: {{}}\n").Resource().Name);

    [Fact]
    public void NamedRepliesAndBodies_NameTheirTypes()
    {
        var model = Yaml.Valid(Yaml.Document(things: """
            post:
              parameters: [{ $ref: '#/parameters/new_thing' }]
              responses: { '201': { $ref: '#/responses/made_thing' } }
            """, rest: """
            parameters:
              new_thing: { in: body, name: thing, schema: { type: object, properties: { name: { type: string }, kind: { type: string, enum: [a] } } } }
            responses:
              made_thing: { description: made, schema: { type: object, properties: { id: { type: string }, part: { type: object, properties: { a: { type: string } } } } } }
            """));

        Assert.Equal(["MadeThingReplyPart", "NewThingRequestKind", "Thing", "ThingCreate"], model.Types.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("#/definitions/Gone", "'#/definitions' has no 'Gone'")]
    [InlineData("#/responses/Gone", "the document has no 'responses'")]
    [InlineData("Pet.json", "'Pet.json' is not among this project's AdditionalFiles")]
    public void DanglingReference_IsAnErrorAtTheReference(string reference, string reason)
    {
        var model = Yaml.Model(Yaml.Document().Replace("#/definitions/Thing'", reference + "'", StringComparison.Ordinal));

        var diagnostic = model.Diagnostic("SEM2003");
        Assert.Equal((7, 64), diagnostic.At());
        Assert.Contains(reason, diagnostic.Arguments[1]);
        Assert.Null(model.Facts);
    }

    /// <summary>What one version says is not heard in a document of another.</summary>
    [Fact]
    public void OtherVersionsWords_AreNotHeard()
    {
        var three = Bound.Model("""
            {"openapi":"3.0.0","paths":{"/things":{"post":{
              "parameters":[{"in":"body","name":"b","schema":{"properties":{"name":{"type":"string"}}}},{"in":"query","name":"n","type":"integer"}],
              "responses":{"201":{"description":"made","schema":{"properties":{"id":{"type":"string"}}}}}}}}}
            """);
        var two = Yaml.Model(Yaml.Document(things: """
            post:
              requestBody: { content: { application/json: { schema: { $ref: '#/definitions/NewThing' } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/definitions/Thing' } } } } }
            """));

        Assert.NotNull(three.Diagnostic("SEM2004"));
        Assert.NotNull(two.Diagnostic("SEM2004"));
    }

    [Fact]
    public void DocumentThatSaysBothVersions_IsOfTheLater() =>
        Bound.Valid(Api.Document().Replace("{\"openapi\"", "{\"swagger\":\"2.0\",\"openapi\"", StringComparison.Ordinal));

    [Fact]
    public void EveryPart_IsBound()
    {
        var model = Yaml.Valid(Yaml.Document(things: Yaml.Post + """

                  get:
                    parameters: [{ in: query, name: name, type: string }]
                    responses: { '200': { description: all, schema: { type: array, items: { $ref: '#/definitions/Thing' } } } }
            """, paths: """
            /things/{id}:
              parameters: [{ in: path, name: id, required: true, type: integer, format: int32 }]
              get: { responses: { '200': { description: one, schema: { $ref: '#/definitions/Thing' } } } }
              put: { parameters: [{ in: body, name: b, schema: { $ref: '#/definitions/NewThing' } }], responses: { '200': { description: done, schema: { $ref: '#/definitions/Thing' } } } }
              delete: { responses: { '204': { description: gone } } }
            """));

        Assert.Equal(["Create", "Get", "List", "Update", "Delete"], model.Operations.Select(operation => operation.Name));
        Assert.Equal("name", model.Facts!.NameFilter);
        Assert.Equal(TypeKind.Int32, Assert.Single(model.Operation(OperationKind.Read).Parameters).Type.Kind);
        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.Id != "SEM3001");
    }
}
