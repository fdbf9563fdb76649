using Semel.Generator.Model;
using Semel.Generator.Tests.BadInput;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>Creates whose form has files.</summary>
public sealed class UploadTests
{
    private const string File = """ "file":{"type":"string","format":"binary"}""";
    private static readonly string Item = Api.Path("/things/{id}", Api.Operation("get", Api.Resource), """ "delete":{"responses":{"204":{"description":""}}}""");

    [Fact]
    public void FieldsAreTheRequest_AndFilesStandBeside()
    {
        var model = Bound.Valid(Document(Api.Object(Api.Text("name"), File, """ "more":{"type":"array","items":{"type":"string","format":"binary"}}""")));
        var create = model.Operation(OperationKind.Create);

        Assert.Equal(["file", "more"], create.Content!.Files.Select(file => file.JsonName));
        Assert.Equal(["name"], model.Object(create.Body!.Identity).Properties.Select(property => property.JsonName));
        Assert.Equal(("name", "id"), (model.Facts!.NaturalKey, model.Facts.Id));
    }

    [Fact]
    public void FormOfFilesAlone_HasNoRequest() => Assert.Null(Bound.Valid(Document(Api.Object(File))).Operation(OperationKind.Create).Body);

    [Fact]
    public void FormWithoutParts_CannotBeSent() => Assert.Null(Bound.Model(Document("""{"type":"object"}""")).Facts);

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("application/x-yaml")]
    public void OtherBodies_CannotBeSent(string mediaType) =>
        Bound.Model(Document(Api.Object(File)).Replace("multipart/form-data", mediaType, StringComparison.Ordinal)).Diagnostic("SEM2009");

    /// <summary>Files may be called like what a create takes itself, be required or not, and stand beside parameters of the query.</summary>
    [Theory]
    [InlineData("request", "")]
    [InlineData("options", ",\"required\":[\"options\",\"name\"]")]
    [InlineData("instance", ",\"required\":[\"name\"]")]
    [InlineData("cancellationToken", ",\"required\":[\"cancellationToken\"]")]
    public void WhatIsWritten_CompilesClean(string name, string required)
    {
        var fields = Api.Object(Api.Text("name"), File.Replace("\"file\"", $"\"{name}\"", StringComparison.Ordinal));
        var run = RealRun.OfDocument("api.json", Document(fields[..^1] + required + "}").WithParameters(Api.Query("zone")), "/things");

        Assert.Empty(run.Reported);
        Assert.Empty(run.Problems);
    }

    private static string Document(string form) => Api.Document(paths: Item).Replace(
        Api.Body(Api.Request), "\"requestBody\":{\"content\":{\"multipart/form-data\":{\"schema\":" + form + "}}}", StringComparison.Ordinal);
}
