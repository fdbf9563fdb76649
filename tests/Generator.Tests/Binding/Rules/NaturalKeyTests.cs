namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>The text of a request by which people tell instances apart.</summary>
[Trait("Feature", "L2")]
public sealed class NaturalKeyTests
{
    [Theory]
    [InlineData("""{"name":{"type":"string"},"label":{"type":"string"}}""", "name")]
    [InlineData("""{"name":{"type":"string","readOnly":true},"label":{"type":"string"}}""", "label")]
    [InlineData("""{"name":{"type":"string","enum":["a"]},"slug":{"type":"string"}}""", "slug")]
    [InlineData("""{"display_name":{"type":"string"},"thing_name":{"type":"string"}}""", "thing_name")]
    [InlineData("""{"display_name":{"type":"string"}}""", "display_name")]
    [InlineData("""{"display_name":{"type":"string"},"metadata":{"type":"object","properties":{"name":{"type":"string"}}}}""", "display_name")]
    [InlineData("""{"replicas":{"type":"integer"},"spec":{"type":"object","properties":{"name":{"type":"string"}}}}""", "spec.name")]
    [InlineData("""{"region":{"type":"string"}}""", null)]
    public void NaturalKey_IsTheTextThatNamesAnInstance(string properties, string? key)
    {
        var model = Bound.Valid(Api.Document(request: "{\"type\":\"object\",\"properties\":" + properties + "}"));

        Assert.Equal(key, model.Facts!.NaturalKey);
        Assert.Equal(key is null, model.Diagnostics.Any(diagnostic => diagnostic.Id == "SEM2006"));
    }

    /// <summary>What addresses it is the key, though the request writes it in another case.</summary>
    [Theory]
    [InlineData("Key", true, "Key", "UniqueName")]
    [InlineData("Other", true, null, "AtMostOnce")]
    public void IdThatTheRequestSays_IsTheKey_InAnyCase(string property, bool isRequired, string? key, string guarantee)
    {
        var thing = Api.Object(Api.Text("key"), Api.Text("colour"));
        var request = Api.Object(Api.Text(property))[..^1] + (isRequired ? $",\"required\":[\"{property}\"]}}" : "}");
        var facts = Bound.Valid(Api.Document(reply: thing, request: request, replies: ",\"409\":{\"description\":\"\"}", paths: Api.Path("/things/{Key}", Api.Operation("get", thing)))).Facts!;

        Assert.Equal((key, key is null ? null : "key", guarantee), (facts.NaturalKey, facts.NameInResource, facts.Guarantee));
    }

    /// <summary>JSON:API keeps what an object says of itself in its attributes.</summary>
    [Theory]
    [InlineData("data", "attributes", "data.attributes.name", "attributes.name")]
    [InlineData("data", "relationships", null, null)]
    public void JsonApi_NamesAnInstanceInTheAttributes(string data, string attributes, string? key, string? inResource)
    {
        var thing = Api.Object($"\"{data}\":" + Api.Object(Api.Text("id"), $"\"{attributes}\":" + Api.Object(Api.Text("name"))));
        var facts = Bound.Valid(Api.Document(reply: thing, request: thing, paths: Api.Path("/things/{id}", Api.Operation("get", thing)))).Facts!;

        Assert.Equal((key, inResource), (facts.NaturalKey, facts.NameInResource));
    }

    /// <summary>Two people may have one name, and adopting the other one is worse than no key.</summary>
    [Theory]
    [InlineData("/users", "name email", "name email", "email")]
    [InlineData("/teams/x/members", "name email", "email", "email")]
    [InlineData("/users", "name username email", "username email", "username")]
    [InlineData("/users", "name email", "name", "name")]
    [InlineData("/orders", "name email", "email", "name")]
    [InlineData("/connections", "connection_name username", "connection_name username", "connection_name")]
    [InlineData("/servers", "hostname username", "hostname username", "hostname")]
    [InlineData("/lists/x/members", "name email_address", "email_address", "email_address")]
    [InlineData("/users", "name emailAddress", "emailAddress", "emailAddress")]
    public void WhatAPersonHasToLogInWith_ComesBeforeTheName(string path, string properties, string required, string key) =>
        Assert.Equal(key, Key(path, properties.Split(' ').Select(name => Api.Text(name)), required));

