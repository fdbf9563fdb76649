using Semel.Generator.Binding.Whole;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>What is created under its parent and lives at a shorter path.</summary>
[Trait("Feature", "L2")]
public sealed class ShallowItemTests
{
    private static readonly string Other = Api.Object(Api.Text("id"), Api.Text("color"));
    private static readonly string Own = Api.Object(Api.Text("id"), Api.Text("size"));

    [Theory]
    [InlineData("/volumes/{volume_id}/snapshots", "/volumes/snapshots/{snapshot_id}", "/volumes/snapshots/{snapshot_id}")]
    [InlineData("/volumes/{volume_id}/snapshots", "/snapshots/{id}", "/snapshots/{id}")]
    [InlineData("/vpcs/{vpc_id}/peerings", "/vpc_peerings/{peering_id}", "/vpc_peerings/{peering_id}")]
    [InlineData("/boxes/{id}/exec", "/exec/{id}/json", "/exec/{id}/json")]
    [InlineData("/shares/{share_id}/points", "/things/{id}", null)]
    [InlineData("/shares/{share_id}/points", "/other/points/{id}", null)]
    [InlineData("/points", "/a/points/{id}", null)]
    public void Read_IsFoundAtAShorterPathOfTheSameWord(string create, string read, string? found)
    {
        var model = Bound.Valid(Document(create, Own, Api.Path(read, Api.Operation("get", Own), """ "delete":{"responses":{"204":{"description":""}}}""")), create);

        Assert.Equal(found, model.Has(OperationKind.Read) ? model.Operation(OperationKind.Read).Path : null);
        if (found?.EndsWith('}') == true) Assert.Equal(found, model.Operation(OperationKind.Delete).Path);
    }

    /// <summary>What holds a list looks like a page; the create, which answers with the same, shows that it is none.</summary>
    [Fact]
    public void ReadOfTheSameSchema_IsFoundAtAShorterPath_ThoughItHoldsAList()
    {
        const string create = "/products/{product_id}/permissions";
        const string same = """{"$ref":"#/components/schemas/group"}""";
        var group = Api.Object(Api.Text("groupId"), Api.Text("name"), """ "accesses":{"type":"array","items":{"type":"object","properties":{"level":{"type":"string"}}}}""");
        var document = Document(create, same, Api.Path("/permissions/{groupId}", Api.Operation("get", same), """ "delete":{"responses":{"204":{"description":""}}}""")).Replace("\"schemas\":{}", "\"schemas\":{\"group\":" + group + "}", StringComparison.Ordinal);
        var model = Bound.Valid(document, create);

        Assert.Equal(("groupId", "/permissions/{groupId}"), (model.Facts!.Id, model.Operation(OperationKind.Read).Path));
    }

    [Fact]
    public void ReadOfSomethingElse_IsNotTaken()
    {
        var model = Bound.Valid(Document("/volumes/{volume_id}/snapshots", Own, Api.Path("/snapshots/{id}", Api.Operation("get", Other))), "/volumes/{volume_id}/snapshots");

        Assert.False(model.Has(OperationKind.Read));
    }

    /// <summary>Every thing shows an id, so an id alone is no sign of which thing it is where the collection has items of its own.</summary>
    [Theory]
    [InlineData(false, "/videos/{id}")]
    [InlineData(true, null)]
    public void IdAlone_IsNoOtherThings_WhereTheCollectionHasItemsOfItsOwn(bool hasItems, string? found)
    {
        const string create = "/playlists/{playlist_id}/videos";
        var item = hasItems ? Api.Path(create + "/{element_id}", """ "delete":{"responses":{"204":{"description":""}}}""") : "";
        var model = Bound.Valid(Document(create, Api.Object(Api.Text("id")), Api.Path("/videos/{id}", Api.Operation("get", Own)) + item), create);

        Assert.Equal(found, model.Has(OperationKind.Read) ? model.Operation(OperationKind.Read).Path : null);
        if (hasItems) Assert.Equal("element_id", model.Facts!.IdParameter);
    }

