using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Creates that answer with an operation.</summary>
[Trait("Feature", "D8")]
public sealed class LongRunningTests
{
    private const string Reference = """{"$ref":"#/components/schemas/operation"}""";

    private static readonly string Shape = Api.Object(
        Api.Text("id"), """ "status":{"type":"string","enum":["running","succeeded","failed","cancelled"]}""", Api.Text("resource_id"));

    private static readonly string Held = Api.Object("\"operation\":" + Reference);

    [Fact]
    public void OperationInTheReply_IsFollowedAtItsPath_AndTheResourceIsRead()
    {
        var facts = Facts("202", Held, Held);

        Assert.Equal(
            new LongRunningModel(null, "operation.id", "/operations/{op}", "operation.status", ["succeeded"], ["failed", "cancelled"], "operation.resource_id"), facts.Operation);
        Assert.Equal(("id", null, false), (facts.Id, facts.IdInReply, facts.ReplyIsResource));
    }

    [Fact]
    public void WholeReply_MayBeTheOperation() => Assert.Equal(
        new LongRunningModel(null, "id", "/operations/{op}", "status", ["succeeded"], ["failed", "cancelled"], "resource_id"), Facts("202", Reference, Reference).Operation);

    [Theory]
    [InlineData("Operation-Location", "", "Operation-Location")]
    [InlineData("Azure-AsyncOperation", "", "Azure-AsyncOperation")]
    [InlineData("Location", "Where the operation is.", "Location")]
    [InlineData("Location", "Where the thing will be.", null)]
    public void HeaderAlone_GivesTheAddress(string header, string prose, string? found)
    {
        var headers = "\"headers\":{\"" + header + "\":{\"description\":\"" + prose + "\",\"schema\":{\"type\":\"string\"}}},";
        var document = Document("202", Api.Resource, Held).Replace("\"202\":{", "\"202\":{" + headers, StringComparison.Ordinal);

        var facts = Bound.Valid(document).Facts!;
        Assert.Equal((found, null, null), (facts.Operation?.Header, facts.Operation?.IdInReply, facts.Operation?.Path));
        Assert.True(facts.ReplyIsResource);
    }

    [Fact]
    public void ReplyWithOtherStatus_IsNotFollowed_ButNamesTheResource()
    {
        var facts = Facts("200", Reference, Reference);

        Assert.Null(facts.Operation);
        Assert.Equal(("id", "resource_id", false), (facts.Id, facts.IdInReply, facts.ReplyIsResource));
        Assert.Equal("SEM2004", Assert.Single(Bound.Model(Document("200", Reference, Reference).Replace("resource_id", "other", StringComparison.Ordinal)).Diagnostics, diagnostic => diagnostic.IsError).Id);
    }

    [Theory]
    [InlineData("running\",\"succeeded", "running\",\"stopped")]
    [InlineData("/operations/{op}", "/operations/{group}/{op}")]
    [InlineData("/operations/{op}", "/groups/{group}/operations/{op}")]
    [InlineData("/operations/{op}", "/jobs/{op}")]
    public void WhatTellsNoSuccess_OrCannotBeAddressed_IsNoOperation(string text, string other)
    {
        var document = Document("202", Api.Object("\"id\":{\"type\":\"string\"},\"operation\":" + Reference), Held);
        Assert.NotNull(Bound.Valid(document).Facts!.Operation);

        Assert.Null(Bound.Valid(document.Replace(text, other, StringComparison.Ordinal)).Facts!.Operation);
    }

    [Fact]
    public void OperationThatIsCreated_IsItself()
    {
        var facts = Bound.Valid(Document("202", Reference, Reference).Replace("\"/things\":", "\"/operations\":", StringComparison.Ordinal), "/operations").Facts!;

        Assert.Equal((null, "id", null), (facts.Operation, facts.Id, facts.IdInReply));
    }

    [Fact]
    public void ResourceBesideTheOperation_IsTheReply()
    {
        var facts = Facts("202", Api.Object("\"thing\":" + Api.Resource, "\"operation\":" + Reference), Held);

        Assert.True(facts.ReplyIsResource);
        Assert.Equal("operation.id", facts.Operation!.IdInReply);
    }

    /// <summary>What follows the create has to be asked with it.</summary>
    [Theory]
    [InlineData("true", "api-version")]
    [InlineData("false", null)]
    public void ParameterThatTheOperationRequires_IsCarried(string required, string? carried)
    {
        var parameter = "{\"name\":\"api-version\",\"in\":\"query\",\"required\":" + required + ",\"schema\":{\"type\":\"string\"}}";
        var document = Document("202", Reference, Reference).WithParameters(parameter)
            .Replace("\"/operations/{op}\":{\"get\":{", "\"/operations/{op}\":{\"get\":{\"parameters\":[" + parameter + "],", StringComparison.Ordinal);

        Assert.Equal(carried is null ? [] : [carried], Bound.Valid(document).Facts!.CarriedParameters);
    }

    [Fact]
    public void Exoscale_NamesTheResourceInItsOperation()
    {
        var facts = Bound.Model(RealDocuments.Open("exoscale/source.yaml"), "/instance").Facts!;

        Assert.Equal(("id", "reference.id", false), (facts.Id, facts.IdInReply, facts.ReplyIsResource));
    }

    [Fact]
    public void ExoscalesNames_AreNoIds() =>
        Assert.Equal("SEM2004", Assert.Single(Bound.Model(RealDocuments.Open("exoscale/source.yaml"), "/ssh-key").Diagnostics, diagnostic => diagnostic.IsError).Id);

    [Fact]
    public void DeclaredName_IsNeverTheIdThatTheOperationNames()
    {
        var facts = Bound.Model(RealDocuments.Open("exoscale/source.yaml"), "/ssh-key", Bound.NoOverrides with { Id = "name" }).Facts!;

        Assert.Equal(("name", null, false, false), (facts.Id, facts.IdInReply, facts.ReplyIsResource, facts.IdIsDescribed));
    }

    private static ResourceFacts Facts(string status, string reply, string read) => Bound.Valid(Document(status, reply, read)).Facts!;

    private static string Document(string status, string reply, string read) => Api.Document(
        reply, paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource)) + Api.Path("/operations/{op}", Api.Operation("get", read)), schemas: "\"operation\":" + Shape)
        .Replace("\"201\":", $"\"{status}\":", StringComparison.Ordinal);
}
