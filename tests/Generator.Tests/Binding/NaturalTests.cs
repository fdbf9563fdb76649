using Semel.Generator.Declarations;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Resources at an address that the client chooses.</summary>
[Trait("Feature", "L2")]
public sealed class NaturalTests
{
    private const string Item = "/things/{thing_name}";

    private static readonly string Delete = "\"delete\":{\"responses\":{\"204\":{\"description\":\"\"}}}";

    [Fact]
    public void PathOfAPut_CreatesAtItsParameter()
    {
        var model = Bound.Valid(Document(Put()), Item);

        Assert.Equal(
            ["Create PUT " + Item, "Get GET " + Item, "List GET /things", "Delete DELETE " + Item],
            model.Operations.Select(operation => $"{operation.Name} {operation.Method} {operation.Path}"));
        var facts = model.Facts!;
        Assert.Equal(("Natural", "name", "thing_name", null, "name"), (facts.Guarantee, facts.Id, facts.IdParameter, facts.NaturalKey, facts.NameInResource));
        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.Id is "SEM2006" or "SEM3001");
        Assert.Equal("Thing", model.Resource().Name);
    }

    [Fact]
    public void CollectionWithoutAPost_IsCreatedByTheOnePutUnderIt() => Assert.Equal("PUT " + Item, Create(Bound.Valid(Document(Put()), "/things")));

    [Fact]
    public void Post_StaysTheDefaultOfItsCollection_AndTheOtherIsDeclaredByItsPath()
    {
        var document = Api.Document(paths: Api.Path(Item, Put(), Api.Operation("get", Api.Resource)));

        Assert.Equal("POST /things", Create(Bound.Valid(document)));
        var natural = Bound.Valid(document, Item);
        Assert.Equal("PUT " + Item, Create(natural));
        Assert.DoesNotContain(natural.Operations, operation => operation.Method == "POST");
    }

    [Fact]
    public void PutThatAlsoUpdates_IsTheCreateAlone_AndAPatchIsTheUpdate()
    {
        var patch = Api.Operation("patch", Api.Resource, "," + Api.Body(Api.Request));

        Assert.Equal("PATCH", Bound.Valid(Document(Put(), patch), Item).Operation(OperationKind.Update).Method);
        Assert.False(Bound.Valid(Document(Put()), Item).Has(OperationKind.Update));
    }

    [Theory]
    [InlineData("\"200\"", "", "", false)]
    [InlineData("\"201\"", "", "", true)]
    [InlineData("\"200\"", "\"summary\":\"Create or update a thing\",", "", true)]
    [InlineData("\"200\"", "\"description\":\"It upserts.\",", "", true)]
    [InlineData("\"200\"", "\"operationId\":\"things_CreateOrUpdate\",", "", true)]
    [InlineData("\"200\"", "\"summary\":\"Update what was created\",", "", false)]
    [InlineData("\"200\"", "\"description\":\"Updates it. To create one, POST.\",", "", false)]
    [InlineData("\"200\"", "", "If-None-Match", true)]
    public void PutThatIsNotSaidToCreate_IsNone_UntilItIsDeclared(string status, string prose, string header, bool creates)
    {
        var put = Put().Replace("\"201\"", status, StringComparison.Ordinal).Replace("\"put\":{", "\"put\":{" + prose + (header.Length == 0 ? "" : "\"parameters\":[" + Api.Header(header) + "],"), StringComparison.Ordinal);
        var model = Bound.Model(Document(put), Item);

        Assert.Equal(creates, model.Facts is not null);
        if (creates) return;
        Assert.Contains("not said to create", model.Diagnostic("SEM1005").Arguments[2], StringComparison.Ordinal);
        Assert.Equal("Natural", Bound.Valid(Document(put), Item, Bound.NoOverrides with { Guarantee = "Natural" }).Facts!.Guarantee);
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData("\"parameters\":[{\"name\":\"if-none-match\",\"in\":\"header\"}],", "", true)]
    [InlineData("", ",\"412\":{\"description\":\"\"}", true)]
    public void IfNoneMatch_IsSentWhereItIsKnown(string parameters, string replies, bool isSent)
    {
        var put = Put(replies).Replace("\"put\":{", "\"put\":{" + parameters, StringComparison.Ordinal);

        Assert.Equal(isSent, Bound.Valid(Document(put), Item).Facts!.IfNoneMatch);
    }

    [Fact]
    public void PutThatAnswersNothing_IsReadAfterwards()
    {
        var put = "\"put\":{\"summary\":\"Create it\"," + Api.Body(Api.Request) + ",\"responses\":{\"204\":{\"description\":\"\"}}}";
        var model = Bound.Valid(Document(put), Item);

        Assert.False(model.Facts!.ReplyIsResource);
        Assert.Null(model.Operation(OperationKind.Create).ResponseEnvelope);
        var alone = Api.Document(paths: Api.Path(Item, put)).Replace("\"post\":", "\"x-post\":", StringComparison.Ordinal);
        Assert.Single(Bound.Model(alone, Item).Diagnostics, diagnostic => diagnostic.Id == "SEM2004");
    }

    [Theory]
    [InlineData("Natural", null, "/things", "Guarantee = Guarantee.Natural")]
    [InlineData("Marker", null, Item, "Guarantee = Guarantee.Marker")]
    [InlineData(null, "name", Item, "Key = \"name\"")]
    [InlineData("Replay", null, "/things", "Guarantee = Guarantee.Replay")]
    public void WhatContradictsThePath_IsAnErrorAtTheAttribute(string? guarantee, string? key, string path, string what)
    {
        var model = Bound.Model(Api.Document(paths: Api.Path(Item, Put(), Api.Operation("get", Api.Resource))), path, Bound.NoOverrides with { Guarantee = guarantee, Key = key });

        var diagnostic = model.Diagnostic("SEM1014");
        Assert.Equal((what, Bound.AttributeLocation), (diagnostic.Arguments[0], diagnostic.Location));
        Assert.Null(model.Facts);
    }

    [Theory]
    [InlineData("azure-compute/compute-2021-11-01.json", "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroupName}/providers/Microsoft.Compute/virtualMachines", "vmName", "name")]
    [InlineData("svix/lib-openapi.json", "/api/v1/app/{app_id}", "app_id", "uid")]
    [InlineData("svix/lib-openapi.json", "/api/v1/event-type/{event_type_name}", "event_type_name", "name")]
    public void RealDocuments_AreAddressedByWhatTheClientChooses(string document, string path, string parameter, string id)
    {
        var facts = Bound.Model(RealDocuments.Open(document), path).Facts!;

        Assert.Equal(("Natural", parameter, id), (facts.Guarantee, facts.IdParameter, facts.Id));
    }

    [Theory]
    [InlineData("jira/jira-open-api.json", "/rest/api/3/permissionscheme/{schemeId}")]
    [InlineData("linode/openapi.yaml", "/{apiVersion}/networking/firewalls/{firewallId}")]
    public void RealPutsThatOnlyUpdate_CreateNothing(string document, string path) =>
        Assert.Equal("SEM1005", Assert.Single(Bound.Model(RealDocuments.Open(document), path).Diagnostics, diagnostic => diagnostic.IsError).Id);

    [Theory]
    [InlineData("/{thing}")]
    [InlineData("/things/{id}.xml")]
    public void PathThatNamesNoCollection_IsNoAddress(string path) =>
        Assert.Equal(["SEM1005"], Bound.Model(Document(Put()).Replace(Item, path, StringComparison.Ordinal), path).Diagnostics.Select(diagnostic => diagnostic.Id));

    private static string Put(string replies = "") => "\"put\":{" + Api.Body(Api.Request) + ",\"responses\":{\"201\":" + Api.Reply(Api.Object(Api.Text("name"))) + replies + "}}";

    private static string Document(params string[] operations) => Api.Document(
            collection: Api.List(), paths: Api.Path(Item, [.. operations, Api.Operation("get", Api.Object(Api.Text("name"), Api.Text("colour"))), Delete]))
        .Replace("\"post\":", "\"x-post\":", StringComparison.Ordinal).Replace("\"id\":{\"type\":\"string\"},", "", StringComparison.Ordinal);

    private static string Create(ResourceModel model) => model.Operation(OperationKind.Create) is var create ? create.Method + " " + create.Path : "";
}