    /// <summary>A delete at the shorter path would delete what was attached.</summary>
    [Theory]
    [InlineData("labelID", "label_id", null)]
    [InlineData("label_id", "label_id", null)]
    [InlineData("label_id", "id", "/labels/{label_id}")]
    [InlineData("id", "id", "/labels/{id}")]
    public void RequestThatSaysTheIdOfWhatLivesElsewhere_AttachesIt(string parameter, string property, string? found)
    {
        const string create = "/buckets/{bucket_id}/labels";
        var document = Document(create, Own, Api.Path($"/labels/{{{parameter}}}", Api.Operation("get", Own)) + Api.Path($"{create}/{{{parameter}}}", """ "delete":{"responses":{"204":{"description":""}}}"""), Api.Text(property));
        var model = Bound.Valid(document, create);

        Assert.Equal(found, model.Has(OperationKind.Read) ? model.Operation(OperationKind.Read).Path : null);
        Assert.Equal(found is null ? "its request says the id of what is there already, so it attaches that" : null, ResourceRule.Problem(model));
    }

    /// <summary>A delete at <c>/runners/{id}</c> would take the runner from everybody.</summary>
    [Theory]
    [InlineData("runner_id", true, null)]
    [InlineData("runner_id", false, null)] // nothing else is said of it
    [InlineData("runner_id size", false, "/runners/{id}")]
    [InlineData("owner_id", true, "/runners/{id}")]
    public void RequestThatRequiresTheIdOfItsOwnKind_AttachesIt(string property, bool isRequired, string? found)
    {
        const string create = "/projects/{project_id}/runners";
        var document = Document(create, Own, Api.Path("/runners/{id}", Api.Operation("get", Own), """ "delete":{"responses":{"204":{"description":""}}}"""), string.Join(",", property.Split(' ').Select(name => Api.Text(name))));
        if (isRequired) document = document.Replace(Api.Object(Api.Text(property)), Api.Object(Api.Text(property))[..^1] + $",\"required\":[\"{property}\"]}}", StringComparison.Ordinal);
        var model = Bound.Model(document, create);

        Assert.Equal(found is null, model.Facts!.Attaches);
        Assert.Equal(found, model.Has(OperationKind.Read) ? model.Operation(OperationKind.Read).Path : null);
    }

    /// <summary>A schema that request and reply share requires what the server sets; so may one of the request's own, where it says so.</summary>
    [Theory]
    [InlineData(false, "", true)]
    [InlineData(false, ""","readOnly":true""", false)]
    [InlineData(true, "", false)]
    public void IdThatTheServerSets_AttachesNothing(bool isShared, string rest, bool attaches)
    {
        const string create = "/projects/{project_id}/runners";
        var runner = "{\"type\":\"object\",\"properties\":{\"runner_id\":{\"type\":\"string\"" + rest + "},\"size\":{\"type\":\"string\"}},\"required\":[\"runner_id\"]}";
        const string reference = """{"$ref":"#/components/schemas/runner"}""";
        var document = Api.Document(
            reply: isShared ? reference : Own, request: isShared ? reference : runner, paths: Api.Path("/runners/{id}", Api.Operation("get", isShared ? reference : Own), """ "delete":{"responses":{"204":{"description":""}}}"""),
            schemas: "\"runner\":" + runner).Replace("\"/things\":", $"\"{create}\":", StringComparison.Ordinal);

        Assert.Equal(attaches, Bound.Model(document, create).Facts!.Attaches);
    }

    [Fact]
    public void ReadUnderTheCollection_ComesFirst()
    {
        const string create = "/volumes/{volume_id}/snapshots";
        var model = Bound.Valid(Document(create, Own, Api.Path("/snapshots/{id}", Api.Operation("get", Own)) + Api.Path(create + "/{id}", Api.Operation("get", Own))), create);

        Assert.Equal(create + "/{id}", model.Operation(OperationKind.Read).Path);
    }

