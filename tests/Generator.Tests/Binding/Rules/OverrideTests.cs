using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>What is inferred is overridden by the attribute, or else by the document; what doesn't fit is said where it stands.</summary>
[Trait("Feature", "L3")]
public sealed class OverrideTests
{
    private const string Delete = """ "delete":{"responses":{"204":{"description":""}}}""";

    private static readonly string Paths =
        Api.Path("/things/{id}", Api.Operation("get", Api.Resource), Delete) + Api.Path("/other/{other_id}/part/{part_id}", Api.Operation("get", Api.Resource), Delete)
        + Api.Path("/found", Api.Operation("get", Api.Object("\"found\":{\"type\":\"array\",\"items\":" + Api.Resource + "}", "\"things\":{\"type\":\"array\",\"items\":" + Api.Resource + "}")));

    private static readonly string Reply = Api.Object("\"thing\":" + Api.Resource, "\"box\":" + Api.Object(Api.Text("id"), Api.Text("code")));

    public static TheoryData<string, string, string> Facts() => new()
    {
        { "Read", "GET /other/{other_id}/part/{part_id}", "GET /other/{other_id}/part/{part_id} by part_id" },
        { "Read", "/other/{other_id}/part/{part_id}", "GET /other/{other_id}/part/{part_id} by part_id" },
        { "Read", "", "none by id" },
        { "List", "GET /found", "things of GET /found" },
        { "Delete", "/other/{other_id}/part/{part_id}", "DELETE /other/{other_id}/part/{part_id}" },
        { "Delete", "", "none" },
        { "Envelope", "box", "box.id" },
        { "Id", "box.code", "box.code" },
        { "Key", "note", "note" },
        { "Guarantee", "UniqueName", "UniqueName" },
        { "IdempotencyKey", "X-Once", "X-Once" },
    };

    [Theory, MemberData(nameof(Facts))]
    public void Fact_IsOverridden_ByTheAttributeAndByTheDocument(string property, string value, string expected)
    {
        Assert.Equal(expected, Fact(Bound.Valid(Document(""), overrides: Declared(property, value)), property));
        Assert.Equal(expected, Fact(Bound.Valid(Document(Extension(property, value))), property));
        Assert.NotEqual(expected, Fact(Bound.Valid(Document("")), property));
    }

    [Fact]
    public void ListItems_AreWhereTheyAreSaidToBe() =>
        Assert.Equal("found of GET /found", Fact(Bound.Valid(Document(""), overrides: Declared("List", "/found") with { ListItems = "found" }), "List"));

    [Fact]
    public void IdParameter_IsTheOneThatIsSaid() => Assert.Equal(
        "GET /other/{other_id}/part/{part_id} by other_id",
        Fact(Bound.Valid(Document(""), overrides: Declared("Read", "/other/{other_id}/part/{part_id}") with { IdParameter = "other_id" }), "Read"));

    [Fact]
    public void Attribute_ComesBeforeTheDocument() =>
        Assert.Equal("name", Bound.Valid(Document(Extension("Key", "note")), overrides: Declared("Key", "name")).Facts!.NaturalKey);

    [Fact]
    public void Operation_ComesBeforeItsPath() =>
        Assert.Equal("note", Bound.Valid(Document(Extension("Key", "note")).Replace("\"/things\":{", "\"/things\":{\"x-semel-key\":\"name\",", StringComparison.Ordinal)).Facts!.NaturalKey);

    [Fact]
    public void Path_SaysItToo() =>
        Assert.Equal("note", Bound.Valid(Document("").Replace("\"/things\":{", "\"/things\":{\"x-semel-key\":\"note\",", StringComparison.Ordinal)).Facts!.NaturalKey);

    [Theory]
    [InlineData("Read", "GET /thing/{id}", "SEM1016", "Read = \"GET /thing/{id}\" names no GET of 'api.json'; did you mean '/things/{id}'?")]
    [InlineData("Read", "DELETE /things/{id}", "SEM1016", "Read = \"DELETE /things/{id}\" names no GET of 'api.json'; did you mean '/things/{id}'")]
    [InlineData("Update", "/things/{id}", "SEM1016", "Update = \"/things/{id}\" names no PUT, PATCH, POST of 'api.json'; did you mean '/things'?")]
    [InlineData("List", "/fond", "SEM1016", "List = \"/fond\" names no GET of 'api.json'; did you mean '/found'?")]
    [InlineData("Envelope", "bx", "SEM1007", "Envelope = \"bx\" names no property of the reply of POST /things; did you mean 'box'?")]
    [InlineData("Key", "nam", "SEM1007", "Key = \"nam\" names no property of the body of POST /things; did you mean 'name'?")]
    [InlineData("Gone", "name", "SEM1011", "Gone = \"name\" cannot be used: write it as")]
    [InlineData("Ready", "name", "SEM1012", "Ready = \"name\" cannot be used: write it as")]
    [InlineData("IdempotencyKey", "a b", "SEM1013", "IdempotencyKey = \"a b\" cannot be used: write the name")]
    [InlineData("Guarantee", "Natural", "SEM1014", "Guarantee = Guarantee.Natural cannot be used: POST /things lets")]
    [InlineData("Guarantee", "Marker", "SEM1010", "Guarantee = Guarantee.Marker needs")]
    public void WhatDoesNotFit_IsSaidAtItsPlace(string property, string value, string id, string message)
    {
        var attribute = Assert.Single(Bound.Model(Document(""), overrides: Declared(property, value)).Diagnostics, diagnostic => diagnostic.IsError);
        Assert.Equal((id, Bound.AttributeLocation), (attribute.Id, attribute.Location));
        Assert.StartsWith(message, attribute.Text, StringComparison.Ordinal);

        var document = Assert.Single(Bound.Model(Document("\n" + Extension(property, value))).Diagnostics, diagnostic => diagnostic.IsError);
        Assert.Equal((id, "specs/api.json", 2), (document.Id, document.Location!.Path, document.At().Line));
        Assert.Equal(attribute.Text, document.Text);
    }

