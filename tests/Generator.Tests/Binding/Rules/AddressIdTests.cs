using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>Resources that show their address, and no id.</summary>
[Trait("Feature", "L2")]
public sealed class AddressIdTests
{
    private const string Delete = """ "delete":{"responses":{"204":{"description":""}}}""";

    [Theory]
    [InlineData("uri", "/uri")]
    [InlineData("self", "/self")]
    [InlineData("_links.self.href", "/_links.self.href")]
    [InlineData("url", null)]
    [InlineData("location", null)]
    public void AddressOfItsOwn_EndsWithTheId(string path, string? id) => Assert.Equal(id, Model(Shown(path)).Facts?.Id);

    [Fact]
    public void Id_ComesBeforeAnAddress() => Assert.Equal("id", Model(Api.Object(Api.Text("uri"), Api.Text("id"))).Facts!.Id);

    [Fact]
    public void AddressThatTheRequestSays_IsOfSomethingElse() => Assert.Null(Model(Shown("uri"), Api.Object(Api.Text("uri"))).Facts);

    [Theory]
    [InlineData("items", null)]
    [InlineData("tags", "/self")]
    public void AddressBesideWhatWasMade_IsOfTheList(string list, string? id) => Assert.Equal(
        id, Model(Api.Object(Api.Text("self"), $"\"{list}\":{{\"type\":\"array\",\"items\":{Api.Object(Api.Text("code"))}}}")).Facts?.Id);

    [Fact]
    public void WhatIsOnlyRead_MayBeAReportOfWhatWasDone() => Assert.Null(Model(Shown("self"), rest: "").Facts);

    [Fact]
    public void WhatIsReadAsItWasMade_IsNoReport()
    {
        const string thing = """{"$ref":"#/components/schemas/thing"}""";
        var document = Api.Document(reply: thing, paths: Api.Path("/things/{thing}", Api.Operation("get", thing)), schemas: "\"thing\":" + Shown("uri"));

        Assert.Equal("/uri", Bound.Model(document).Facts?.Id);
    }

    [Theory]
    [InlineData("Format: `projects/{project}/things/{thing}`.", "/name")]
    [InlineData("Resource name, such as `projects/*/things/*`", "/name")]
    [InlineData("The name of the thing, up to 63 letters/digits.", "name")]
    public void FullName_EndsWithWhatThePathTakes(string description, string id) =>
        Assert.Equal(id, Model(Api.Object(Api.Text("name", description))).Facts!.Id);

    [Theory]
    [InlineData("/uri", "/uri")]
    [InlineData("/link", null)]
    public void Address_CanBeDeclared(string declared, string? id)
    {
        var model = Bound.Model(Document(Api.Object(Api.Text("uri"), Api.Text("id"))), overrides: Bound.NoOverrides with { Id = declared });

        Assert.Equal(id, model.Facts?.Id);
        if (id is null) model.Diagnostic("SEM1007");
    }

    /// <summary>What a request says is somebody's who is there already.</summary>
    [Theory]
    [InlineData("group_id user_id", null)]
    [InlineData("user_id", "user_id")]
    [InlineData("level", "user_id")]
    public void IdsOfTheNamesParts_AreOthers_WhereTheRequestSaysThem(string requested, string? id)
    {
        var document = Document(Api.Object(Api.Text("group_id"), Api.Text("user_id")), Api.Object([.. requested.Split(' ').Select(name => Api.Text(name))])).Replace("/things", "/group_users", StringComparison.Ordinal).Replace("{thing}", "{id}", StringComparison.Ordinal);

        Assert.Equal(id, Bound.Model(document, "/group_users").Facts?.Id);
    }

    /// <summary>What request and reply share says nothing of who is there already.</summary>
    [Fact]
    public void IdsOfASharedSchema_AreItsOwn()
    {
        const string member = """{"$ref":"#/components/schemas/member"}""";
        var document = Api.Document(reply: member, request: member, paths: Api.Path("/things/{id}", Api.Operation("get", member), Delete), schemas: "\"member\":" + Api.Object(Api.Text("group_id"), Api.Text("user_id")))
            .Replace("/things", "/group_users", StringComparison.Ordinal);

        Assert.Equal("user_id", Bound.Model(document, "/group_users").Facts?.Id);
    }

