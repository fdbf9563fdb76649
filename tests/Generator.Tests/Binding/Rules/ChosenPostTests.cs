using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>Creates by a POST at the address that the client chooses, and by a PUT on the collection.</summary>
[Trait("Feature", "L2")]
public sealed class ChosenPostTests
{
    private const string Delete = """ "delete":{"responses":{"204":{"description":""}}}""";
    private static readonly string Thing = Api.Object(Api.Text("name"), Api.Text("colour"));
    private static readonly string Get = Api.Operation("get", Thing);

    [Fact]
    public void PostAtAName_CreatesThere()
    {
        var model = Bound.Valid(Document("/policies/{policyName}", Post(), Get, Delete), "/policies/{policyName}");

        Assert.Equal(
            ["Create POST", "Get GET", "Delete DELETE"], model.Operations.Select(operation => $"{operation.Name} {operation.Method}"));
        Assert.Equal(("Natural", "name", "policyName", null, true), (model.Facts!.Guarantee, model.Facts.Id, model.Facts.IdParameter, model.Facts.NaturalKey, model.Facts.IsChosen));
        Assert.True(model.Facts.ReadShowsId);
        Assert.False(model.Facts.IfNoneMatch);
    }

    /// <summary>Each line but those that create lacks one thing.</summary>
    [Theory]
    [InlineData("/policies/{name}", "post get delete", "", true)]
    [InlineData("/policies/{policy}", "post get delete", "", true)]
    [InlineData("/policies/{slug}", "post get delete", "Create a policy", true)]
    [InlineData("/policies/{slug}", "post get delete put", "Create a policy", true)]
    [InlineData("/policies/{id}", "post get delete", "Create or update a policy", true)]
    [InlineData("/policies/{slug}", "post get delete", "", false)]
    [InlineData("/policies/{id}", "post get delete", "Create a policy", false)]
    [InlineData("/policies/{name}", "post get", "Create a policy", false)]
    [InlineData("/policies/{name}", "post delete", "Create a policy", false)]
    [InlineData("/policies/{name}", "post get delete put", "", false)]
    [InlineData("/policies/{name}", "post get delete patch", "", false)]
    [InlineData("/policies/{name}", "post get delete items", "Create a policy", false)]
    [InlineData("/policies/{name}", "post get delete collection", "Create a policy", false)]
    [InlineData("/policies/{name}", "post list delete", "Create a policy", false)]
    [InlineData("/policies/{name}", "post get delete", "operationId:updatePolicy", false)]
    [InlineData("/policies/{name}", "post get delete", "operationId:policies.update", false)]
    [InlineData("/policies/{name}", "post get delete", "Updates a policy", false)]
    [InlineData("/jobs/{job_name}", "post get delete", "Executes the job", false)]
    [InlineData("/queues/{queue_name}", "post get delete", "Sends a message", false)]
    [InlineData("/policies/{name}", "post get delete", "Add a new or update an existing policy", true)]
    [InlineData("/policies/{name}", "post get delete", "operationId:rate-limit-write", true)]
    [InlineData("/policies/{name}", "post get delete verb", "", false)]
    [InlineData("/policies/{name}/", "post get delete slash", "", false)]
    public void PostAtTheItem_CreatesWhereNothingElseDoes(string path, string has, string said, bool creates)
    {
        List<string> operations = [Post(said)];
        if (Has("get")) operations.Add(Get);
        if (Has("list")) operations.Add(Api.Operation("get", """{"type":"object","properties":{"total":{"type":"integer"},"policies":{"type":"array","items":{"type":"object","properties":{"at":{"type":"string"}}}}}}"""));
        if (Has("delete")) operations.Add(Delete);
        foreach (var update in new[] { "put", "patch" }.Where(Has)) operations.Add(Api.Operation(update, Thing, "," + Api.Body(Api.Request)));
        var more = (Has("verb") ? Api.Path("/policies/create", Post()) : "") + (Has("slash") ? Api.Path("/policies/", Post()) : "") + (Has("items") ? Api.Path(path + "/{version}", Get) : "") + (Has("collection") ? Api.Path("/policies", Post()) : "");
        var model = Bound.Model(Document(path, more, [.. operations]), path);

        Assert.Equal(creates, model.Facts is { IsChosen: true });

        bool Has(string method) => has.Split(' ').Contains(method);
    }

    /// <summary>A declaration says it where the document doesn't.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("\"x-semel-guarantee\":\"Natural\",")]
    public void DeclaredNatural_MakesItChosen(string extension)
    {
        const string path = "/policies/{slug}";
        var document = Document(path, Post(rest: extension), Get, Delete);
        var declared = extension.Length == 0 ? Bound.NoOverrides with { Guarantee = "Natural" } : null;

        Assert.Equal("POST " + path, Create(Bound.Valid(document, path, declared)));
        Assert.True(Bound.Valid(document, path, declared).Facts!.IsChosen);
        Assert.Null(Bound.Model(Document(path, Post(), Get, Delete), path).Facts);
    }

