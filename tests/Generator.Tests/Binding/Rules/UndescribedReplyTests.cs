using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>Creates whose reply the document forgot.</summary>
[Trait("Feature", "L2")]
public sealed class UndescribedReplyTests
{
    private const string Nothing = """{"openapi":"3.0.3","paths":{"/things":{"post":{ BODY,"responses":{"201":{"description":""}}}}PATHS}}""";
    private const string Delete = """ "delete":{"responses":{"204":{"description":""}}}""";

    private static readonly string Item = Api.Path("/things/{thing_id}", Api.Operation("get", Api.Resource), Delete);

    [Fact]
    public void NoReply_IsAResource_WhereItsItemsAreReadAndDeleted()
    {
        var model = Bound.Valid(WithoutReply(Item));

        Assert.Equal(("id", "thing_id", false, false), (model.Facts!.Id, model.Facts.IdParameter, model.Facts.IdIsDescribed, model.Facts.ReplyIsResource));
    }

    [Fact]
    public void ReplyWithoutTheId_IsAResource_WhereItsItemsAreReadAndDeleted()
    {
        var model = Bound.Valid(Api.Document(reply: Api.Object("""
            "thing":{"type":"object","properties":{"name":{"type":"string"}}}
            """), paths: Item));

        Assert.Equal(("id", false, "thing"), (model.Facts!.Id, model.Facts.IdIsDescribed, model.Operation(OperationKind.Create).ResponseEnvelope));
    }

    [Fact]
    public void ReplyOfSomethingElse_IsNone() =>
        Assert.Equal("SEM2004", Assert.Single(Bound.Model(Api.Document(reply: "{\"type\":\"object\",\"properties\":{\"processed\":{\"type\":\"integer\"},\"more\":{\"type\":\"boolean\"}}}", paths: Item)).Diagnostics, diagnostic => diagnostic.IsError).Id);

    [Fact]
    public void ReplyOfWhatStandsBesideTheResourceInTheRead_IsForgotten()
    {
        const string beside = "\"duration\":{\"type\":\"string\"}";
        var model = Bound.Valid(Api.Document(
            reply: Api.Object(beside), paths: Api.Path("/things/{thing_id}", Api.Operation("get", Api.Object(beside, "\"thing\":" + Api.Resource)), Delete)));

        Assert.Equal(("id", false, "thing", false), (model.Facts!.Id, model.Facts.IdIsDescribed, model.Operation(OperationKind.Create).ResponseEnvelope, model.Facts.ReplyIsResource));
    }

    [Theory]
    [InlineData("location")]
    [InlineData("success")]
    public void ReplyOfWhereItIs_OrThatItIs_IsForgotten(string property)
    {
        var model = Bound.Valid(Api.Document(reply: Api.Object(Api.Text(property)), paths: Item));

        Assert.Equal(("id", false, false), (model.Facts!.Id, model.Facts.IdIsDescribed, model.Facts.ReplyIsResource));
    }

    [Theory]
    [InlineData("entity_id", true)]
    [InlineData("command_id", false)]
    public void ReplyOfOneId_ShowsTheResources_WhereItSaysSo(string id, bool isFound) =>
        Assert.Equal(isFound ? id : null, Bound.Model(Api.Document(reply: Api.Object(Api.Text("location"), Api.Text(id)), paths: Item)).Facts?.IdInReply);

    [Fact]
    public void NoReply_OfACollectionThatEndsInASlash_IsAResource()
    {
        var paths = Item.Replace("{thing_id}", "{thing_id}/", StringComparison.Ordinal);

        Assert.Equal("id", Bound.Valid(WithoutReply(paths).Replace("\"/things\"", "\"/things/\"", StringComparison.Ordinal), "/things/").Facts!.Id);
    }

    [Fact]
    public void ReplyWithTheId_IsDescribed() => Assert.True(Bound.Valid(Api.Document(paths: Item)).Facts!.IdIsDescribed);

    [Fact]
    public void NoReply_IsNone_WhereItemsAreOnlyRead() =>
        Assert.Equal("SEM2004", Assert.Single(Bound.Model(WithoutReply(Api.Path("/things/{thing_id}", Api.Operation("get", Api.Resource)))).Diagnostics, diagnostic => diagnostic.IsError).Id);

    [Theory]
    [InlineData("201", "Location", true)]
    [InlineData("201", "X-Request-Id", false)]
    [InlineData("400", "Location", false)]
    public void NoReply_ThatSaysALocation_IsAResource_WhereItsItemsAreOnlyRead(string status, string header, bool isFound)
    {
        var reply = "\"" + status + "\":{\"description\":\"\",\"headers\":{\"" + header + "\":{\"schema\":{\"type\":\"string\"}}}}";
        var document = WithoutReply(Api.Path("/things/{thing_id}", Api.Operation("get", Api.Resource))).Replace("\"responses\":{\"201\":{\"description\":\"\"}}", "\"responses\":{" + reply + "}", StringComparison.Ordinal);

        Assert.Equal(isFound, Bound.Model(document).Facts is not null);
    }

