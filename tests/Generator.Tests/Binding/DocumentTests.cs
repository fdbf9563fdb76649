using Semel.Generator.Declarations;

namespace Semel.Generator.Tests.Binding;

/// <summary>What is wrong is said where it stands.</summary>
[Trait("Feature", "L6")]
public sealed class DocumentTests
{
    [Theory]
    [InlineData("3.0.0")]
    [InlineData("3.0.4")]
    [InlineData("3.1.1")]
    public void SupportedVersions_AreAccepted(string version) => Bound.Valid(Api.Document(version: version));

    [Theory]
    [InlineData("{\n \"swagger\": \"1.2\"}", 2, 13, "OpenAPI '1.2'")]
    [InlineData("{\n \"swagger\": {\"a\": 1}}", 2, 13, "OpenAPI (map)")]
    [InlineData("{\n \"openapi\": \"2.0\"}", 2, 13, "OpenAPI '2.0'")]
    [InlineData("{\n \"swagger\": \"3.0.0\"}", 2, 13, "OpenAPI '3.0.0'")]
    [InlineData("{\n \"openapi\": \"4.0.0\"}", 2, 13, "OpenAPI '4.0.0'")]
    [InlineData("{\n \"openapi\": [3]}", 2, 13, "OpenAPI (list)")]
    [InlineData("{}", 1, 1, "no 'openapi' or 'swagger' property")]
    [InlineData("[]", 1, 1, "a list")]
    public void OtherDocuments_AreRefusedAtTheirLine(string json, int line, int column, string reason)
    {
        var diagnostic = Bound.Model(json).Diagnostic("SEM2002");

        Assert.Equal((line, column), diagnostic.At());
        Assert.Contains(reason, diagnostic.Arguments[0]);
    }

    [Fact]
    public void ErrorsOfTheReader_StandAlone_AndPreventAModel()
    {
        var model = Bound.Model("{\n \"openapi\": ");

        Assert.Null(model.Facts);
        Assert.Equal(["SEM2001"], model.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void UnknownPath_SuggestsTheNearest()
    {
        var diagnostic = Bound.Model(Api.Document(), "/thing").Diagnostic("SEM1004");

        Assert.Equal(Bound.AttributeLocation, diagnostic.Location);
        Assert.Equal(["api.json", "/thing", "; did you mean '/things'?"], diagnostic.Arguments);
    }

    [Fact]
    public void PathWithoutPost_SuggestsPathsUnderItThatHaveOne()
    {
        var json = Api.Document().Replace("\"/things\":", "\"/v1\":{\"get\":{}},\"/v1/things\":");

        Assert.Equal(["api.json", "/v1", "; did you mean '/v1/things'?"], Bound.Model(json, "/v1").Diagnostic("SEM1005").Arguments);
    }

    [Theory]
    [InlineData("#/components/schemas/nowhere", "'#/components/schemas' has no 'nowhere'")]
    [InlineData("#/components/schemas/a", "it leads back to itself")]
    [InlineData("other.yaml#/x", "'other.yaml' is not among this project's AdditionalFiles")]
    [InlineData("#anchor", "it is not a JSON pointer")]
    public void DanglingReference_IsAnErrorAtTheReference(string reference, string reason)
    {
        var model = Bound.Model("""
            {"openapi":"3.0.0","paths":{"/things":{"post":{"responses":{"201":{"content":{"application/json":{"schema":
              {"$ref":"REFERENCE"}}}}}}}},
             "components":{"schemas":{"a":{"$ref":"#/components/schemas/b"},"b":{"$ref":"#/components/schemas/a"}}}}
            """.Replace("REFERENCE", reference));

        var diagnostic = model.Diagnostic("SEM2003");
        Assert.Null(model.Facts);
        Assert.Equal(reference.EndsWith("/a", StringComparison.Ordinal) ? 3 : 2, diagnostic.At().Line);
        Assert.Contains(reason, diagnostic.Arguments[1]);
    }

    [Theory]
    [InlineData("#/components/schemas/a~1b~0c")]
    [InlineData("#/components/schemas/a~1b%7E0c")]
    public void Pointers_AreUnescaped(string reference)
    {
        var model = Bound.Valid(Api.Document(reply: $"{{\"$ref\":\"{reference}\"}}", schemas: "\"a/b~c\":" + Api.Resource));

        Assert.Equal("#/components/schemas/a~1b~0c", model.Facts!.Resource);
    }

    [Fact]
    public void ReferencesOfBodiesParametersAndPathItems_AreFollowed()
    {
        var model = Bound.Valid("""
            {"openapi":"3.1.0","paths":{"/things":{"$ref":"#/components/pathItems/things"}},
             "components":{
              "pathItems":{"things":{"parameters":[{"$ref":"#/components/parameters/dry"}],"post":{"requestBody":{"$ref":"#/components/requestBodies/thing"},"responses":{"201":{"$ref":"#/components/responses/thing"}}}}},
              "parameters":{"dry":{"name":"dry_run","in":"query","schema":{"type":"boolean"}}},
              "requestBodies":{"thing":{"content":{"application/json":{"schema":{"properties":{"name":{"type":"string"}}}}}}},
              "responses":{"thing":{"content":{"application/json":{"schema":{"properties":{"id":{"type":"string"}}}}}}}}}
            """);

        var create = Assert.Single(model.Operations);
        Assert.Equal("dryRun", Assert.Single(create.Parameters).Name);
        Assert.Equal("#/components/requestBodies/thing/content/application~1json/schema", create.Body!.Identity);
    }

    [Fact]
    public void IdThatIsNowhere_IsAnErrorAtTheReplysSchema()
    {
        var model = Bound.Model("""
            {"openapi":"3.0.0","paths":{"/things":{"post":{"responses":{"201":{"content":{"application/json":{"schema":
              {"properties":{"status":{"type":"string"}}}}}}}}}}}
            """);

        Assert.Equal((2, 3), model.Diagnostic("SEM2004").At());
    }

    [Fact]
    public void Overrides_ThatNameNothing_SuggestTheNearest()
    {
        var overrides = Bound.NoOverrides with { Key = "nmae", Marker = "tagz", Id = "idd" };

        var arguments = new[] { "Id", "Key", "Marker" }.Select(name => Suggestion(name, overrides));

        Assert.Equal(["; did you mean 'id'?", "; did you mean 'name'?", "; did you mean 'tags'?"], arguments);
    }

    private static string Suggestion(string name, DeclaredOverrides all)
    {
        var overrides = name switch
        {
            "Id" => Bound.NoOverrides with { Id = all.Id },
            "Key" => Bound.NoOverrides with { Key = all.Key },
            _ => Bound.NoOverrides with { Marker = all.Marker },
        };
        var request = Api.Object(Api.Text("name"), """ "tags":{"type":"array","items":{"type":"string"}}""");
        var diagnostic = Bound.Model(Api.Document(request: request), overrides: overrides).Diagnostic("SEM1007");
        Assert.Equal(name, diagnostic.Arguments[0]);
        return diagnostic.Arguments[3];
    }
}