    /// <summary>What the server calls an id isn't what the client chose.</summary>
    [Theory]
    [InlineData("name", "id name", "name", true)]
    [InlineData("name", "id", "$name", false)]
    [InlineData("name", "colour", "$name", false)]
    [InlineData("repo_slug", "uuid slug", "slug", true)]
    [InlineData("repo_slug", "uuid", "$repo_slug", false)]
    public void Id_IsWhatTheAddressTakes(string parameter, string shown, string id, bool isShown)
    {
        var path = $"/repos/{{{parameter}}}";
        var read = Api.Operation("get", Api.Object([.. shown.Split(' ').Select(name => Api.Text(name))]));
        var facts = Bound.Valid(Document(path, Post("Create a repo", reply: "{}", request: "{}"), read, Delete), path).Facts!;

        Assert.Equal((id, isShown), (facts.Id, facts.ReadShowsId));
        Assert.Equal(!isShown, facts.Inferred.Single(fact => fact.Name == "Id").Reason.Contains("the address", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"200":{"description":""}}""", true)]
    [InlineData("""{"200":{"description":"","content":{"application/json":{"schema":{"type":"object"}}}}}""", true)]
    [InlineData("""{"204":{"description":""}}""", false)]
    [InlineData("""{"200":{"description":"","content":{"text/plain":{"schema":{"type":"string"}}}}}""", false)]
    public void ReadThatIsNotDescribed_ShowsByItsSuccessThatItIsThere(string replies, bool isRead)
    {
        const string path = "/roles/{name}";
        var model = Bound.Model(Document(path, Post(reply: "{}"), "\"get\":{\"responses\":" + replies + "}", Delete), path);

        Assert.Equal(isRead, model.Facts is { ReadShowsId: false, ReplyIsResource: false, Id: "$name" });
        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.Id == "SEM2013");
    }

    /// <summary>A read that shows the name isn't a list, whatever it holds.</summary>
    [Fact]
    public void ReadWithAListInside_IsOneWhereItShowsTheName()
    {
        const string path = "/databases/{name}";
        var read = Api.Operation("get", Api.Object(Api.Text("name"), """ "users":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"}}}}"""));