    [Fact]
    public void WrongIdParameter_IsSaidAtItsPlace()
    {
        var model = Bound.Model(Document(""), overrides: Declared("Read", "/things/{id}") with { IdParameter = "ID" });

        Assert.Equal("IdParameter = \"ID\" names no parameter of GET /things/{id}; did you mean 'id'?", model.Diagnostic("SEM1016").Text);
    }

    [Theory]
    [InlineData("\"x-semel-kye\":\"name\"", "'x-semel-kye' cannot be used: there is none of that name; did you mean 'x-semel-key'")]
    [InlineData("\"x-semel-key\":[]", "'x-semel-key' cannot be used: its value is no text")]
    [InlineData("\"x-semel-ignore\":\"yes\"", "'x-semel-ignore' cannot be used: its value is true or false")]
    [InlineData("\"x-semel-guarantee\":\"Sure\"", "'x-semel-guarantee' cannot be used: its value is one of Natural, Replay, UniqueName, Marker, AtMostOnce")]
    [InlineData("\"x-semel-key-window-hours\":\"long\"", "'x-semel-key-window-hours' cannot be used: its value is no number of hours")]
    public void UnknownExtension_IsAWarningAtItsPlace(string extension, string message)
    {
        var said = Bound.Valid(Document("\n" + extension + ",")).Diagnostic("SEM2020");

        Assert.StartsWith(message, said.Text, StringComparison.Ordinal);
        Assert.Equal((2, 1), said.At());
    }

    [Fact]
    public void EveryOverride_HasAnExtension_AndIsSomethingOfOneResource() =>
        Assert.Equal(OverrideNames.Properties.Order(StringComparer.Ordinal), OverrideNames.Properties.Where(name => Declared(name, name == "KeyWindowHours" ? "1" : "x").Says(name)).Order(StringComparer.Ordinal));

    private static string Document(string extensions) => Api.Document(
        reply: Reply, request: Api.Object(Api.Text("name"), Api.Text("note")), paths: Paths).Replace("\"post\":{", "\"post\":{" + extensions, StringComparison.Ordinal);

    private static string Extension(string property, string value) => $"\"{OverrideNames.Extension(property)}\":\"{value}\",";

    private static DeclaredOverrides Declared(string property, string value) => property switch
    {
        "Key" => Bound.NoOverrides with { Key = value },
        "Id" => Bound.NoOverrides with { Id = value },
        "IdParameter" => Bound.NoOverrides with { IdParameter = value },
        "Envelope" => Bound.NoOverrides with { Envelope = value },
        "Read" => Bound.NoOverrides with { Read = value },
        "List" => Bound.NoOverrides with { List = value },
        "ListItems" => Bound.NoOverrides with { ListItems = value },
        "Paging" => Bound.NoOverrides with { Paging = value },
        "Update" => Bound.NoOverrides with { Update = value },
        "Delete" => Bound.NoOverrides with { Delete = value },
        "Guarantee" => Bound.NoOverrides with { Guarantee = value },
        "Marker" => Bound.NoOverrides with { Marker = value },
        "IdempotencyKey" => Bound.NoOverrides with { IdempotencyKey = value },
        "KeyWindowHours" => Bound.NoOverrides with { KeyWindowHours = 1 },
        "Ready" => Bound.NoOverrides with { Ready = value },
        "Failed" => Bound.NoOverrides with { Failed = value },
        "Gone" => Bound.NoOverrides with { Gone = value },
        "OwnsSet" => Bound.NoOverrides with { OwnsSet = true },
        _ => throw new ArgumentOutOfRangeException(nameof(property), property, null),
    };

    private static string? Fact(ResourceModel model, string property)
    {
        var create = model.Operation(OperationKind.Create);
        return property switch
        {
            "Read" => $"{Name(OperationKind.Read)} by {model.Facts!.IdParameter}",
            "List" => model.Facts!.List is { } list ? $"{list.Items} of {list.Operation}" : null,
            "Delete" => Name(OperationKind.Delete),
            "Envelope" or "Id" => create.ResponseEnvelope + "." + (model.Facts!.IdInReply ?? model.Facts.Id),
            "Key" => model.Facts!.NaturalKey,
            "Guarantee" => model.Facts!.Guarantee,
            "IdempotencyKey" => model.Facts!.IdempotencyKey?.Name,
            _ => throw new ArgumentOutOfRangeException(nameof(property), property, null),
        };

        string Name(OperationKind kind) => model.Has(kind) ? model.Operation(kind).Method + " " + model.Operation(kind).Path : "none";
    }
}
