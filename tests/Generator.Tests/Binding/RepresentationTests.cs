using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Paths that name the representation, as <c>/things.json</c> and <c>/things/{id}.json</c> do.</summary>
[Trait("Feature", "L2")]
public sealed class RepresentationTests
{
    private const string Form = """ "requestBody":{"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"FriendlyName":{"type":"string"}}}}}}""";

    private static readonly string Resource = Api.Object(Api.Text("sid"), Api.Text("friendly_name"));

    private static readonly string Document = """{"openapi":"3.0.3","paths":{"/v1/things.json":{"post":{"""
        + Form + ",\"responses\":{\"201\":" + Api.Reply(Resource) + "}}," + Api.Operation("get", "{\"properties\":{\"things\":{\"type\":\"array\",\"items\":" + Resource + "}}}") + "}"
        + Api.Path("/v1/things/{Sid}.json", Api.Operation("get", Resource), Api.Operation("post", Resource, "," + Form), """ "delete":{"responses":{"204":{"description":""} } }""")
        + Api.Path("/v1/things/{Sid}/parts.json", Api.Operation("get", Resource)) + "}}";

    [Fact]
    public void Item_IsFoundBehindTheExtension_AndFormsAreItsCreateAndItsUpdate()
    {
        var model = Bound.Valid(Document, "/v1/things.json");

        Assert.Equal(("sid", "Sid", "FriendlyName", "friendly_name"), (model.Facts!.Id, model.Facts.IdParameter, model.Facts.NaturalKey, model.Facts.NameInResource));
        Assert.Equal(
            ["Create POST /v1/things.json Form", "Read GET /v1/things/{Sid}.json ", "List GET /v1/things.json ", "Update POST /v1/things/{Sid}.json Form", "Delete DELETE /v1/things/{Sid}.json ", "Other GET /v1/things/{Sid}/parts.json "],
            model.Operations.OrderBy(operation => operation.Kind).Select(operation => $"{operation.Kind} {operation.Method} {operation.Path} {operation.Content?.Kind}"));
    }
}