        Assert.Equal("name", Bound.Valid(Document(path, Post("Create a database", reply: "{}"), read, Delete), path).Facts!.Id);
        Assert.Null(Bound.Model(Document(path, Post("Create a database", reply: "{}"), read.Replace("\"name\"", "\"total\"", StringComparison.Ordinal), Delete), path).Facts);
    }

    /// <summary>What is made in one shares nothing with it: a comment on a ticket. A declaration knows better.</summary>
    [Theory]
    [InlineData("text", "commentId", false)]
    [InlineData("colour", "commentId", true)]
    [InlineData("text", "colour", true)]
    [InlineData("", "", true)]
    [InlineData("", "commentId", false)]
    public void PostOfSomethingElse_IsNone(string sent, string answered, bool creates)
    {
        const string path = "/tickets/{number}";
        string Shape(string name) => name.Length == 0 ? "{}" : Api.Object(Api.Text(name));
        var document = Document(path, Post("Create a comment on the ticket", reply: Shape(answered), request: Shape(sent)), Get, Delete);

        Assert.Equal(creates, Bound.Model(document, path).Facts is not null);
        Assert.NotNull(Bound.Valid(document, path, Bound.NoOverrides with { Guarantee = "Natural" }).Facts);
    }

    /// <summary>What nothing shows is kept beside what is shown, and hides nothing of it.</summary>
    [Fact]
    public void HiddenId_IsCalledAsNothingElse()
    {
        const string path = "/policies/{policy}";
        var read = Api.Operation("get", Api.Object("\"policy\":{\"type\":\"object\",\"properties\":{\"rules\":{\"type\":\"string\"}}}", Api.Text("version")));

        Assert.Equal("$policy", Bound.Valid(Document(path, Post(request: Api.Object(Api.Text("version")), reply: "{}"), read, Delete), path).Facts!.Id);
    }

    /// <summary>The condition is ours to send, whatever the method.</summary>
    [Fact]
    public void IfNoneMatch_IsSentWithAPostToo()
    {
        var model = Bound.Valid(Document("/policies/{name}", Post(rest: "\"parameters\":[" + Api.Header("If-None-Match") + "],"), Get, Delete), "/policies/{name}");

        Assert.True(model.Facts!.IfNoneMatch);
        Assert.DoesNotContain(model.Operation(OperationKind.Create).Parameters, parameter => parameter.JsonName == "If-None-Match");
    }

    [Fact]
    public void RequestThatIsAList_MakesSeveral() =>
        Assert.Null(Bound.Model(Document("/policies/{name}", Post("Create it", request: """{"type":"array","items":{"type":"string"}}"""), Get, Delete), "/policies/{name}").Facts);

    [Fact]
    public void ReplyOfSomethingElse_IsNotTheResource()
    {
        var facts = Bound.Valid(Document("/policies/{name}", Post(reply: Api.Object(Api.Text("id"), Api.Text("state"))), Get, Delete), "/policies/{name}").Facts!;

        Assert.Equal(("name", false), (facts.Id, facts.ReplyIsResource));
    }

    [Theory]
    [InlineData("put", "Creates an account", "get", true)]
    [InlineData("put", "Replaces all accounts", "get", false)]
    [InlineData("put", "Creates an account", "delete", false)]
    [InlineData("patch", "Creates an account", "get", false)]
    public void PutOnACollection_CreatesWhereItSaysSo_AndOneIsReadUnderIt(string method, string said, string item, bool creates)
    {
        var document = Api.Document(paths: Api.Path("/things/{id}", Api.Operation(item, Api.Resource)))
            .Replace("\"post\":{", $"\"{method}\":{{\"summary\":\"{said}\",", StringComparison.Ordinal);
        var model = Bound.Model(document);

        Assert.Equal(creates ? "PUT /things" : "", model.Facts is null ? "" : Create(model));
        if (creates) Assert.Equal((false, "AtMostOnce", "id"), (model.Facts!.IsChosen, model.Facts.Guarantee, model.Facts.IdParameter));
    }

    /// <summary>A PUT of all of them is none of one, where each has an address of its own.</summary>
    [Fact]
    public void PutOnACollection_LeavesTheCreateToTheAddressUnderIt()
    {
        var put = "\"put\":{\"summary\":\"Create or replace many buckets\"," + Api.Body(Api.Request) + ",\"responses\":{\"200\":" + Api.Reply(Api.Resource) + "}}";
        var document = """{"openapi":"3.0.3","paths":{"/other":{}""" + Api.Path("/buckets", put)
            + Api.Path("/buckets/{name}", put.Replace("or replace many buckets", "a bucket", StringComparison.Ordinal), Api.Operation("get", Api.Object(Api.Text("name"))), Delete) + "}}";

        Assert.Equal("PUT /buckets/{name}", Create(Bound.Valid(document, "/buckets")));
    }

    [Theory]
    [InlineData("exoscale/source.yaml", "/dbaas-mysql/{name}", "name", true)]
    [InlineData("gitea/swagger.v1.json", "/user/actions/variables/{variablename}", "name", true)]
    [InlineData("vault/openapi.json", "/sys/policies/acl/{name}", "name", true)]
    [InlineData("vault/openapi.json", "/{pki_mount_path}/roles/{name}", "$name", false)]
    [InlineData("nomad/openapi.yaml", "/acl/policy/{policyName}", "Name", true)]
    public void RealDocuments_PostAtWhatTheClientChooses(string document, string path, string id, bool isShown)
    {
        var model = Bound.Model(RealDocuments.Open(document), path);

        Assert.Equal("POST " + path, Create(model));
        Assert.Equal(("Natural", id, isShown), (model.Facts!.Guarantee, model.Facts.Id, model.Facts.ReadShowsId));
    }

    [Theory]
    [InlineData("box/openapi.json", "/files/{file_id}")]
    [InlineData("openai/openapi.yaml", "/organization/users/{user_id}")]
    [InlineData("vault/openapi.json", "/identity/group/id/{id}")]
    public void RealPostsThatUpdate_CreateNothing(string document, string path)
    {
        var model = Bound.Model(RealDocuments.Open(document), path);

        // taken for the create of a collection, which the path is none of
        Assert.True(model.Facts is { IsChosen: false } || model.Diagnostics.Any(diagnostic => diagnostic.Id == "SEM2004"), string.Join("\n", model.Diagnostics));
    }

    private static string Post(string said = "", string reply = """{"type":"object","properties":{"name":{"type":"string"},"colour":{"type":"string"}}}""", string request = Api.Request, string rest = "") =>
        "\"post\":{" + rest + (said.Length == 0 ? "" : said.StartsWith("operationId:", StringComparison.Ordinal) ? $"\"operationId\":\"{said[12..]}\"," : $"\"summary\":\"{said}\",")
        + Api.Body(request) + ",\"responses\":{\"200\":" + Api.Reply(reply) + "}}";

    private static string Document(string path, params string[] operations) => Document(path, "", operations);

    private static string Document(string path, string more, string[] operations) => """{"openapi":"3.0.3","paths":{"/other":{}""" + Api.Path(path, operations) + more + "}}";

    private static string Create(ResourceModel model) => model.Operation(OperationKind.Create) is var create ? create.Method + " " + create.Path : "";
}
