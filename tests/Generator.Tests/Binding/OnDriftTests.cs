namespace Semel.Generator.Tests.Binding;

/// <summary>What is declared for a resource that is not as it is wanted, and for its secrets.</summary>
public sealed class OnDriftTests
{
    private static readonly string s_delete = "\"delete\":{\"responses\":{\"204\":{\"description\":\"\"}}}";
    private static readonly string s_update = Api.Operation("patch", Api.Resource, "," + Api.Body(Api.Request));
    private static readonly string s_request = Api.Object(Api.Text("name"), Api.Text("note"), "\"boot\":" + Api.Object(Api.Text("script"), Api.Text("mode")), "\"tags\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}");

    [Fact, Trait("Feature", "F2")]
    public void UpdateTakesNamesWithDots_AsTheyAre()
    {
        var request = Api.Object(Api.Text("name"), "\"push.state\":{\"type\":\"string\",\"nullable\":true}");
        var update = Api.Operation("put", Api.Resource, "," + Api.Body(request));
        var found = Bound.Valid(Api.Document(request: request, paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource), update))).Facts!.Update!;

        Assert.Equal(["name", "push.state"], found.Properties);
        Assert.Equal(["push.state"], found.Nullable);
    }

    [Theory, Trait("Feature", "F2")]
    [InlineData("Update", "no update")]
    [InlineData("Replace", "no delete")]
    public void WhatTheApiCannotDo_IsAnError(string onDrift, string why)
    {
        Refused(Document(), Bound.NoOverrides with { OnDrift = onDrift }, "OnDrift = OnDrift." + onDrift, why);
        Assert.NotNull(Bound.Valid(Document(s_delete, s_update), overrides: Bound.NoOverrides with { OnDrift = onDrift }).Facts);
    }

    [Theory, Trait("Feature", "G3")]
    [InlineData(null)]
    [InlineData("Report")]
    [InlineData("Fail")]
    public void AlwaysWrite_NeedsAnUpdate(string? onDrift)
    {
        Refused(Document(s_delete, s_update), Bound.NoOverrides with { SecretWrites = "AlwaysWrite", OnDrift = onDrift }, "SecretWrites = SecretWrites.AlwaysWrite", "OnDrift.Update");
        Assert.NotNull(Bound.Valid(Document(s_delete, s_update), overrides: Bound.NoOverrides with { SecretWrites = "AlwaysWrite", OnDrift = "Update" }).Facts);
    }

    [Fact, Trait("Feature", "F4")]
    public void PathsThatTheRequestDoesNotHave_AreErrors()
    {
        var model = Bound.Model(Document(), overrides: Bound.NoOverrides with { IgnoreChanges = ["note", "nite"], OwnedSets = ["tags", "tgs"], Secrets = ["scrpt"] });

        Assert.Equal([("IgnoreChanges", "nite"), ("OwnedSets", "tgs"), ("Secrets", "scrpt")], model.Diagnostics.Where(diagnostic => diagnostic.IsError).Select(diagnostic => (diagnostic.Arguments[0], diagnostic.Arguments[1])));
        Assert.All(model.Diagnostics.Where(diagnostic => diagnostic.IsError), diagnostic => Assert.Equal(Bound.AttributeLocation, diagnostic.Location));
    }

    [Theory, Trait("Feature", "G1")]
    [InlineData("script", "boot.script")] // a name at any place
    [InlineData("boot.script", "boot.script")]
    [InlineData("boot", "boot")]
    public void DeclaredSecret_IsAPath_OrANameAtAnyPlace(string declared, string secret) =>
        Assert.Equal([secret], Bound.Valid(Document(), overrides: Bound.NoOverrides with { Secrets = [declared] }).Facts!.Secrets);

    [Fact, Trait("Feature", "G1")]
    public void DeclaredSecret_MayBeOfTheResourceAlone() =>
        Assert.Equal(["serial"], Bound.Valid(Api.Document(reply: Api.Object(Api.Text("id"), Api.Text("name"), Api.Text("serial"))), overrides: Bound.NoOverrides with { Secrets = ["serial"] }).Facts!.Secrets);

    [Theory, Trait("Feature", "G1")]
    [InlineData("name")]
    [InlineData("id")]
    public void WhatIdentifiesTheResource_IsNoSecret(string declared) =>
        Refused(Document(), Bound.NoOverrides with { Secrets = [declared] }, $"Secrets = [\"{declared}\"]", "has to be recorded");

    [Fact, Trait("Feature", "G1")]
    public void DocumentSaysWhatIsSecret_AndWhatIsNot()
    {
        var request = Api.Object(Api.Text("name"), "\"pin\":{\"type\":\"string\",\"x-semel-secret\":true}", "\"api_token\":{\"type\":\"string\",\"x-semel-secret\":false}", Api.Text("root_password"));
        Assert.Equal(["pin", "root_password"], Bound.Valid(Api.Document(request: request)).Facts!.Secrets);
    }

    [Theory, Trait("Feature", "G1")]
    [InlineData("root_password", true)]
    [InlineData("accessToken", true)]
    [InlineData("tls_private_key", true)]
    [InlineData("user_data", true)]
    [InlineData("password_policy", false)]
    [InlineData("public_key", false)]
    public void Secret_IsToldByTheEndOfItsName(string name, bool isSecret) =>
        Assert.Equal(isSecret ? [name] : [], Bound.Valid(Api.Document(request: Api.Object(Api.Text("name"), Api.Text(name)))).Facts!.Secrets);

    /// <summary>A default or an example of a document may be one that somebody uses.</summary>
    [Fact, Trait("Feature", "G1")]
    public void ValuesOfSecrets_AreInNoGeneratedCode()
    {
        const string canary = "canary-1f2e";
        var request = Api.Object(Api.Text("name"), $$"""
            "password":{"type":"string","default":"{{canary}}","example":"{{canary}}","examples":["{{canary}}"]}
            """, """
            "size":{"type":"string","enum":["shown-small"]}
            """);
        var model = Bound.Valid(Api.Document(request: request).WithParameters(Api.Query("api_token", $$"""{"type":"string","default":"{{canary}}","example":"{{canary}}"}""")));

        var emitted = string.Join('\n', Emit.Emitted.From(model).Values);

        Assert.Contains("shown-small", emitted, StringComparison.Ordinal);
        Assert.DoesNotContain(canary, emitted, StringComparison.Ordinal);
    }

    /// <summary>The order of a list counts unless it is a set.</summary>
    [Theory, Trait("Feature", "D4")]
    [InlineData("rules", """{"type":"array","uniqueItems":true,"items":{"type":"object","properties":{"port":{"type":"integer"}}}}""", true)]
    [InlineData("tags", """{"type":"array","items":{"type":"string"}}""", true)]
    [InlineData("labels", """{"type":"array","items":{"type":"string"}}""", true)]
    [InlineData("server_ids", """{"type":"array","items":{"type":"integer"}}""", true)]
    [InlineData("teamMembers", """{"type":"array","items":{"type":"string"}}""", true)]
    [InlineData("steps", """{"type":"array","items":{"type":"string"}}""", false)]
    [InlineData("members", """{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"}}}}""", false)]
    public void List_IsASet_ByUniqueItems_OrByItsName(string name, string schema, bool isSet) =>
        Assert.Equal(isSet ? [name] : [], Bound.Valid(Api.Document(request: Api.Object(Api.Text("name"), $"\"{name}\":{schema}"))).Facts!.Input.Sets);

    private static void Refused(string document, Semel.Generator.Declarations.DeclaredOverrides declared, string what, string why)
    {
        var model = Bound.Model(document, "/things", declared);
        var diagnostic = model.Diagnostic("SEM1014");
        Assert.Equal((what, Bound.AttributeLocation), (diagnostic.Arguments[0], diagnostic.Location));
        Assert.Contains(why, diagnostic.Arguments[1]);
        Assert.Null(model.Facts);
    }

    private static string Document(params string[] operations) => Api.Document(request: s_request, paths: Api.Path("/things/{id}", [Api.Operation("get", Api.Resource), .. operations]));
}