    /// <summary>A person's name is for show where there is a login.</summary>
    [Theory]
    [InlineData("name login", "login")]
    [InlineData("name", "name")]
    [InlineData("login username name", "username")]
    public void Username_IsTheLogin(string properties, string id)
    {
        var shown = Api.Object([.. properties.Split(' ').Select(name => Api.Text(name))]);
        var document = Api.Document(reply: shown, paths: Api.Path("/users/{username}", Api.Operation("get", shown), Delete)).Replace("\"/things\"", "\"/users\"", StringComparison.Ordinal);

        Assert.Equal(id, Bound.Valid(document, "/users").Facts!.Id);
    }

    [Theory]
    [InlineData("/certificates", "certId", "certId")]
    [InlineData("/certificates", "serverId", null)]
    [InlineData("/ssl_certificates", "sslId", "sslId")]
    public void AbbreviationOfTheResource_IsItsId(string collection, string property, string? id)
    {
        var document = Document(Api.Object(Api.Text(property), Api.Text("size"))).Replace("/things", collection, StringComparison.Ordinal).Replace("{thing}", "{ref}", StringComparison.Ordinal);

        Assert.Equal(id, Bound.Model(document, collection).Facts?.Id);
    }

    /// <summary>What has a list inside it looks like a list; the create, which answers with the same, shows that it is none.</summary>
    [Fact]
    public void ReadOfTheSameSchema_IsTheResource_ThoughItHoldsAList()
    {
        const string thing = """{"$ref":"#/components/schemas/thing"}""";
        var document = Api.Document(
            reply: thing, paths: Api.Path("/things/{thingKey}", Api.Operation("get", thing), Delete),
            schemas: "\"thing\":" + Api.Object(Api.Text("key"), """ "variations":{"type":"array","items":{"type":"object","properties":{"_id":{"type":"string"},"value":{"type":"string"}}}}"""));

        Assert.True(Bound.Valid(document).Has(OperationKind.Read));
    }

    /// <summary>So does a request that it shows all of: a page of a list doesn't repeat what one is created with.</summary>
    [Theory]
    [InlineData("code label", true)]
    [InlineData("code label password", true)] // which is only written
    [InlineData("password secret", false)]
    [InlineData("code label group", false)]
    public void ReadThatShowsAllOfTheRequest_IsTheResource_ThoughItHoldsAList(string request, bool isFound)
    {
        var shown = Api.Object(Api.Text("code"), Api.Text("label"), """ "variations":{"type":"array","items":{"type":"object","properties":{"axis":{"type":"string"}}}}""");
        var document = Api.Document(request: Api.Object([.. request.Split(' ').Select(name => name is "password" or "secret" ? $"\"{name}\":{{\"type\":\"string\",\"writeOnly\":true}}" : Api.Text(name))]), paths: Api.Path("/things/{code}", Api.Operation("get", shown), Delete))
            .Replace("\"201\":" + Api.Reply(Api.Resource), "\"201\":{\"description\":\"\",\"headers\":{\"Location\":{\"schema\":{\"type\":\"string\"}}}}", StringComparison.Ordinal);
        var model = Bound.Model(document);

        Assert.Equal(isFound ? "code" : null, model.Facts?.Id);
        if (isFound) Assert.True(model.Has(OperationKind.Read));
    }

    private static string Shown(string path) => path.Split('.') is [var only]
        ? Api.Object(Api.Text(only), Api.Text("title"))
        : Api.Object("""
            "_links":{"type":"object","properties":{"self":{"type":"object","properties":{"href":{"type":"string"}}}}}
            """, Api.Text("title"));

    private static string Document(string shown, string request = Api.Request, string rest = Delete) =>
        Api.Document(reply: shown, request: request, paths: Api.Path("/things/{thing}", [Api.Operation("get", shown), .. rest.Length == 0 ? Array.Empty<string>() : [rest]]));

    private static ResourceModel Model(string shown, string request = Api.Request, string rest = Delete) => Bound.Model(Document(shown, request, rest));
}
