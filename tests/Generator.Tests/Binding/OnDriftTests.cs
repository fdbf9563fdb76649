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
