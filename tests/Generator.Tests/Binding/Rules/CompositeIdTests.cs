using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>Resources whose path takes several parameters of their own.</summary>
[Trait("Feature", "L2")]
public sealed class CompositeIdTests
{
    private const string Delete = """ "delete":{"responses":{"204":{"description":""}}}""";
    private static readonly string Set = Api.Object(Api.Text("name"), Api.Text("type"), Api.Text("region"), Api.Text("label"));

    [Theory]
    [InlineData("/things/{rr_name}/{rr_type}", "rr_name+rr_type", "name+type")]
    [InlineData("/things/{type}/{name}", "type+name", "type+name")]
    [InlineData("/things/{regionId}/{label}", "regionId+label", "region+label")]
    [InlineData("/things/{region}/{thing}", "region+thing", "region+name")]
    [InlineData("/things/{region}/{type}/{name}", "region+type+name", "region+type+name")]
    public void ParametersBehindTheCollection_TakePropertiesOfTheResource(string path, string parameters, string id)
    {
        var model = Bound.Valid(Api.Document(reply: Set, paths: Api.Path(path, Api.Operation("get", Set), Delete)));

        Assert.Equal((parameters, id, true), (model.Facts!.IdParameter, model.Facts.Id, model.Facts.IdIsDescribed));
        Assert.Equal((path, path), (model.Operation(OperationKind.Read).Path, model.Operation(OperationKind.Delete).Path));
    }

    [Theory]
    [InlineData("/things/{color}/{name}")]
    [InlineData("/things/{name}/{rr_name}")]
    [InlineData("/things/{name}/by/{type}")]
    [InlineData("/other/{name}/{type}")]
    public void ParameterThatTakesNothingOfIt_AddressesAnother(string path)
    {
        var model = Bound.Model(Api.Document(reply: Set, paths: Api.Path(path, Api.Operation("get", Set), Delete)));

        Assert.True(model.Facts is null || !model.Has(OperationKind.Read));
    }

    [Fact]
    public void ItemOfOneParameter_ComesFirst()
    {
        var model = Bound.Valid(Api.Document(
            reply: Api.Object(Api.Text("id"), Api.Text("name"), Api.Text("type")),
            paths: Api.Path("/things/{name}/{type}", Api.Operation("get", Set)) + Api.Path("/things/{id}", Api.Operation("get", Api.Resource))));

        Assert.Equal("id", model.Facts!.IdParameter);
    }

    /// <summary>A path that looks like an item but lists is none: <c>/buckets/{regionId}</c>.</summary>
    [Fact]
    public void ListUnderTheCollection_IsNoItem()
    {
        var list = Api.Operation("get", """{"type":"array","items":SET}""".Replace("SET", Set, StringComparison.Ordinal));
        var model = Bound.Valid(Api.Document(reply: Set, paths: Api.Path("/things/{regionId}", list) + Api.Path("/things/{regionId}/{label}", Api.Operation("get", Set), Delete)));

        Assert.Equal("regionId+label", model.Facts!.IdParameter);
    }

    /// <summary>What addresses it is what the request says: one of each, and one read finds it.</summary>
    [Theory]
    [InlineData(true, "name+type", "UniqueName")]
    [InlineData(false, "name", "AtMostOnce")]
    public void RequestThatSaysAllParts_NamesTheInstance(bool all, string key, string guarantee)
    {
        var request = all ? Api.Object(Api.Text("name"), """ "type":{"type":"string","enum":["A","B"]}""") : Api.Request;
        var model = Bound.Valid(Api.Document(reply: Set, request: request, paths: Api.Path("/things/{name}/{type}", Api.Operation("get", Set))));

        Assert.Equal((key, guarantee), (model.Facts!.NaturalKey, model.Facts.Guarantee));
        Assert.Equal(all ? "name+type" : "name", model.Facts.NameInResource);
    }

    /// <summary>What names another, to which it belongs.</summary>
    [Theory]
    [InlineData("/things/{owner}/{name}", "login", "owner.login+name")]
    [InlineData("/things/{owner_name}/{name}", "name", "owner.name+name")]
    [InlineData("/things/{ownerId}/{name}", "id", "owner.id+name")]
    [InlineData("/things/{owner}/{name}", "email", null)]
    [InlineData("/things/{owner_name}/{name}", "login", null)]
    [InlineData("/things/{holder}/{name}", "login", null)]
    public void OwnerInThePath_TakesWhatNamesIt(string path, string field, string? id)
    {
        var owned = Api.Object(Api.Text("name"), """ "owner":{"type":"object","properties":{"FIELD":{"type":"string"}}}""".Replace("FIELD", field, StringComparison.Ordinal));
        var model = Bound.Model(Api.Document(reply: owned, paths: Api.Path(path, Api.Operation("get", owned), Delete)));

        Assert.Equal(id, model.Has(OperationKind.Read) ? model.Facts?.Id : null);
    }

