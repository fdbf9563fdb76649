using Semel.Generator.Tests.Binding;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.BadInput;

/// <summary>A bad document is one clear error at its place, and the code that stands in for the model compiles.</summary>
[Trait("Feature", "L6")]
public sealed class BadDocumentTests
{
    private const string Head = "openapi: 3.0.3\n";

    [Theory]
    [InlineData("{\"hello\": [1, 2]}", "api.json(1,1): SEM2002", "has no 'openapi' or 'swagger' property")]
    [InlineData("{\n  \"swagger\": \"1.2\", \"paths\": {}\n}", "api.json(2,14): SEM2002", "OpenAPI '1.2' cannot be read yet; 2.0, 3.0, 3.1 and 3.2 can")]
    [InlineData("{\"swagger\": \"2.0\",\n \"paths\": 7}", "api.json(2,11): SEM2002", "'paths' is a number")]
    [InlineData("{\n  \"openapi\": \"4.0\"\n}", "api.json(2,14): SEM2002", "OpenAPI '4.0' cannot be read yet")]
    [InlineData("[{\"openapi\": \"3.0.0\"}]", "api.json(1,1): SEM2002", "a list")]
    [InlineData("null", "api.json(1,1): SEM2002", "empty")]
    [InlineData("", "api.json(1,1): SEM2001", "")]
    [InlineData("{\"openapi\": \"3.0.0\",\n \"paths\": []}", "api.json(2,11): SEM2002", "'paths' is a list")]
    [InlineData("{\"openapi\": \"3.0.0\",\n \"openapi\": \"3.0.0\"}", "api.json(2,2): SEM2001", "stands twice")]
    [InlineData("\0\u0001\u0002ELF\uFFFD\uFFFD", "api.json(1,1): SEM2001", "")]
    [InlineData("<html><body>Not found</body></html>", "api.json(1,1): SEM2001", "")]
    public void BadJson_IsAnErrorAtItsPlace(string json, string expected, string reason) => Check("api.json", json, expected, reason);

    [Theory]
    [InlineData("", "api.yaml(1,1): SEM2002", "The document is empty")]
    [InlineData("# nothing\n", "api.yaml", "The document is empty")]
    [InlineData("- openapi\n", "api.yaml(1,1): SEM2002", "a list")]
    [InlineData("just text\n", "api.yaml(1,1): SEM2002", "a text")]
    [InlineData("swagger: 2\n", "api.yaml(1,10): SEM2002", "OpenAPI '2' cannot be read yet")]
    [InlineData(Head + "paths:\n", "api.yaml(2,7): SEM2002", "'paths' is empty")]
    [InlineData(Head + "paths:\n\t/things: {}\n", "api.yaml(3,1): SEM2001", "tab")]
    [InlineData(Head + "paths:\n  /things: {}\n  /things: {}\n", "api.yaml(4,3): SEM2001", "stands twice")]
    [InlineData(Head + "paths:\n  /things:\n    post:\n      operationId: x\n        tags: [a, b]\n", "api.yaml(6,9): SEM2001", "indented further than the keys or items above it")]
    [InlineData(Head + "paths: *nowhere\n", "api.yaml(2,8): SEM2001", "means nothing")]
    [InlineData(Head + "---\n" + Head, "api.yaml(2,1): SEM2001", "second document")]
    [InlineData("\0\u0001\u0002ELF\uFFFD", "api.yaml", "")]
    [InlineData("<html><body>Not found</body></html>", "api.yaml(1,1): SEM2002", "a text")]
    public void BadYaml_IsAnErrorAtItsPlace(string yaml, string expected, string reason) => Check("api.yaml", yaml, expected, reason);