    /// <summary>Many things are reached with one login.</summary>
    [Theory]
    [InlineData("/systems", "username password", null)]
    [InlineData("/systems", "username size", "username")]
    [InlineData("/systems", "username password slug", "slug")]
    [InlineData("/systems", "username password email", "username")]
    [InlineData("/systems", "username password first_name", "username")]
    [InlineData("/systems", "username password email_address", "username")]
    [InlineData("/accounts", "username password", "username")]
    [InlineData("/systems", "title password", "title")]
    public void LoginThatAPasswordIsFor_IsNoKey_OfWhatIsNobody(string path, string properties, string? key) =>
        Assert.Equal(key, Key(path, properties.Split(' ').Select(name => Api.Text(name)), ""));

    [Theory]
    [InlineData("external_ref size", "external_ref")]
    [InlineData("externalId display_name", "externalId")]
    [InlineData("external_ref name", "name")]
    [InlineData("external_url", null)]
    public void ReferenceOfTheClients_IsAKey_WhereNothingNamesIt(string properties, string? key) =>
        Assert.Equal(key, Key("/things", properties.Split(' ').Select(name => Api.Text(name)), ""));

    /// <summary>What the server makes is sent by nobody, though a schema that both share shows it.</summary>
    [Fact]
    public void KeyThatTheClientHasToSay_NamesIt_ThoughTheReplyIsOfTheSameSchema()
    {
        const string project = """{"$ref":"#/components/schemas/project"}""";
        var shape = Api.Object(Api.Text("project_key"), Api.Text("name"))[..^1] + ",\"required\":[\"project_key\"]}";
        var document = Api.Document(reply: project, request: project, paths: Api.Path("/projects/{project_key}", Api.Operation("get", project)), schemas: "\"project\":" + shape).Replace("\"/things\"", "\"/projects\"", StringComparison.Ordinal);

        Assert.Equal("project_key", Bound.Valid(document, "/projects").Facts!.NaturalKey);
    }

    [Theory]
    [InlineData("thing_key", "", "name")]
    [InlineData("thing_key", "thing_key", "thing_key")]
    [InlineData("key", "", "key")]
    public void KeyThatTheServerMakes_NamesNothing(string id, string required, string key)
    {
        var shown = Api.Object(Api.Text(id), Api.Text("name"));
        var request = shown[..^1] + (required.Length == 0 ? "}" : $",\"required\":[\"{required}\"]}}");
        var model = Bound.Valid(Api.Document(reply: Api.Object(Api.Text(id), Api.Text("name"), Api.Text("checksum")), request: request, paths: Api.Path("/things/{thingKey}", Api.Operation("get", Api.Object(Api.Text(id), Api.Text("name"), Api.Text("checksum"))))));

        Assert.Equal((id, key), (model.Facts!.Id, model.Facts.NaturalKey));
    }

    [Theory]
    [InlineData("user_id username", null)]
    [InlineData("userId userName label", "label")]
    [InlineData("username", "username")]
    [InlineData("thing_id thing_name", "thing_name")]
    [InlineData("subject_id subject_name", null)]
    public void NameOfAnother_WhoseIdMayStandInstead_IsNoKey(string properties, string? key) =>
        Assert.Equal(key, Key("/things", properties.Split(' ').Select(name => Api.Text(name)), ""));

    /// <summary>Of a resource of two words the last one is its own, and an id that the server sets doesn't stand instead of a name.</summary>
    [Theory]
    [InlineData("/ssh_keys", "key_id", "", "key_name", "key_name")]
    [InlineData("/things", "user_id", """ ,"readOnly":true""", "username", "username")]
    [InlineData("/things", "user_id", "", "username", null)]
    public void NameOfItsOwn_IsAKey(string path, string id, string rest, string name, string? key) =>
        Assert.Equal(key, Key(path, [$"\"{id}\":{{\"type\":\"string\"{rest}}}", Api.Text(name)], ""));

    [Theory]
    [InlineData("Must be passed as 'web'.", "slug")]
    [InlineData("The only accepted text. It only accepts the value `web`.", "slug")]
    [InlineData("Must be passed as lower-case letters.", "name")]
    [InlineData("Any name.", "name")]
    public void TextOfOneValue_IsNoKey(string description, string key) => Assert.Equal(key, Key("/things", [Api.Text("name", description), Api.Text("slug")], ""));

    private static string? Key(string path, IEnumerable<string> properties, string required)
    {
        var request = Api.Object([.. properties])[..^1] + ",\"required\":[" + string.Join(",", required.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => $"\"{name}\"")) + "]}";
        return Bound.Valid(Api.Document(request: request).Replace("\"/things\"", $"\"{path}\"", StringComparison.Ordinal), path).Facts!.NaturalKey;
    }
}
