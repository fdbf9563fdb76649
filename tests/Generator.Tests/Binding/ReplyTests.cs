using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Creates that answer with an id, and not with the resource.</summary>
[Trait("Feature", "L2")]
public sealed class ReplyTests
{
    private const string Shown = """{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}},"required":["id","name"]}""";

    [Theory]
    [InlineData("""{"thingID":{"type":"string"}}""", "thingID")]
    [InlineData("""{"thing_uuid":{"type":"string"},"warnings":{"type":"array","items":{"type":"string"}}}""", "thing_uuid")]
    [InlineData("""{"ID":{"type":"string"},"message":{"type":"string"}}""", "ID")]
    [InlineData("""{"id":{"type":"string"}}""", null)]
    public void IdAlone_IsNotTheResource_WhichIsWhatAReadShows(string properties, string? inReply)
    {
        var model = Model(properties);

        Assert.Equal(("id", inReply, false), (model.Facts!.Id, model.Facts.IdInReply, model.Facts.ReplyIsResource));
        Assert.Equal(["id!", "name!"], model.Resource().Properties.Select(property => property.JsonName + (property.Required ? "!" : "")));
    }

    [Theory]
    [InlineData("""{"id":{"type":"string"},"name":{"type":"string"}}""")]
    [InlineData("""{"id":{"type":"string"},"key":{"type":"string"}}""")]
    public void MoreThanAnId_IsTheResource(string properties)
    {
        var model = Model(properties, """{"type":"object","properties":{"name":{"type":"string"},"id":{"type":"string"}}}""", "{thing_name}");

        Assert.True(model.Facts!.ReplyIsResource);
        Assert.Null(model.Facts.IdInReply);
    }

    [Fact]
    public void IdAlone_IsTheResource_WhereNothingShowsMore()
    {
        Assert.True(Bound.Valid(Api.Document(reply: Api.Object(Api.Text("id")))).Facts!.ReplyIsResource);
        Assert.True(Model("""{"id":{"type":"string"}}""", """{"type":"object","properties":{"id":{"type":"string"}}}""").Facts!.ReplyIsResource);
    }

    [Fact]
    public void NameAlone_IsNotTheResource_WhereThePathTakesIt()
    {
        var facts = Model("""{"name":{"type":"string"}}""", parameter: "{thing_name}").Facts!;

        Assert.Equal(("name", null, false), (facts.Id, facts.IdInReply, facts.ReplyIsResource));
    }

    /// <summary>Nothing reads the resource afterwards, so the reply is all there is.</summary>
    [Theory]
    [InlineData("", "id", "thing_id")]
    [InlineData("offset", "thing_id", null)]
    public void List_ShowsTheId_WhereNoReadDoes_AndWhereItCanBeReadToItsEnd(string parameter, string id, string? inReply)
    {
        var parameters = parameter.Length == 0 ? "" : Api.Query(parameter);
        var model = Bound.Valid(Api.Document(reply: Api.Object(Api.Text("thing_id")), collection: Api.List(parameters: parameters)));

        Assert.Equal((id, inReply, true), (model.Facts!.Id, model.Facts.IdInReply, model.Facts.ReplyIsResource));
        Assert.Equal(inReply is not null, model.Has(OperationKind.List));
    }

    /// <summary>The request's property is called as the create's reply calls the id.</summary>
    [Fact]
    public void ClientsOwnId_NamesTheInstance_AndIsReadAsTheId()
    {
        var created = Api.Object(Api.Text("user_id"), Api.Text("group_id"));
        var request = Api.Object(Api.Text("user_id"))[..^1] + ",\"required\":[\"user_id\"]}";
        var model = Bound.Valid(Api.Document(reply: created, request: request, paths: Api.Path("/things/{user_id}", Api.Operation("get", Shown))));

        Assert.Equal(("id", "user_id", "user_id", "id"), (model.Facts!.Id, model.Facts.IdInReply, model.Facts.NaturalKey, model.Facts.NameInResource));
        Assert.Equal("UniqueName", model.Facts.Guarantee);
    }

    /// <summary>A request that may say what is called an id is described by the resource's schema, or repeats what the server set.</summary>
    [Theory]
    [InlineData("thing_id", false, false, null)]
    [InlineData("thing_id", true, false, "thing_id")]
    [InlineData("thing_id", true, true, null)]
    [InlineData("id", true, false, "id")]
    [InlineData("id", true, true, null)]
    [InlineData("code", false, true, "code")]
    public void IdInTheRequest_IsTheClients_WhereItHasToBeSaid_AndTheSchemaIsTheRequestsOwn(string id, bool isRequired, bool isResource, string? key)
    {
        var text = Api.Object(Api.Text(id), Api.Text("region"))[..^1] + (isRequired ? $",\"required\":[\"{id}\"]}}" : "}");
        const string reference = "{\"$ref\":\"#/components/schemas/thing\"}";
        var model = Bound.Valid(Api.Document(
            reply: reference, request: isResource ? reference : text, paths: Api.Path($"/things/{{{id}}}", Api.Operation("get", reference)), schemas: "\"thing\":" + text));

        Assert.Equal((id, key), (model.Facts!.Id, model.Facts.NaturalKey));
    }

    /// <summary>Where no success is described, what is answered by default is one.</summary>
    [Fact]
    public void DefaultReply_IsTheSuccess_WhereNoOtherIsDescribed()
    {
        var model = Bound.Valid(Api.Document(reply: Api.Resource).Replace("\"201\":{\"description\":\"\"", "\"default\":{\"description\":\"done\"", StringComparison.Ordinal));

        Assert.Equal("id", model.Facts!.Id);
    }

    /// <summary>What is called a name may be another value than the id: nothing is guessed.</summary>
    [Theory]
    [InlineData("id", "name")]
    [InlineData("name", "id")]
    public void NameAndId_AreNotTakenForEachOther(string created, string shown)
    {
        var facts = Model("{\"" + created + "\":{\"type\":\"string\"}}", Api.Object(Api.Text(shown), Api.Text("size")), "{thing_name}").Facts!;

        Assert.Equal((created, null, true), (facts.Id, facts.IdInReply, facts.ReplyIsResource));
    }

    [Fact]
    public void DeclaredId_SaysWhereTheReplyHoldsIt()
    {
        var overrides = Bound.NoOverrides with { Id = "data.reference" };
        var model = Bound.Valid(Document(Api.Object("\"data\":" + Api.Object(Api.Text("reference")))), overrides: overrides);

        Assert.Equal(("id", "reference", false), (model.Facts!.Id, model.Facts.IdInReply, model.Facts.ReplyIsResource));
        Assert.Equal("data", model.Operation(OperationKind.Create).ResponseEnvelope);
    }

    private static ResourceModel Model(string properties, string shown = Shown, string parameter = "{thingID}") =>
        Bound.Valid(Document("{\"type\":\"object\",\"properties\":" + properties + "}", shown, parameter));

    private static string Document(string reply, string shown = Shown, string parameter = "{thingID}") =>
        Api.Document(reply: reply, paths: Api.Path("/things/" + parameter, Api.Operation("get", shown)));
}