    /// <summary>The address says the id, and what is read there doesn't.</summary>
    [Theory]
    [InlineData("Location", true)]
    [InlineData("X-Request-Id", false)]
    public void ReadWithoutAnId_IsThatOfAResource_WhereTheCreateSaysALocation(string header, bool isFound)
    {
        var read = Api.Operation("get", Api.Object(Api.Text("colour"), Api.Text("size")));
        var document = WithoutReply(Api.Path("/things/{thing_id}", read, Delete))
            .Replace("\"responses\":{\"201\":{\"description\":\"\"}}", "\"responses\":{\"201\":{\"description\":\"\",\"headers\":{\"" + header + "\":{\"schema\":{\"type\":\"string\"}}}}}", StringComparison.Ordinal);
        var model = Bound.Model(document);

        Assert.Equal(isFound ? ("$thing_id", false) : (null, true), (model.Facts?.Id, model.Facts?.ReadShowsId ?? true));
        if (isFound) Assert.Contains(model.Facts!.Inferred, fact => fact.Name == "Id" && fact.Reason.Contains("Location", StringComparison.Ordinal));
    }

    /// <summary>What answers with nothing has to lead to what it made in another way.</summary>
    [Theory]
    [InlineData("204", "id", "", false)]
    [InlineData("204", "id", "required", true)]
    [InlineData("204", "id", "list", true)]
    [InlineData("201", "id", "", true)]
    [InlineData("204", "name", "", true)]
    public void NoReplyAtAll_IsAResource_WhereItCanBeFound(string status, string parameter, string has, bool isFound)
    {
        var shape = Api.Object(Api.Text("id"), Api.Text("name"))[..^1] + (has == "required" ? ",\"required\":[\"id\"]}" : "}");
        var paths = Api.Path($"/things/{{{parameter}}}", Api.Operation("get", Api.Resource), Delete);
        var document = WithoutReply(paths).Replace(Api.Body(Api.Request), Api.Body(shape), StringComparison.Ordinal).Replace("\"201\"", $"\"{status}\"", StringComparison.Ordinal);
        if (has == "list") document = document.Replace("\"/things\":{", "\"/things\":{" + Api.List()[1..] + ",", StringComparison.Ordinal);

        Assert.Equal(isFound, Bound.Model(document).Facts is not null);
    }

    [Theory]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}}}}""")]
    [InlineData("""{"type":"object","properties":{"data":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}}}},"more":{"type":"boolean"}}}""")]
    [InlineData("{\"properties\":{\"org\":{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}}},\"things\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}}}}")]
    public void ListInReply_IsABulkCreate(string reply) => Assert.Null(Bound.Model(Api.Document(reply: reply, paths: Item)).Facts);

    /// <summary>What is asked for with a POST may have an id of its own: a read with it would find nothing, and another would be made.</summary>
    [Theory]
    [InlineData("/things/requests/{id}", "task", false)]
    [InlineData("/things/requests/{name}", "task", true)] // what a name finds is a thing
    [InlineData("/things/requests/{id}", "thing", true)]
    [InlineData("/requests/{id}", "task", true)] // nothing says whose it is
    [InlineData("/things/requests/{id}", "part", true)]
    public void ReplyThatIsReadElsewhere_IsNoThing(string path, string shown, bool isFound)
    {
        string Reference(string schema) => "{\"$ref\":\"#/components/schemas/" + schema + "\"}";
        var model = Bound.Model(Api.Document(
            reply: Reference(shown == "part" ? shown : "task"), paths: Api.Path("/things/{thing_id}", Api.Operation("get", Reference("thing")), Delete) + Api.Path(path, Api.Operation("get", Reference(shown))),
            schemas: "\"part\":" + Api.Object(Api.Text("id")) + "," + "\"task\":" + Api.Object(Api.Text("id"), Api.Text("progress")) + ",\"thing\":" + Api.Object(Api.Text("id"), Api.Text("name"))));

        Assert.Equal(isFound, model.Facts is not null);
    }

    /// <summary>What the item's read shows too is a thing, and a declaration knows better.</summary>
    [Theory]
    [InlineData("thing", null, true)]
    [InlineData("task", null, false)]
    [InlineData("task", "id", true)]
    public void ReplyThatTheItemsReadShowsToo_IsTheThing(string reply, string? declared, bool isFound)
    {
        string Reference(string schema) => "{\"$ref\":\"#/components/schemas/" + schema + "\"}";
        var document = Api.Document(
            reply: Reference(reply), paths: Api.Path("/things/{thing_id}", Api.Operation("get", Reference("thing")), Delete) + Api.Path("/things/archived/{id}", Api.Operation("get", Reference(reply))),
            schemas: "\"task\":" + Api.Object(Api.Text("id"), Api.Text("progress")) + ",\"thing\":" + Api.Object(Api.Text("id"), Api.Text("name")));

        Assert.Equal(isFound, Bound.Model(document, overrides: Bound.NoOverrides with { Id = declared }).Facts is not null);
    }

    private static string WithoutReply(string paths) =>
        Nothing.Replace("BODY", Api.Body(Api.Request), StringComparison.Ordinal).Replace("PATHS", paths, StringComparison.Ordinal);
}
