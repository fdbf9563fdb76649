using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Where a resource lives when not all of it lives under the path whose POST creates it.</summary>
[Trait("Feature", "L2")]
public sealed class PlacesTests
{
    private static readonly string Gone = "\"delete\":{\"responses\":{\"204\":{\"description\":\"\"}}}";

    [Fact]
    public void SingularPath_AddressesOne_WhereNoneUnderTheCollectionDoes()
    {
        var model = Bound.Valid(Api.Document(collection: Api.List(), paths: Api.Path("/thing/{thingID}", Api.Operation("get", Api.Resource), Gone) + Api.Path("/thing/{thingID}/parts", Api.Operation("get", "{}"))));

        Assert.Equal(
            ["Create POST /things", "Get GET /thing/{thingID}", "List GET /things", "Delete DELETE /thing/{thingID}", "GetParts GET /thing/{thingID}/parts"],
            model.Operations.Select(operation => $"{operation.Name} {operation.Method} {operation.Path}"));
        Assert.Equal("thingID", model.Facts!.IdParameter);
    }

    [Theory]
    [InlineData("/things/{id}", "/thing/{id}", "/things/{id}")]
    [InlineData("/x/thing/{id}", "/thing/y", null)]
    [InlineData("/thingses/{id}", "/thing", null)]
    [InlineData("/thin/{id}", "/thing", null)]
    [InlineData("/{thing}/{id}", "/thing/{id}/x", null)]
    public void OtherPaths_AddressNone(string first, string second, string? read)
    {
        var model = Bound.Valid(Api.Document(paths: Api.Path(first, Api.Operation("get", Api.Resource)) + Api.Path(second, Api.Operation("get", Api.Resource))));

        Assert.Equal(read, model.Has(OperationKind.Read) ? model.Operation(OperationKind.Read).Path : null);
        Assert.DoesNotContain(model.Operations, operation => operation.Path == second);
    }

    [Fact]
    public void ParentsOfTheSingularPath_AreTheSame()
    {
        var json = Api.Document(paths: Api.Path("/a/{a}/thing/{id}", Api.Operation("get", Api.Resource))).Replace("\"/things\"", "\"/a/{a}/things\"");

        Assert.True(Bound.Valid(json, "/a/{a}/things").Has(OperationKind.Read));
        Assert.False(Bound.Valid(json.Replace("/a/{a}/thing/", "/a/{b}/thing/"), "/a/{a}/things").Has(OperationKind.Read));
    }

    [Fact]
    public void PathThatEndsInTheVerb_BelongsToTheCollectionInFrontOfIt()
    {
        var model = Bound.Valid(Verb(Api.Path("/things", Api.List()[1..]) + Api.Path("/things/{id}", Api.Operation("get", Api.Resource), Gone)), "/things/create");

        Assert.Equal(["Create", "Get", "List", "Delete"], model.Operations.Select(operation => operation.Name));
        Assert.Equal("ThingCreate", model.Object(model.Operation(OperationKind.Create).Body!.Identity).Name);
    }

    [Fact]
    public void PathThatEndsInTheVerb_IsACollection_WhereNothingIsInFrontOfIt()
    {
        var model = Bound.Valid(Verb(Api.Path("/other", Api.Operation("get", Api.Resource))), "/things/create");

        Assert.Single(model.Operations);
        Assert.Equal("CreateCreate", model.Object(model.Operation(OperationKind.Create).Body!.Identity).Name);
    }

    [Fact]
    public void RepresentationsAndUpdates_MayHaveTheirOwnSegment()
    {
        var model = Bound.Valid(Verb(
            Api.Path("/things/json", Api.List()[1..]) + Api.Path("/things/{id}", Gone) + Api.Path("/things/{id}/json", Api.Operation("get", Api.Resource))
            + Api.Path("/things/{id}/update", Api.Operation("post", Api.Resource, "," + Api.Body(Api.Request)))), "/things/create");

        Assert.Equal(
            ["POST /things/create", "GET /things/{id}/json", "GET /things/json", "POST /things/{id}/update", "DELETE /things/{id}"],
            model.Operations.Select(operation => operation.Method + " " + operation.Path));
    }

    /// <summary>What shares nothing with the resource is done to it: a payout that is paid is not updated.</summary>
    [Theory]
    [InlineData("post", "name", true)]
    [InlineData("post", "Name", true)]
    [InlineData("post", "rate", false)]
    [InlineData("patch", "rate", true)]
    [InlineData("put", "rate", true)]
    public void PostOfTheItem_IsItsUpdate_WhereItCarriesPartOfIt(string method, string property, bool isUpdate)
    {
        var model = Bound.Valid(Api.Document(paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource), Api.Operation(method, Api.Resource, "," + Api.Body(Api.Object(Api.Text(property)))))));

        Assert.Equal(isUpdate ? OperationKind.Update : OperationKind.Other, Assert.Single(model.Operations, operation => operation.Path == "/things/{id}" && operation.Method != "GET").Kind);
    }

    /// <summary>A build is cancelled by a PATCH of its status.</summary>
    [Theory]
    [InlineData("Cancels a build", false)]
    [InlineData("Commits or aborts the upload", false)]
    [InlineData("Updates what is cancelled", true)]
    [InlineData("", true)]
    public void WhatIsSaidToCancel_IsNoUpdate(string summary, bool isUpdate)
    {
        var model = Bound.Valid(Api.Document(paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource), Api.Operation("patch", Api.Resource, $",\"summary\":\"{summary}\"," + Api.Body(Api.Request)))));

        Assert.Equal(isUpdate, model.Has(OperationKind.Update));
    }

    private static string Verb(string paths) => Api.Document(paths: paths).Replace("\"/things\":{\"post\"", "\"/things/create\":{\"post\"", StringComparison.Ordinal);
}
