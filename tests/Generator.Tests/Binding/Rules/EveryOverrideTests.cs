using Semel.Generator.Binding;
using Semel.Generator.Declarations;
using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>Each fact that is inferred is overridden by the attribute's property and by the document's extension, to the same effect.</summary>
[Trait("Feature", "L3")]
public sealed class EveryOverrideTests
{
    private const string Delete = """ "delete":{"responses":{"204":{"description":""}}}""";
    private static readonly string Thing = Api.Object(
        Api.Text("id"), Api.Text("code"), Api.Text("name"), Api.Text("note"), Api.Text("description"), """ "status":{"type":"string","enum":["new","active","error","deleted"]}""");

    private static readonly string Listed = "\"things\":{\"type\":\"array\",\"items\":" + Thing + "}";

    /// <summary>The fact, the value, and what has to be said beside it.</summary>
    public static TheoryData<string, string, string, string> Facts() => new()
    {
        { "Key", "note", "", "" },
        { "Id", "code", "", "" },
        { "IdParameter", "other_id", "Read", "/other/{other_id}/part/{part_id}" },
        { "Envelope", "box", "", "" },
        { "Read", "/other/{other_id}/part/{part_id}", "", "" },
        { "List", "/found", "", "" },
        { "ListItems", "also", "List", "/found" },
        { "Paging", "PageNumber parameter=p first=1", "List", "/found" },
        { "Update", "PUT /other/{other_id}/part/{part_id}", "", "" },
        { "Delete", "/other/{other_id}/part/{part_id}", "", "" },
        { "Guarantee", "UniqueName", "", "" },
        { "Marker", "note", "", "" },
        { "IdempotencyKey", "X-Once", "", "" },
        { "KeyWindowHours", "7", "IdempotencyKey", "X-Once" },
        { "Ready", "status=active", "", "" },
        { "Failed", "status=error", "Ready", "status=active" },
        { "Gone", "status=deleted", "", "" },
    };

    [Theory, MemberData(nameof(Facts))]
    public void Fact_IsOverridden_ByTheAttributeAsByTheDocument(string property, string value, string other, string otherValue)
    {
        var beside = other.Length == 0 ? Bound.NoOverrides : With(Bound.NoOverrides, other, otherValue);
        var without = Shown(Bound.Valid(Document(""), overrides: beside));
        var byAttribute = Shown(Bound.Valid(Document(""), overrides: With(beside, property, value)));
        var byDocument = Shown(Bound.Valid(Document($"\"{OverrideNames.Extension(property)}\":\"{value}\","), overrides: beside));

        Assert.NotEqual(without, byAttribute);
        Assert.Equal(byAttribute, byDocument);
    }

    /// <summary>But for what only a set under a parent can say: <see cref="SetTests"/>.</summary>
    [Fact]
    public void Table_IsWhole() => Assert.Equal(OverrideNames.Properties.Except(["OwnsSet"]).Order(StringComparer.Ordinal), Facts().Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    /// <summary>All that is known, but for why.</summary>
    private static (ResourceFacts Facts, EquatableArray<OperationModel> Operations) Shown(ResourceModel model) => (model.Facts! with { Inferred = [] }, model.Operations);

    private static string Document(string extension) => Api.Document(
        reply: Api.Object("\"thing\":" + Thing, "\"box\":" + Thing), request: Api.Object(Api.Text("name"), Api.Text("note"), Api.Text("description")),
        paths: Api.Path("/things/{id}", Api.Operation("get", Thing), Api.Operation("patch", Thing, "," + Api.Body(Api.Request)), Delete)
            + Api.Path("/other/{other_id}/part/{part_id}", Api.Operation("get", Thing), Api.Operation("put", Thing, "," + Api.Body(Api.Request)), Delete)
            + Api.Path("/found", Api.Operation("get", Api.Object(Listed, Listed.Replace("things", "also", StringComparison.Ordinal)), ",\"parameters\":[" + Api.Query("p", """{"type":"integer"}""") + "]")))
        .Replace("\"post\":{", "\"post\":{" + extension, StringComparison.Ordinal);

    private static DeclaredOverrides With(DeclaredOverrides declared, string property, string value) => property switch
    {
        "Key" => declared with { Key = value },
        "Id" => declared with { Id = value },
        "IdParameter" => declared with { IdParameter = value },
        "Envelope" => declared with { Envelope = value },
        "Read" => declared with { Read = value },
        "List" => declared with { List = value },
        "ListItems" => declared with { ListItems = value },
        "Paging" => declared with { Paging = value },
        "Update" => declared with { Update = value },
        "Delete" => declared with { Delete = value },
        "Guarantee" => declared with { Guarantee = value },
        "Marker" => declared with { Marker = value },
        "IdempotencyKey" => declared with { IdempotencyKey = value },
        "KeyWindowHours" => declared with { KeyWindowHours = double.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
        "Ready" => declared with { Ready = value },
        "Failed" => declared with { Failed = value },
        "Gone" => declared with { Gone = value },
        _ => throw new ArgumentOutOfRangeException(nameof(property), property, null),
    };
}
