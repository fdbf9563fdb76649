using Semel.Generator.Model;
using Semel.Generator.Tests.Binding;

namespace Semel.Generator.Tests.Emit;

/// <summary>The models of errors: one expression where a class's operations agree, and none for what stands in one operation alone.</summary>
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
    [InlineData("""{"type":"object","properties":{"here":{"type":"string"}}}""")]
    [InlineData("""{"type":"string"}""")]
    public void SchemaWithoutAName_IsNoType(string schema)
    {
        var model = Bound.Valid(Api.Document(replies: ",\"404\":" + Api.Reply(schema)));

        Assert.All(model.Operations, operation => Assert.Empty(operation.Errors));
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
