using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Binding;
using Semel.Generator.Documents;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>What a whole document is taken to hold, and what not.</summary>
[Trait("Feature", "L2")]
public sealed class WholeSelectionTests
{
    private const string Delete = """ "delete":{"responses":{"204":{"description":""}}}""";
    private const string Update = """ "put":{"requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"name":{"type":"string"}}}}}},"responses":{"204":{"description":""}}}""";

    private static readonly string Parent = Api.Object("\"agent\":" + Api.Resource);

    [Fact]
    public void ReadById_IsAResource() => Assert.Null(Problem("/things", Api.Path("/things/{id}", Api.Operation("get", Api.Resource))));

    [Fact]
    public void DeletedById_IsAResource() => Assert.Null(Problem("/things", Api.Path("/things/{id}", Delete)));

    [Fact]
    public void ListedAndUpdatedById_IsAResource() => Assert.Null(Problem("/things", Api.Path("/things/{id}", Update), Api.List()));

    [Fact]
    public void UpdatedOnly_IsNone() => Assert.Equal("nothing reads one again by its id", Problem("/things", Api.Path("/things/{id}", Update)));

    [Fact]
    public void Listed_IsOne_WhereNothingAddressesOne() => Assert.Null(Problem("/things", "", Api.List()));

    [Fact]
    public void PostOfAnItem_IsAnUpdate() => Assert.Equal("its path is that of one, so it is taken for an update of that", Problem("/things/{id}", "", "," + Delete));

    [Theory]
    [InlineData("/things/{id}/actions", "it is an action")]
    [InlineData("/things/search", "its path ends in what is done, and nothing reads one again by its id")]
    [InlineData("/login", "its path ends in what is done, and nothing reads one again by its id")]
    [InlineData("/things/{id}/resetPassword", "its path ends in what is done, and nothing reads one again by its id")]
    public void WhatIsDone_IsNone(string path, string reason) => Assert.Equal(reason, Problem(path, Api.Path(path + "/{key}", Delete)));

    [Theory]
    [InlineData("/import", "its path ends in what is done, and nothing changes or deletes one by its id")]
    [InlineData("/things/{id}/actions", "it is an action")]
    [InlineData("/check-runs", null)]
    public void WhatIsDone_LeavesATraceThatIsRead(string path, string? reason) =>
        Assert.Equal(reason, Problem(path, Api.Path(path + "/{key}", Api.Operation("get", Api.Resource))));

    [Theory]
    [InlineData("/import")]
    [InlineData("/actions")]
    public void WhatIsChangedOrDeleted_IsAResource_HoweverItIsCalled(string path) =>
        Assert.Null(Problem(path, Api.Path(path + "/{key}", Api.Operation("get", Api.Resource), Delete)));

    /// <summary>A series of tests is called after what it is of.</summary>
    [Theory]
    [InlineData(true, true, null)]
    [InlineData(true, false, "its path ends in what is done, and nothing reads one again by its id")]
    [InlineData(false, true, "its path ends in what is done, and nothing reads one again by its id")]
    public void WhatIsListedThere_AndDeletedUnderIt_IsAResource_HoweverItIsCalled(bool isListed, bool isDeleted, string? reason) =>
        Assert.Equal(reason, Problem("/test_series", isDeleted ? Api.Path("/test_series/{id}", Delete) : "", isListed ? Api.List() : ""));

    [Fact]
    public void RootOfADocument_MayCreate()
    {
        Assert.Null(Problem("/", Api.Path("/{id}", Api.Operation("get", Api.Resource), Delete)));
        Assert.Equal(("/{id}", "/{id}"), Bound.Valid(Api.Document(paths: Api.Path("/{id}", Api.Operation("get", Api.Resource), Delete)).Replace("\"/things\":", "\"/\":", StringComparison.Ordinal), "/") is var model
            ? (model.Operation(Semel.Generator.Model.OperationKind.Read).Path, model.Operation(Semel.Generator.Model.OperationKind.Delete).Path) : default);
    }