    [Fact]
    public void UpdateUnderTheCollection_StaysWhereItTakesTheSameId()
    {
        const string create = "/volumes/{volume_id}/snapshots";
        var update = "\"patch\":{" + Api.Body(Own) + ""","responses":{"200":""" + Api.Reply(Own) + "}}";
        var model = Bound.Valid(Document(create, Own, Api.Path("/snapshots/{id}", Api.Operation("get", Own)) + Api.Path(create + "/{id}", update)), create);

        Assert.Equal(("/snapshots/{id}", create + "/{id}"), (model.Operation(OperationKind.Read).Path, model.Operation(OperationKind.Update).Path));
    }

    /// <summary>A delete of the organization's user would take more than the team's, which has one of its own.</summary>
    [Theory]
    [InlineData("delete", "delete", null)]
    [InlineData("delete patch", "delete", "/orgs/{org}/users/{user_id}")] // it changes there what it deletes there
    [InlineData("post", "delete", "/orgs/{org}/users/{user_id}")]
    [InlineData("delete", "", "/orgs/{org}/users/{user_id}")]
    [InlineData("", "delete", "/orgs/{org}/users/{user_id}")]
    public void WhatIsTakenOutUnderTheCollection_AndDeletedElsewhere_IsAnothers(string under, string elsewhere, string? read)
    {
        const string create = "/orgs/{org}/teams/{team}/users";
        var document = Document(create, Own, Api.Path("/orgs/{org}/users/{user_id}", [Api.Operation("get", Own), .. Operations(elsewhere)]) + (under.Length == 0 ? "" : Api.Path(create + "/{user_id}", Operations(under))));
        var model = Bound.Valid(document, create);

        Assert.Equal(read, model.Has(OperationKind.Read) ? model.Operation(OperationKind.Read).Path : null);
        if (read is null) Assert.Equal(create + "/{user_id}", model.Operation(OperationKind.Delete).Path);

        static string[] Operations(string methods) => [.. methods.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(method => method == "delete" ? """ "delete":{"responses":{"204":{"description":""}}}""" : Api.Operation(method, Own, "," + Api.Body(Own)))];
    }

    /// <summary>What lists more than the create's parent holds would show the things of others.</summary>
    [Theory]
    [InlineData("/simulations/reports", "/reports", "/reports")]
    [InlineData("/orgs/{org}/simulations/reports", "/orgs/{org}/reports", "/orgs/{org}/reports")]
    [InlineData("/orgs/{org}/reports", "/reports", null)]
    public void List_IsWhereTheReadIs_WhereItListsNoMore(string create, string collection, string? list)
    {
        var many = "{\"type\":\"object\",\"properties\":{\"data\":{\"type\":\"array\",\"items\":" + Own + "}}}";
        var model = Bound.Valid(Document(create, Own, Api.Path(collection, Api.Operation("get", many)) + Api.Path(collection + "/{id}", Api.Operation("get", Own))), create);

        Assert.Equal(collection + "/{id}", model.Operation(OperationKind.Read).Path);
        Assert.Equal(list, model.Has(OperationKind.List) ? model.Operation(OperationKind.List).Path : null);
    }

    [Fact]
    public void ListOfSomethingElse_IsNotTaken()
    {
        var many = "{\"type\":\"object\",\"properties\":{\"data\":{\"type\":\"array\",\"items\":" + Other + "}}}";
        var model = Bound.Valid(Document("/simulations/reports", Own, Api.Path("/reports", Api.Operation("get", many)) + Api.Path("/reports/{id}", Api.Operation("get", Own))), "/simulations/reports");

        Assert.False(model.Has(OperationKind.List));
    }

    private static string Document(string create, string reply, string paths, string? request = null) =>
        Api.Document(reply: reply, request: Api.Object(request ?? Api.Text("size")), paths: paths).Replace("\"/things\":", $"\"{create}\":", StringComparison.Ordinal);
}
