using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Version2;

/// <summary>Replies, whose schema stands in them, and what an operation produces.</summary>
[Trait("Feature", "L1")]
public sealed class ReplyTests
{
    [Fact]
    public void Schema_StandsInTheReply_AlsoInANamedOne()
    {
        var named = Yaml.Document(things: "post: { responses: { '201': { $ref: '#/responses/made' } } }", rest: "responses: { made: { description: made, schema: { $ref: '#/definitions/Thing' } } }");

        Assert.Equal("#/definitions/Thing", Yaml.Valid(Yaml.Document()).Facts!.Resource);
        Assert.Equal("#/definitions/Thing", Yaml.Valid(named).Facts!.Resource);
    }

    [Theory]
    [InlineData("responses: { '200': { description: done, schema: { type: string } } }", nameof(TypeKind.String))]
    [InlineData("responses: { '202': { description: done, schema: { type: string } }, '201': { description: done, schema: { type: boolean } }, '200': { description: done } }", nameof(TypeKind.Boolean))]
    [InlineData("responses: { '200': { description: done } }", null)]
    [InlineData("responses: { '200': { description: done, schema: {} } }", nameof(TypeKind.Json))]
    [InlineData("responses: { default: { description: error, schema: { type: string } } }", null)]
    public void Reply_IsTheLowest2xxWithASchema(string responses, string? kind) =>
        Assert.Equal(kind, Yaml.Valid(Yaml.Document(paths: Yaml.Get(responses))).Operation(OperationKind.Other).Response?.Kind.ToString());

    [Theory]
    [InlineData("", "", true)]
    [InlineData("produces: [application/xml, application/json]", "", true)]
    [InlineData("produces: [text/html]", "", false)]
    [InlineData("produces: [text/html]", "produces: [application/problem+json]", true)]
    [InlineData("produces: [text/html]", "produces: []", true)]
    [InlineData("produces: [application/json]", "produces: [text/html]", false)]
    public void Reply_IsJsonWhereTheOperationOrElseTheDocumentProducesIt(string document, string operation, bool isJson)
    {
        var model = Yaml.Model(Yaml.Document(document, paths: Yaml.Get(operation + "\nresponses: { '200': { description: done, schema: { type: string } } }"))
            .Replace("  post:", "  post:\n      produces: [application/json]", StringComparison.Ordinal));

        Assert.Equal(isJson ? null : new ReplyContent(ContentKind.Text, "text/html", false), model.Operation(OperationKind.Other).Reply is { Kind: ContentKind.Text } reply ? reply : null);
    }

    [Theory]
    [InlineData("schema: { type: file }", "", "*/*")]
    [InlineData("schema: { type: file }", "produces: [image/png]", "image/png")]
    [InlineData("schema: { type: file }", "produces: [application/pdf, image/png]", "*/*")]
    [InlineData("schema: { $ref: '#/definitions/Image' }", "", "*/*")]
    public void File_IsADownload(string schema, string produces, string accept)
    {
        var model = Yaml.Valid(Yaml.Document(paths: Yaml.Get($"{produces}\nresponses: {{ '200': {{ description: done, {schema} }} }}"), rest: "  Image: { type: file }"));

        var operation = model.Operation(OperationKind.Other);
        Assert.Equal((TypeKind.Download, new ReplyContent(ContentKind.Stream, accept, false)), (operation.Response!.Kind, operation.Reply!));
        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.Id == "SEM2007");
    }

    [Theory]
    [InlineData("produces: [application/x-tar]", "'200'", "application/x-tar")]
    [InlineData("produces: [application/x-tar, image/png]", "'200'", "*/*")]
    [InlineData("produces: [application/x-tar, application/json]", "'200'", null)]
    [InlineData("produces: [text/plain]", "'200'", null)]
    [InlineData("produces: [application/x-tar]", "'204'", null)]
    [InlineData("", "'200'", null)]
    public void BytesThatTheOperationItselfProduces_AreADownload_SchemaOrNot(string produces, string status, string? accept)
    {
        var document = Yaml.Document("produces: [application/x-tar]", paths: Yaml.Get($"{produces}\nresponses: {{ {status}: {{ description: done }} }}")).Replace("  post:", "  post:\n      produces: [application/json]", StringComparison.Ordinal);

        var operation = Yaml.Model(document).Operation(OperationKind.Other);

        Assert.Equal((accept is null ? null : TypeKind.Download, accept), ((TypeKind?)operation.Response?.Kind, operation.Reply?.Accept));
    }

    [Fact]
    public void CreateWithoutASchemaInItsReply_IsAnErrorAtTheReply() => Assert.Equal(
        (7, 27), Yaml.Model(Yaml.Document().Replace(", schema: { $ref: '#/definitions/Thing' }", "", StringComparison.Ordinal)).Diagnostic("SEM2004").At());
}