    [Theory]
    [InlineData("/agents/{agent_id}/functions", "it answers with what it is under, so it changes that")]
    [InlineData("/rooms/{room_id}/agents", null)]
    public void ReplyOfTheParent_IsAnAttachment(string path, string? reason) => Assert.Equal(reason, Problem(path, Api.Path(path + "/{id}", Delete), reply: Parent));

    /// <summary>A create of attributes that answers with the user they are of: the list holds keys and values, and the user's id deletes none.</summary>
    [Theory]
    [InlineData("key", "its list shows no such id")]
    [InlineData("id", null)]
    [InlineData("name", null)] // the list forgot the id
    public void ListWithoutTheId_ShowsThatTheReplyIsOfSomethingElse(string shown, string? reason) =>
        Assert.Equal(reason, Problem("/things", Api.Path("/things/{key}", Delete), Api.List("{\"type\":\"object\",\"properties\":{\"items\":{\"type\":\"array\",\"items\":" + Api.Object(Api.Text(shown), Api.Text("value")) + "}}}")));

    /// <summary>An object in each item may be the resource.</summary>
    [Fact]
    public void ListThatHoldsObjects_MayShowTheId() =>
        Assert.Null(Problem("/things", Api.Path("/things/{key}", Delete), Api.List("{\"type\":\"object\",\"properties\":{\"items\":{\"type\":\"array\",\"items\":" + Api.Object(Api.Text("key"), "\"thing\":" + Api.Resource) + "}}}")));

    [Fact]
    public void Document_SaysWhatIsNone_AndWhatIsOne()
    {
        Assert.Equal("the document says so by x-semel-ignore", Problem("/things", Api.Path("/things/{id}", Api.Operation("get", Api.Resource)), extension: "\"x-semel-ignore\":true,"));
        Assert.Null(Problem("/things", "", extension: "\"x-semel-ignore\":false,"));
    }

    [Theory]
    [InlineData("deleteThing", "its operation says that it deletes")]
    [InlineData("remove-thing", "its operation says that it deletes")]
    [InlineData("updateSecret", "its operation says that it updates")]
    [InlineData("createOrUpdateSecret", null)]
    [InlineData("updateOrCreateContact", null)]
    [InlineData("update_logs_create", null)]
    [InlineData("createThing", null)]
    [InlineData("deletedThings_create", null)]
    public void WhatSaysThatItDeletesOrUpdates_IsNone(string id, string? reason) =>
        Assert.Equal(reason, Problem("/things", Api.Path("/things/{id}", Api.Operation("get", Api.Resource)), extension: $"\"operationId\":\"{id}\","));

