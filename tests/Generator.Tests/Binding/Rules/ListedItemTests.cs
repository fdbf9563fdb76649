using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>Resources that only the list shows, and reads that answer with a list of one.</summary>
[Trait("Feature", "L2")]
public sealed class ListedItemTests
{
    private const string Delete = """ "delete":{"responses":{"204":{"description":""}}}""";

    private static readonly string Many = "{\"type\":\"object\",\"properties\":{\"things\":{\"type\":\"array\",\"items\":" + Api.Resource + "}}}";

    [Fact]
    public void WhatNothingAddresses_IsAResource_WhereTheListShowsIt_AndThatIsSaid()
    {
        var resource = Assert.Single(Whole(Api.Document(collection: "," + Api.Operation("get", Many))).Resources);

        Assert.Equal(("/things", "id", "name"), (resource.Declaration.Path, resource.Facts!.Id, resource.Facts.NaturalKey));
        Assert.True(resource.Has(OperationKind.List) && !resource.Has(OperationKind.Read));
        Assert.Contains(resource.Facts.Inferred, fact => fact.Name == "List" && fact.Reason.Contains("the item with that id says whether it is there", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("no list", "", Api.Resource, Api.Request)]
    [InlineData("the list asks for something", "needed", Api.Resource, Api.Request)]
    [InlineData("the create answers with something else", "list", """{"type":"object","properties":{"id":{"type":"string"},"queued":{"type":"boolean"}}}""", Api.Request)]
    [InlineData("the request says nothing of it", "list", Api.Resource, """{"type":"object","properties":{"reason":{"type":"string"}}}""")]
    [InlineData("its id is none", "list", """{"type":"object","properties":{"name":{"type":"string"}}}""", Api.Request)]
    public void WhatIsNotSurelyListed_IsNone(string why, string list, string reply, string request)
    {
        var get = list.Length == 0 ? "" : "," + Api.Operation("get", Many, list == "needed" ? ""","parameters":[{"name":"day","in":"query","required":true,"schema":{"type":"string"}}]""" : "");

        Assert.True(Whole(Api.Document(reply, request, collection: get)).Resources.Count == 0, why);
    }

    /// <summary>Whose id a request has to say was there before; an <c>id</c> is its own, and a schema that both share requires what the server sets.</summary>
    [Theory]
    [InlineData("thing_id", true, false, false)]
    [InlineData("thing_id", false, false, true)]
    [InlineData("thing_id", true, true, true)]
    [InlineData("id", true, false, true)]
    public void IdThatTheRequestHasToSay_WasThereBefore(string id, bool isRequired, bool isShared, bool isFound)
    {
        var shape = Api.Object(Api.Text(id), Api.Text("name"))[..^1] + (isRequired ? $",\"required\":[\"{id}\"]}}" : "}");
        const string thing = """{"$ref":"#/components/schemas/thing"}""";
        var many = "{\"type\":\"object\",\"properties\":{\"things\":{\"type\":\"array\",\"items\":" + thing + "}}}";

        Assert.Equal(isFound ? 1 : 0, Whole(Api.Document(thing, isShared ? thing : shape, "," + Api.Operation("get", many), schemas: "\"thing\":" + shape)).Resources.Count);
    }

    [Fact]
    public void ReadOfAListOfOne_ReadsThatOne()
    {
        var model = Bound.Valid(Api.Document(collection: "," + Api.Operation("get", Many), paths: Api.Path("/things/{id}", Api.Operation("get", Many), Delete)));

        Assert.Equal("things.*", model.Operation(OperationKind.Read).ResponseEnvelope);
        Assert.Contains(model.Facts!.Inferred, fact => fact.Name == "Read" && fact.Reason.Contains("a list of that one", StringComparison.Ordinal));
    }

    /// <summary>The reply itself may be that list, and an id may be called as the path's parameter is.</summary>
    [Theory]
    [InlineData("id", "id", "*")]
    [InlineData("registry", "registry", "*")]
    [InlineData("registry", "id", null)]
    [InlineData("id", "region", null)]
    public void ReadWhoseReplyIsAListOfOne_ReadsThatOne(string property, string parameter, string? envelope)
    {
        var thing = Api.Object(Api.Text(property), Api.Text("name"));
        var model = Bound.Model(Api.Document(reply: thing, paths: Api.Path($"/things/{{{parameter}}}", Api.Operation("get", $"{{\"type\":\"array\",\"items\":{thing}}}"), Delete)));

        Assert.Equal(envelope, model.Facts is not null && model.Has(OperationKind.Read) ? model.Operation(OperationKind.Read).ResponseEnvelope : null);
    }

    /// <summary>A path that takes the id by the thing's name reads one, though it only reads.</summary>
    [Theory]
    [InlineData("thing_id", "*")]
    [InlineData("id", null)]
    [InlineData("owner_id", null)]
    public void PathOfTheThingsOwnId_ReadsOne(string parameter, string? envelope)
    {
        var model = Bound.Valid(Api.Document(paths: Api.Path($"/things/{{{parameter}}}", Api.Operation("get", $"{{\"type\":\"array\",\"items\":{Api.Resource}}}"))));

        Assert.Equal(envelope, model.Has(OperationKind.Read) ? model.Operation(OperationKind.Read).ResponseEnvelope : null);
    }

    /// <summary>So may the create's, which answers with a list of what it made.</summary>
    [Theory]
    [InlineData("registry", true)]
    [InlineData("other", false)]
    public void CreateWhoseReplyIsAListOfOne_MadeThatOne(string parameter, bool isFound)
    {
        var thing = Api.Object(Api.Text("registry"), Api.Text("name"));
        var many = $"{{\"type\":\"array\",\"items\":{thing}}}";
        var model = Bound.Model(Api.Document(reply: many, request: thing, collection: "," + Api.Operation("get", many), paths: Api.Path($"/things/{{{parameter}}}", Api.Operation("get", many), Delete)));

        Assert.Equal(isFound ? "registry" : null, model.Facts?.Id);
    }

    /// <summary><c>/buckets/{region}</c> lists those of a region.</summary>
    [Fact]
    public void PathThatIsOnlyListed_ReadsNone()
    {
        var model = Bound.Model(Api.Document(paths: Api.Path("/things/{region}", Api.Operation("get", Many))));

        Assert.DoesNotContain(model.Operations, operation => operation.Kind == OperationKind.Read);
    }

    private static ResourceModel Whole(string json) => Semel.Generator.Binding.ResourceBinder.Bind(
        Bound.Declaration("") with { IsWhole = true }, Semel.Generator.Documents.SpecReader.Read("specs/api.json", Microsoft.CodeAnalysis.Text.SourceText.From(json), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
