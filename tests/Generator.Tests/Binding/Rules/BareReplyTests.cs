using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>Creates that answer with an id and nothing around it, or with a list of the one resource.</summary>
[Trait("Feature", "L2")]
public sealed class BareReplyTests
{
    private const string Delete = """ "delete":{"responses":{"204":{"description":""}}}""";
    private static readonly string Numbered = Api.Object("\"id\":{\"type\":\"integer\"}", Api.Text("name"));

    [Theory]
    [InlineData("""{"type":"integer"}""", "", true)]
    [InlineData("""{"type":"integer","description":"The number of things."}""", "", false)]
    [InlineData("""{"type":"integer"}""", "The status code.", false)]
    [InlineData("""{"type":"boolean"}""", "The id.", false)]
    [InlineData("""{"type":"string"}""", "", false)]
    [InlineData("""{"type":"string"}""", "The ID of the thing.", true)]
    [InlineData("""{"type":"string","format":"uuid"}""", "", true)]
    [InlineData("""{"type":"string","enum":["id"]}""", "The id.", false)]
    public void ScalarReply_IsTheId_WhereNothingElseCanBeMeant(string reply, string description, bool isId)
    {
        var facts = Bound.Model(Document(reply, Numbered, description: description)).Facts;

        Assert.Equal(isId ? "id $ False" : null, facts is null ? null : $"{facts.Id} {facts.IdInReply} {facts.ReplyIsResource}");
    }

    [Fact]
    public void NumberReply_IsNoId_WhereTheResourceShowsAText() => Assert.Null(Bound.Model(Document("""{"type":"integer"}""", Api.Resource)).Facts);

    [Fact]
    public void ScalarReply_IsNoId_WhereNothingIsAddressed() => Assert.Null(Bound.Model(Api.Document(reply: """{"type":"string","format":"uuid"}""")).Facts);

    /// <summary>Its items are listed and deleted, not read: the list shows what they are.</summary>
    [Fact]
    public void ListShowsTheResource_WhereNoReadDoes()
    {
        var list = Api.List("{\"type\":\"array\",\"items\":" + Numbered + "}");
        var model = Bound.Valid(Api.Document(reply: """{"type":"integer"}""", collection: list, paths: Api.Path("/things/{id}", Delete)));

        Assert.Equal(("id", "$", "name"), (model.Facts!.Id, model.Facts.IdInReply, model.Facts.NameInResource));
        Assert.Null(Bound.Model(Api.Document(reply: """{"type":"integer"}""", paths: Api.Path("/things/{id}", Delete))).Facts);
    }

    [Theory]
    [InlineData("""{"type":"string"}""", true)]
    [InlineData("""{"type":"integer"}""", true)]
    [InlineData("""{}""", true)]
    [InlineData(Api.Resource, false)]
    public void DeclaredReply_IsTheId_UnlessTheReplyIsAnObject(string reply, bool isId)
    {
        var model = Bound.Model(Document(reply, Api.Resource), overrides: Bound.NoOverrides with { Id = "$" });

        Assert.Equal(isId ? "$" : null, model.Facts?.IdInReply);
    }

    [Theory]
    [InlineData("""{"type":"array","items":R}""", null)]
    [InlineData("""{"type":"object","properties":{"things":{"type":"array","items":R}}}""", "things")]
    public void ListReply_ToARequestForOne_HoldsTheOne(string reply, string? envelope)
    {
        var model = Bound.Valid(Document(reply.Replace("R", Api.Resource, StringComparison.Ordinal), Api.Resource));

        Assert.Equal(("id", null, true, true), (model.Facts!.Id, model.Facts.IdInReply, model.Facts.ReplyIsResource, model.Facts.ReplyIsList));
        Assert.Equal(envelope, model.Operation(OperationKind.Create).ResponseEnvelope);
        Assert.False(Bound.Valid(Document(Api.Resource, Api.Resource)).Facts!.ReplyIsList);
    }

    [Theory]
    [InlineData("""{"type":"array","items":R}""")]
    [InlineData("""{"type":"object","properties":{"name":{"type":"string"},"things":{"type":"array","items":R}}}""")]
    [InlineData("""{"type":"object","properties":{"name":{"type":"string"},"ids":{"type":"array","items":{"type":"string"}}}}""")]
    [InlineData("""{"type":"object","properties":{"query":{"type":"string"}}}""")]
    public void ListReply_ToARequestForSeveral_OrForSomethingElse_IsNone(string request) =>
        Assert.Null(Bound.Model(Document("{\"type\":\"array\",\"items\":" + Api.Resource + "}", Api.Resource, request.Replace("R", Api.Resource, StringComparison.Ordinal))).Facts);

    [Fact]
    public void ListReply_OfAnotherThingThanIsRead_IsNone() =>
        Assert.Null(Bound.Model(Document("{\"type\":\"array\",\"items\":" + Api.Object(Api.Text("id"), Api.Text("name"), Api.Text("color")) + "}", Api.Resource)).Facts);

    private static string Document(string reply, string shown, string request = Api.Request, string description = "") =>
        Api.Document(reply: reply, request: request, paths: Api.Path("/things/{thing_id}", Api.Operation("get", shown)))
            .Replace("\"201\":{\"description\":\"\"", "\"201\":{\"description\":\"" + description + "\"", StringComparison.Ordinal);
}