    /// <summary>A search answers with what is there; what is searched for later has a body that says what.</summary>
    [Theory]
    [InlineData("\"operationId\":\"SearchThing\",", false, "its operation says that it searches")]
    [InlineData("\"summary\":\"Finds a thing\",", false, "its operation says that it searches")]
    [InlineData("\"operationId\":\"SearchThing\",", true, null)]
    [InlineData("\"operationId\":\"createSearch\",\"summary\":\"Search\",", false, null)]
    public void WhatSearches_IsNone(string said, bool hasBody, string? reason)
    {
        var json = Api.Document(paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource), Delete)).Replace("\"post\":{", "\"post\":{" + said, StringComparison.Ordinal);
        if (!hasBody) json = json.Replace(Api.Body(Api.Request) + ",", "", StringComparison.Ordinal);
        var whole = ResourceBinder.Bind(Bound.Declaration("") with { IsWhole = true }, SpecReader.Read("specs/api.json", SourceText.From(json), CancellationToken.None), CancellationToken.None);

        Assert.Equal(reason, whole.Resources.Count > 0 ? null : Assert.Single(whole.Diagnostics, diagnostic => diagnostic.Id == "SEM2010").Arguments[1]);
    }

    /// <summary>A query that is written into the path chooses how one is created, not what.</summary>
    [Theory]
    [InlineData("/things?kind=html", "/things/{id}", "/things/{id}")]
    [InlineData("/things?kind=html", "/others/{id}", null)]
    public void QueryInThePath_IsNoPartOfTheCollection(string path, string item, string? read)
    {
        var json = Api.Document(collection: Api.List(), paths: Api.Path(item, Api.Operation("get", Api.Resource), Delete)).Replace("{\"/things\":", $"{{\"{path}\":", StringComparison.Ordinal);
        var whole = ResourceBinder.Bind(Bound.Declaration("") with { IsWhole = true }, SpecReader.Read("specs/api.json", SourceText.From(json), CancellationToken.None), CancellationToken.None);

        Assert.Equal(read, whole.Resources.SelectMany(resource => resource.Operations).FirstOrDefault(operation => operation.Kind == Model.OperationKind.Read)?.Path);
        if (read is not null) Assert.Equal("POST " + path, whole.Resources[0].Operations.Select(operation => $"{operation.Method} {operation.Path}").First());
    }

    /// <summary>An empty body of a read, which nobody has to send, is none.</summary>
    [Theory]
    [InlineData("\"content\":{\"text/plain\":{}}", true)]
    [InlineData("\"content\":{\"text/plain\":{\"schema\":{\"type\":\"string\"}}}", false)]
    [InlineData("\"required\":true,\"content\":{\"text/plain\":{}}", false)]
    public void EmptyBodyOfARead_IsLeftOut(string body, bool isRead)
    {
        var model = Bound.Model(Api.Document(paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource, ",\"requestBody\":{" + body + "}"))));

        Assert.Equal(isRead, model.Has(Model.OperationKind.Read));
    }

    /// <summary>A create is sent an object, be it of any properties.</summary>
    [Theory]
    [InlineData("""{"type":"object"}""", null)]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", null)]
    [InlineData("{}", null)]
    [InlineData("""{"oneOf":[{"type":"object","properties":{"name":{"type":"string"}}},{"type":"array","items":{"type":"string"}}]}""", null)]
    [InlineData("""{"type":"array","items":{"type":"object"}}""", "POST /things cannot be used: its body is a list, and what makes one is an object")]
    [InlineData("""{"type":"string"}""", "POST /things cannot be used: its body is no object")]
    public void RequestOfACreate_IsAnObject(string request, string? reason)
    {
        var json = Api.Document(request: request, paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource)));
        var whole = ResourceBinder.Bind(Bound.Declaration("") with { IsWhole = true }, SpecReader.Read("specs/api.json", SourceText.From(json), CancellationToken.None), CancellationToken.None);

        Assert.Equal(reason, whole.Resources.Count > 0 ? null : Assert.Single(whole.Diagnostics, diagnostic => diagnostic.Id == "SEM2010").Arguments[1]);
        if (reason is null) Assert.IsType<Model.ObjectModel>(Assert.Single(whole.Resources[0].Types, type => type.Identity == whole.Resources[0].Operation(Model.OperationKind.Create).Body!.Identity));
        else Assert.Contains(whole.Groups.SelectMany(group => group.Operations), operation => operation.Method == "POST");
    }

    /// <summary>What an id finds was there before.</summary>
    [Theory]
    [InlineData("id", "updateMessagePartial", false)]
    [InlineData("id", "putMessage", true)]
    [InlineData("name", "updateMessagePartial", true)]
    [InlineData("id", "updateMessageIfNoneMatch", true)]
    public void UpdateOfWhatAnIdFinds_CreatesNone_ThoughItAnswers201(string parameter, string operation, bool isFound)
    {
        var put = $"\"put\":{{\"operationId\":\"{operation}\"," + Api.Body(Api.Request) + ",\"responses\":{\"201\":" + Api.Reply(Api.Resource) + "}}";
        if (operation.EndsWith("Match", StringComparison.Ordinal)) put = put.Replace("\"put\":{", "\"put\":{\"parameters\":[" + Api.Header("If-None-Match") + "],", StringComparison.Ordinal);
        var json = Api.Document(paths: Api.Path($"/messages/{{{parameter}}}", put, Api.Operation("get", Api.Resource)));
        var whole = ResourceBinder.Bind(Bound.Declaration("") with { IsWhole = true }, SpecReader.Read("specs/api.json", SourceText.From(json), CancellationToken.None), CancellationToken.None);

        Assert.Equal(isFound, whole.Resources.Any(resource => resource.Declaration.Path.StartsWith("/messages", StringComparison.Ordinal)));
    }

    /// <summary>A tie that is read by an id of its own, or listed, can be found again: a role's assignment.</summary>
    [Theory]
    [InlineData("Link a service to a calendar", "", "", "its operation says that it ties together what is there, and nothing shows one again")]
    [InlineData("Assigns a role to a user", "read", "", null)]
    [InlineData("Assigns a role to a user", "", "list", null)]
    [InlineData("Link for a calendar", "", "", null)]
    [InlineData("Create what is linked to a calendar", "", "", null)]
    public void WhatTiesTogetherWhatIsThere_IsNone_WhereNothingShowsIt(string summary, string read, string list, string? reason) =>
        Assert.Equal(reason, Problem("/things", Api.Path("/things/{id}", [Delete, .. read.Length == 0 ? Array.Empty<string>() : [Api.Operation("get", Api.Resource)]]), list.Length == 0 ? "" : Api.List(), extension: $"\"summary\":\"{summary}\","));

    [Theory]
    [InlineData("Create or update a secret", null)]
    [InlineData("Upsert a secret", null)]
    [InlineData("Updates a secret", "its operation says that it updates")]
    public void UpdateThatCreatesToo_MakesSomething(string summary, string? reason) =>
        Assert.Equal(reason, Problem("/things", Api.Path("/things/{id}", Api.Operation("get", Api.Resource)), extension: $"\"operationId\":\"updateThing\",\"summary\":\"{summary}\","));

    /// <summary>An address that the client chooses creates by what it answers.</summary>
    [Fact]
    public void PutThatSaysThatItUpdates_MayCreate()
    {
        var put = "\"put\":{\"operationId\":\"updateThing\"," + Api.Body(Api.Request) + ",\"responses\":{\"201\":" + Api.Reply(Api.Resource) + "}}";
        var json = Api.Document(paths: Api.Path("/secrets/{name}", put, Api.Operation("get", Api.Resource)));
        var whole = ResourceBinder.Bind(Bound.Declaration("") with { IsWhole = true }, SpecReader.Read("specs/api.json", SourceText.From(json), CancellationToken.None), CancellationToken.None);

        Assert.Contains(whole.Resources, resource => resource.Declaration.Path == "/secrets/{name}");
    }

    [Fact]
    public void BrokenOperationBesideAResource_LeavesThatOneOut_AndNotTheDocument() =>
        Assert.Equal(
            "'#/components/schemas/gone' leads nowhere: '#/components/schemas' has no 'gone'",
            Problem("/things", Api.Path("/things/{id}", Api.Operation("get", Api.Resource)) + Api.Path("/things/{id}/parts", Api.Operation("get", """{"$ref":"#/components/schemas/gone"}"""))));

    private static string? Problem(string create, string paths, string collection = "", string reply = Api.Resource, string extension = "")
    {
        var json = Api.Document(reply: reply, collection: collection, paths: paths).Replace("\"/things\":", $"\"{create}\":", StringComparison.Ordinal)
            .Replace("\"post\":{", "\"post\":{" + extension, StringComparison.Ordinal);
        var whole = ResourceBinder.Bind(
            Bound.Declaration("") with { IsWhole = true }, SpecReader.Read("specs/api.json", SourceText.From(json), CancellationToken.None), CancellationToken.None);
        var left = whole.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Id == "SEM2010");
        Assert.Equal(left is null, whole.Resources.Any(resource => resource.Declaration.Path == create));
        return left?.Arguments[1];
    }
}