    /// <summary>An owner's id before its name, which it may change.</summary>
    [Fact]
    public void OwnerWithIdAndName_TakesTheId()
    {
        var owned = Api.Object(Api.Text("name"), """ "account":{"type":"object","properties":{"name":{"type":"string"},"id":{"type":"string"}}}""");

        Assert.Equal("account.id+name", Bound.Valid(Api.Document(reply: owned, paths: Api.Path("/things/{account}/{name}", Api.Operation("get", owned), Delete))).Facts!.Id);
    }

    /// <summary>The owner isn't said where one is created, but addresses it.</summary>
    [Theory]
    [InlineData("/user/repos", "/repos/{owner}/{repo}", "", true)]
    [InlineData("/orgs/{org}/repos", "/repos/{owner}/{repo}", "", true)]
    [InlineData("/user/repos", "/teams/repos/{owner}/{repo}", "", false)]
    [InlineData("/user/repos", "/forks/{owner}/{repo}", "", false)]
    [InlineData("/user/repos", "/repos/{holder}/{repo}", "", false)]
    [InlineData("/user/repos", "/repos/{owner}/{repo}", "a b c", false)]
    public void OwnedItem_IsFoundAtAShorterPath(string create, string item, string unlike, bool isFound)
    {
        string[] properties = [Api.Text("name"), """ "owner":{"type":"object","properties":{"login":{"type":"string"}}}"""];
        var made = Api.Object([.. properties, .. unlike.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Api.Text(name))]);
        var model = Bound.Model(Api.Document(reply: made, paths: Api.Path(item, Api.Operation("get", Api.Object(properties)), Delete)).Replace("\"/things\"", $"\"{create}\"", StringComparison.Ordinal), create);

        Assert.Equal(isFound ? ("owner.login+name", "owner+repo", item) : (null, null, null), model.Has(OperationKind.Read) ? (model.Facts!.Id, model.Facts.IdParameter, model.Operation(OperationKind.Delete).Path) : (null, null, null));
    }

    [Fact]
    public void AnyItem_CanBeDeclared()
    {
        var document = Api.Document(
            reply: Api.Object(Api.Text("name"), """ "owner":{"type":"object","properties":{"login":{"type":"string"}}}"""),
            paths: Api.Path("/repos/{owner}/{repo}", Api.Operation("get", Api.Object(Api.Text("name"), """ "owner":{"type":"object","properties":{"login":{"type":"string"}}}""")), Delete));
        var model = Bound.Valid(document, overrides: Bound.NoOverrides with { Id = "owner.login+name", IdParameter = "owner+repo", Read = "GET /repos/{owner}/{repo}", Delete = "DELETE /repos/{owner}/{repo}" });

        Assert.Equal(("owner+repo", "owner.login+name", "/repos/{owner}/{repo}"), (model.Facts!.IdParameter, model.Facts.Id, model.Operation(OperationKind.Delete).Path));
    }

    [Theory]
    [InlineData("name", "SEM1007")]
    [InlineData("name+type+region", "SEM1007")]
    [InlineData("name+color", "SEM1007")]
    public void DeclaredIdOfAnotherNumberOfParts_OrOfNoProperty_IsAnError(string id, string error)
    {
        var model = Bound.Model(Api.Document(reply: Set, paths: Api.Path("/things/{name}/{type}", Api.Operation("get", Set))), overrides: Bound.NoOverrides with { Id = id });

        Assert.Null(model.Facts);
        Assert.Equal(Bound.AttributeLocation, model.Diagnostic(error).Location);
    }

    [Fact]
    public void DeclaredParameterThatThePathLacks_IsAnError() =>
        Bound.Model(
            Api.Document(reply: Set, paths: Api.Path("/sets/{name}/{type}", Api.Operation("get", Set))),
            overrides: Bound.NoOverrides with { Read = "GET /sets/{name}/{type}", IdParameter = "name+kind", Id = "name+type" }).Diagnostic("SEM1016");
}
