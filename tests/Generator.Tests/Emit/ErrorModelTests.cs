using Semel.Generator.Model;
using Semel.Generator.Tests.Binding;

namespace Semel.Generator.Tests.Emit;

/// <summary>The models of errors: one expression where a class's operations agree, and one type for equal shapes that stand inline.</summary>
public sealed class ErrorModelTests
{
    private const string Fault = """ "Fault":{"type":"object","properties":{"code":{"type":"string"}}},"Busy":{"type":"object","properties":{"wait":{"type":"integer"}}}""";

    [Theory]
    [InlineData("404", "Fault", "Errors = [global::Semel.ErrorModel.Of<global::ApiModels.Fault>()],")]
    [InlineData("default", "Fault", "Errors = [global::Semel.ErrorModel.Of<global::ApiModels.Fault>()],")]
    [InlineData("404", "Busy", """
                global::Semel.ErrorModel.Of<global::ApiModels.Busy>("404"),
                global::Semel.ErrorModel.Of<global::ApiModels.Fault>("4XX")
        """)]
    public void AgreeingOperations_ShareOneExpression(string status, string schema, string expected) =>
        Assert.Contains(OneLine(expected), OneLine(Source(status, schema)), StringComparison.Ordinal);

    [Fact]
    public void OperationThatDiffers_HasAModelOfItsOwn()
    {
        var source = Source("4xx", "Busy");

        Assert.Contains("ErrorModel.Of<global::ApiModels.Busy>(\"4XX\")", source, StringComparison.Ordinal);
        Assert.Contains("ErrorModel.Of<global::ApiModels.Fault>(\"4XX\").For(\"POST /things\")", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"object"}""")]
    [InlineData("""{"type":"string"}""")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""")]
    public void SchemaWithoutProperties_IsNoType(string schema)
    {
        var model = Bound.Valid(Api.Document(replies: ",\"404\":" + Api.Reply(schema)));

        Assert.All(model.Operations, operation => Assert.Empty(operation.Errors));
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"error":{"type":"string"}}}""", "Error")]
    [InlineData("""{"type":"object","properties":{"errors":{"type":"array","items":{"type":"string"}}}}""", "Errors")]
    [InlineData("""{"type":"object","properties":{"message":{"type":"string"},"code":{"type":"integer"},"errors":{"type":"object"}}}""", "CodeMessageError")]
    [InlineData("""{"type":"object","properties":{"d":{},"b":{},"a":{},"c":{}}}""", "ABCError")]
    public void InlineSchema_IsNamedByItsShape(string schema, string name) =>
        Assert.Contains($"Errors = [global::Semel.ErrorModel.Of<global::ApiModels.{name}>()],", OneLine(Inline(schema)), StringComparison.Ordinal);

    /// <summary>What is said about the shape, and in which order, makes no other type of it; another name or type of a property does.</summary>
    [Theory]
    [InlineData("""{"type":"object","properties":{"code":{"type":"string"},"more":{"type":"object","properties":{"x":{"type":"integer"}}}}}""", 1)]
    [InlineData("""{"type":"object","required":["code"],"description":"Other.","properties":{"more":{"type":"object","properties":{"x":{"type":"integer"}}},"code":{"type":"string","description":"It."}}}""", 1)]
    [InlineData("""{"type":"object","properties":{"code":{"type":"string"},"more":{"type":"object","properties":{"x":{"type":"string"}}}}}""", 2)]
    [InlineData("""{"type":"object","properties":{"code":{"type":"string"}}}""", 2)]
    public void EqualShapes_AreOneType(string second, int types)
    {
        const string first = """{"type":"object","properties":{"code":{"type":"string"},"more":{"type":"object","properties":{"x":{"type":"integer"}}}}}""";
        var model = Bound.Valid(Api.Document(
            replies: ",\"422\":" + Api.Reply(first),
            paths: Api.Path("/things/{id}", "\"get\":{\"responses\":{\"200\":" + Api.Reply(Api.Resource) + ",\"422\":" + Api.Reply(second) + "}}")));

        Assert.Equal(types, model.Operations.SelectMany(operation => operation.Errors).Select(error => error.Type.Identity).Distinct().Count());
        Assert.Empty(Emitted.Problems(model));
    }

    [Fact]
    public void WhatOneOperationRequires_IsNotPromised()
    {
        var model = Bound.Valid(Api.Document(replies: ",\"404\":" + Api.Reply("""{"type":"object","required":["code"],"properties":{"code":{"type":"string"}}}""")));

        Assert.False(model.Object(model.Operations.Single(operation => operation.Kind == OperationKind.Create).Errors.Single().Type.Identity).Property("code").Required);
    }

    [Fact]
    public void OperationThatIsAdded_RenamesNoError()
    {
        const string shape = """{"type":"object","properties":{"code":{"type":"string"},"message":{"type":"string"}}}""";
        var added = Api.Path("/a", "\"get\":{\"responses\":{\"200\":" + Api.Reply(Api.Resource) + ",\"404\":" + Api.Reply("""{"type":"object","properties":{"code":{"type":"integer"}}}""") + "}}");

        Assert.Contains("class CodeMessageError ", Inline(shape), StringComparison.Ordinal);
        Assert.Contains("class CodeMessageError ", Inline(shape, added), StringComparison.Ordinal);
    }

    /// <summary>A broken one spoils nothing.</summary>
    [Fact]
    public void InlineSchemaThatCannotBeRead_IsNoType()
    {
        var model = Bound.Valid(Api.Document(replies: ",\"404\":" + Api.Reply("""{"type":"object","properties":{"x":{"$ref":"#/nowhere"}}}""")));

        Assert.All(model.Operations, operation => Assert.Empty(operation.Errors));
        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.IsError);
    }

    private static string Inline(string schema, string paths = "")
    {
        var model = Bound.Valid(Api.Document(replies: ",\"4XX\":" + Api.Reply(schema), paths: paths));
        Assert.Empty(Emitted.Problems(model));
        return string.Concat(Emitted.From(model).Values);
    }

    [Fact]
    public void DefaultWithoutASuccess_IsNoError()
    {
        var model = Bound.Valid(Api.Document(
            paths: Api.Path("/things/{id}/x", "\"get\":{\"responses\":{\"default\":" + Api.Reply("""{"$ref":"#/components/schemas/Fault"}""") + "}}"), schemas: Fault));

        Assert.All(model.Operations, operation => Assert.Empty(operation.Errors));
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static string Source(string status, string schema)
    {
        var json = Api.Document(
            replies: ",\"4XX\":" + Api.Reply("""{"$ref":"#/components/schemas/Fault"}"""),
            paths: Api.Path("/things/{id}", "\"get\":{\"responses\":{\"200\":" + Api.Reply(Api.Resource) + ",\"" + status + "\":" + Api.Reply($$"""{"$ref":"#/components/schemas/{{schema}}"}""") + "}}"),
            schemas: Fault);
        var model = Bound.Valid(json);
        Assert.Empty(Emitted.Problems(model));
        return string.Concat(Emitted.From(model).Values);
    }
}