    [Theory]
    [InlineData("#/components/schemas/gone", "'#/components/schemas' has no 'gone'")]
    [InlineData("#/gone", "the document has no 'gone'")]
    [InlineData("other.yaml#/x", "'other.yaml' is not among this project's AdditionalFiles")]
    [InlineData("#/components/schemas/Loop", "back to itself")]
    public void BadReference_IsAnErrorAtTheReference(string reference, string reason)
    {
        var json = Api.Document(request: "\n{\"$ref\": \"" + reference + "\"}", schemas: "\"Loop\": {\"$ref\": \"#/components/schemas/Loop\"}");
        var run = RealRun.OfDocument("api.json", json);
        Assert.Contains(reference.EndsWith("Loop", StringComparison.Ordinal) ? "api.json(2,249): SEM2003" : "api.json(2,10): SEM2003", run.Reported);
        Assert.All(run.Reported, error => Assert.EndsWith("SEM2003", error, StringComparison.Ordinal));
        Assert.Contains(run.Messages, message => message.Contains(reason, StringComparison.Ordinal));
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void RecursiveSchema_IsNoError()
    {
        var node = Api.Object("\"id\":{\"type\":\"string\"}", "\"parent\":{\"$ref\":\"#/components/schemas/Node\"}", "\"children\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Node\"}}");
        var run = RealRun.OfDocument("api.json", Api.Document(reply: "{\"$ref\":\"#/components/schemas/Node\"}", schemas: "\"Node\":" + node));
        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("{\"allOf\":[{\"$ref\":\"#/components/schemas/A\"}]}")]
    [InlineData("{\"oneOf\":[{\"$ref\":\"#/components/schemas/A\"},{\"$ref\":\"#/components/schemas/A\"}]}")]
    [InlineData("{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/A\"}}")]
    [InlineData("{\"additionalProperties\":{\"$ref\":\"#/components/schemas/A\"}}")]
    public void SchemaThatContainsItself_EndsAndCompiles(string schema)
    {
        var property = Api.Object(Api.Text("id"), "\"a\":{\"$ref\":\"#/components/schemas/A\"}");
        foreach (var json in new[] { Api.Document(reply: property, request: property, schemas: "\"A\":" + schema), Api.Document(reply: "{\"$ref\":\"#/components/schemas/A\"}", schemas: "\"A\":" + schema), Api.Document(request: "{\"$ref\":\"#/components/schemas/A\"}", schemas: "\"A\":" + schema) })
            Assert.Empty(RealRun.OfDocument("api.json", json).Problems);
    }

    [Fact]
    [Trait("Feature", "L3")]
    public void ReplyWithoutAnId_IsAnErrorInTheDocument_ThatSaysWhatToDo()
    {
        var run = RealRun.OfDocument("api.json", Api.Document(reply: "\n" + Api.Object(Api.Text("colour"))));
        Assert.Equal("SEM2004", Assert.Single(run.Reported).Split(": ")[1]);
        Assert.StartsWith("api.json(", run.Reported[0], StringComparison.Ordinal);
        Assert.Contains(run.Messages, message => message.Contains("say where it is with Id = ", StringComparison.Ordinal));
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void BadSyntax_StandsAloneWithoutWhatFollowsFromIt()
    {
        var yaml = Head + """
            paths:
              /things:
                post:
                  requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
                  responses: { '201': { description: x, content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            components:
              schemas:
                Other: { type: object }
              \tThing: { type: object, properties: { id: { type: string } } }
            """;
        var run = RealRun.OfDocument("api.yaml", yaml.Replace("\\t", "\t", StringComparison.Ordinal));
        Assert.EndsWith("SEM2001", Assert.Single(run.Reported), StringComparison.Ordinal);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void BadSyntaxThatOnlyOneClassReaches_LeavesTheOtherWhole_InEitherOrder()
    {
        const string yaml = "openapi: 3.0.3\npaths:\n  /things:\n    post:\n      responses: { '201': { content: { application/json: { schema: { properties: { id: { type: string } } } } } } }\n"
            + "      requestBody: { content: { application/json: { schema: { properties: { name: { type: string } } } } } }\n  /broken:\n    post: [\n";
        const string both = "using Semel; namespace MyApp;\n{0}\n{1}\n";
        const string things = "[ExtensionModel(\"api.yaml\", \"/things\")] internal sealed partial class Things;";
        const string broken = "[ExtensionModel(\"api.yaml\", \"/broken\")] internal sealed partial class Broken;";
        var first = RealRun.Of(string.Format(null, both, things, broken), new MemoryText("/repo/api.yaml", yaml));
        var second = RealRun.Of(string.Format(null, both, broken, things), new MemoryText("/repo/api.yaml", yaml));
        Assert.Equal(first.Files, second.Files);
        Assert.Equal(first.Reported, second.Reported);
        Assert.Equal(["SEM2001"], first.Reported.Select(error => error.Split(": ")[1]));
        Assert.Contains(first.Files, file => file.StartsWith("MyApp.Things", StringComparison.Ordinal) && !file.Contains("SEM2001", StringComparison.Ordinal));
        Assert.Empty(first.Problems);
    }

    /// <summary>The path is in the value of the one above it, which nothing reads.</summary>
    [Theory]
    [InlineData("  /other:\n    get: {}\n   /things:\n    post: {}\n", "api.yaml(5,4): SEM2001", true)]
    [InlineData("   /things:\n    post: {}\n  /other: {}\n", "api.yaml(5,3): SEM2001", false)]
    [InlineData("  /other:\n    get: &a { x: *a }\n", "api.yaml(4,18): SEM2001", true)]
    public void PathThatBadSyntaxHides_IsTheErrorOfTheSyntax(string paths, string expected, bool saysPath)
    {
        var run = RealRun.OfDocument("api.yaml", Head + "paths:\n" + paths);
        Assert.Equal(saysPath ? [expected, "Models.cs(3,2): SEM1004"] : [expected], run.Reported);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void PathThatIsMissing_IsTheOnlyError_InADocumentOfManyAliases()
    {
        var lists = string.Concat(Enumerable.Range(1, 60).Select(i => $"x-{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n"));
        Assert.Equal(["Models.cs(3,2): SEM1004"], RealRun.OfDocument("api.yaml", Head + "x-0: &a0 [1]\n" + lists + "paths: {}\n").Reported);
    }

    [Fact]
    public void DocumentThatTheCompilerCannotOpen_IsAnErrorAtTheAttribute()
    {
        var run = RealRun.Of(RealRun.Declare("api.yaml"), new UnopenableText("/repo/api.yaml"));
        Assert.Equal(["Models.cs(3,2): SEM2001"], run.Reported);
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void HostileNames_MakeCodeThatCompiles()
    {
        string[] names = ["class", "\\\"", "*/", "</summary>", "{0}", "\\u2028", "a-b", "a_b", "A B", "1st", "", "\\u0000", "ß", "🙂", "Equals", "ToString", "Json", "Thing", "Things", "CreateAsync", "@x", "#", "\\\\"];
        var properties = names.Select(name => $"\"{name}\":{{\"type\":\"string\",\"description\":\"{name} */ </summary> \\\"\\\"\\\" \\r\\n#if x\",\"enum\":[\"{name}\",\"*/\",\"\",\"a\",\"A\"]}}");
        var schema = Api.Object([.. properties, "\"id\":{\"type\":\"string\"}"]);
        var run = RealRun.OfDocument("a*b 1 class.json", Api.Document(reply: schema, request: schema));
        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
    }

    private static void Check(string name, string text, string expected, string reason)
    {
        var run = RealRun.OfDocument(name, text);
        var error = Assert.Single(run.Reported);
        Assert.StartsWith(expected, error, StringComparison.Ordinal);
        Assert.Contains(run.Messages, message => message.Contains(reason, StringComparison.Ordinal));
        Assert.Empty(run.Problems);
    }

    [Theory]
    [InlineData("cloud.yaml", "/nowhere", "SEM1004")]
    [InlineData("other.yaml", "/things", "SEM1002")]
    [Trait("Feature", "L6")]
    public void AnErrorOfTheDocument_LeavesTheNamespaceOfItsModelsInPlace(string document, string path, string id)
    {
        var name = document == "cloud.yaml" ? "CloudModels" : "OtherModels";
        var run = RealRun.Of($"using {name};\n" + RealRun.Declare(document, path), new MemoryText("/repo/cloud.yaml", "openapi: 3.0.3\ninfo: { title: t, version: '1' }\npaths: {}\n"));
        Assert.Contains(run.Reported, error => error.EndsWith(id, StringComparison.Ordinal));
        Assert.DoesNotContain(run.Problems, problem => problem.Contains("CS0246", StringComparison.Ordinal));
    }
}
