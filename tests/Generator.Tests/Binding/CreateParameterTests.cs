using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>The parameters of a create beside those of its path: which are the caller's, which say what is created, which are carried on.</summary>
[Trait("Feature", "L7")]
public sealed class CreateParameterTests
{
    private const string One = """{"type":"string","enum":["2024-05-01"]}""";

    private static string Item(params string[] parameters) => Api.Path("/things/{id}", Api.Operation("get", Api.Resource, $",\"parameters\":[{string.Join(',', parameters)}]"));

    private static string Required(string parameter) => parameter.Replace("\"name\"", "\"required\":true,\"name\"", StringComparison.Ordinal);

    private static ResourceModel Model(string document, params string[] parameters) => Bound.Valid(document.WithParameters(parameters));

    [Fact]
    public void Parameters_AreTheCallers_ButForThoseThatSemelWrites()
    {
        var create = Model(
            Api.Document(), Required(Api.Query("zone")), Api.Query("dry_run", """{"type":"boolean"}"""), Api.Header("Idempotency-Key"), Api.Header("X-Tenant"),
            """{"name":"session","in":"cookie","schema":{"type":"string"}}""").Operation(OperationKind.Create);

        Assert.Equal(["zone!", "dry_run", "X-Tenant", "session"], create.Parameters.Select(parameter => parameter.JsonName + (parameter.Required ? "!" : "")));
    }

    [Fact]
    public void KeyInTheQuery_AndTheTimeOfItsFirstUse_AreSemels()
    {
        var model = Model(
            Api.Document(), Api.Query("request_id", """{"type":"string","description":"A unique identifier. Repeating it returns the first result; idempotent."}"""),
            Api.Header("Repeatability-Request-ID"), Api.Header("Repeatability-First-Sent"));

        Assert.Equal("Repeatability-First-Sent", model.Facts!.IdempotencyKey!.FirstSentHeader);
        Assert.Equal(["request_id"], model.Operation(OperationKind.Create).Parameters.Select(parameter => parameter.JsonName));
    }

    [Theory]
    [InlineData("zone", true)]
    [InlineData("filter", true)]
    [InlineData("api-version", false)]
    [InlineData("fields", false)]
    [InlineData("prettyPrint", false)]
    [InlineData("access_token", false)]
    public void QueryParameter_SaysWhatIsCreated_UnlessItSaysHow_OrIsSecret(string name, bool isInput) =>
        Assert.Equal(isInput ? [name] : [], Model(Api.Document(), Api.Query(name), Api.Header("X-" + name)).Facts!.InputParameters);

    [Fact]
    public void Parameter_IsCarried_WhereARead_RequiresIt_OrAllKnowIt()
    {
        var (version, project, region, odd) = (Required(Api.Query("api-version")), Api.Query("project"), Api.Query("region"), Api.Header("X-Odd"));
        var document = Api.Document(
            collection: Api.List(parameters: project + "," + region), paths: Item(version, project));

        Assert.Equal(["api-version", "project"], Model(document, version, project, region, odd).Facts!.CarriedParameters);
    }

    [Fact]
    public void NameInTheQuery_IsNotCarried_ItWouldFilterTheList()
    {
        var facts = Model(Api.Document(request: """{"type":"object","properties":{"size":{"type":"string"}}}""", collection: Api.List(parameters: Api.Query("name"))), Api.Query("name")).Facts!;

        Assert.Equal(("?name", "name", "name"), (facts.NaturalKey, facts.NameInResource, facts.NameFilter));
        Assert.Empty(facts.CarriedParameters);
        Assert.Equal(["name"], facts.InputParameters);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"name":{"type":"string"}}}""", "name")]
    [InlineData("""{"type":"object","properties":{"hostname":{"type":"string"}}}""", "?name")]
    [InlineData("""{"type":"object","properties":{"name":{"type":"object"}}}""", "?name")]
    public void NameInTheQuery_NamesTheInstance_WhereTheBodyHasNone(string request, string expected) =>
        Assert.Equal(expected, Model(Api.Document(request: request), Api.Query("name")).Facts!.NaturalKey);

    [Fact]
    public void KeyInTheQuery_CanBeDeclared_AndOneThatIsNotThereIsAnError()
    {
        var document = Api.Document().WithParameters(Api.Query("alias"), Api.Query("count", """{"type":"integer"}"""));

        Assert.Equal("?alias", Bound.Valid(document, overrides: Bound.NoOverrides with { Key = "?alias" }).Facts!.NaturalKey);
        Assert.Contains("?alias", Bound.Model(document, overrides: Bound.NoOverrides with { Key = "?alia" }).Diagnostic("SEM1007").Arguments[3], StringComparison.Ordinal);
        Assert.Null(Bound.Model(document, overrides: Bound.NoOverrides with { Key = "?count" }).Facts);
    }

    [Theory]
    [InlineData("\"required\":true,", "2024-05-01")]
    [InlineData("", null)]
    public void RequiredParameter_OfOneValue_IsAConstant(string required, string? expected)
    {
        var parameter = Api.Query("api-version", One).Replace("{\"name\"", "{" + required + "\"name\"", StringComparison.Ordinal);

        Assert.Equal(expected, Assert.Single(Model(Api.Document(), parameter).Operation(OperationKind.Create).Parameters).Constant);
    }

    [Fact]
    public void ListThatHasToBeAskedWithWhatTheCreateRequires_IsUsed()
    {
        var zone = Required(Api.Query("zone"));
        var document = Api.Document(collection: Api.List(parameters: zone));

        Assert.True(Model(document, zone).Has(OperationKind.List));
        Assert.Contains("'zone'", Model(document, Api.Query("zone")).Diagnostic("SEM2008").Arguments[1], StringComparison.Ordinal);
    }

    [Fact]
    public void ConditionOfAPut_IsSemels()
    {
        const string put = """{"openapi":"3.0.3","paths":{"/things/{name}":{"put":{"parameters":[{"name":"If-None-Match","in":"header","schema":{"type":"string"}},{"name":"zone","in":"query","schema":{"type":"string"}}],"requestBody":{"content":{"application/json":{"schema":RESOURCE}}},"responses":{"201":REPLY}},"get":{"responses":{"200":REPLY}}}}}""";
        var model = Bound.Valid(put.Replace("RESOURCE", Api.Resource, StringComparison.Ordinal).Replace("REPLY", Api.Reply(Api.Resource), StringComparison.Ordinal), "/things/{name}");

        Assert.Equal(["name", "zone"], model.Operation(OperationKind.Create).Parameters.Select(parameter => parameter.JsonName));
    }
}
