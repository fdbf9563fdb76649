using Semel.Generator.Model;
using Semel.Generator.Tests.Emit;

namespace Semel.Generator.Tests.Binding;

/// <summary>Bodies and replies by their media types.</summary>
[Trait("Feature", "L1")]
public sealed class ContentTests
{
    private const string Fields = """{"schema":{"type":"object","properties":{"a":{"type":"string"} } } }""";

    [Theory]
    [InlineData("\"application/json\":{{}}", "Json", null, null)]
    [InlineData("\"application/merge-patch+json\":{{}}", "Json", "Json", "application/merge-patch+json")]
    [InlineData("\"application/vnd.x+json; v=1\":{{}}", "Json", "Json", "application/vnd.x+json")]
    [InlineData("\"*/*\":{{}}", "Json", null, null)]
    [InlineData("\"text/csv\":{{}},\"application/json\":{{}}", "Json", null, null)]
    [InlineData("\"application/x-www-form-urlencoded\":{{}},\"text/csv\":{{}}", "Json", "Form", "application/x-www-form-urlencoded")]
    [InlineData("\"application/x-www-form-urlencoded\":" + Fields, "Object", "Form", "application/x-www-form-urlencoded")]
    [InlineData("\"multipart/form-data\":" + Fields, "Object", "Multipart", "multipart/form-data")]
    [InlineData("\"text/plain\":{{}},\"image/png\":{{}}", "String", "Text", "text/plain")]
    [InlineData("\"application/xml\":{{}}", "String", "Text", "application/xml")]
    [InlineData("\"application/atom+xml\":{{}}", "String", "Text", "application/atom+xml")]
    [InlineData("\"application/octet-stream\":{{}}", "Stream", "Stream", "application/octet-stream")]
    [InlineData("\"image/*\":{{}}", "Stream", "Stream", "application/octet-stream")]
    [InlineData("\"application/x-tar\":{{}}", "Stream", "Stream", "application/x-tar")]
    [InlineData("\"application/x-ndjson\":{{}}", "Stream", "Stream", "application/x-ndjson")]
    [InlineData("\"no media type\":{{}}", "Stream", "Stream", "application/octet-stream")]
    [InlineData("\"*/*\":{\"schema\":{\"type\":\"string\",\"format\":\"binary\"} }", "Stream", "Stream", "application/octet-stream")]
    public void Body_IsJson_OrElseTheFirst(string content, string type, string? kind, string? mediaType)
    {
        var operation = Post($"{{{content.Replace("{{}}", "{\"schema\":{}}", StringComparison.Ordinal)}}}");

        Assert.Equal((type, kind, mediaType), (operation.Body!.Kind.ToString(), operation.Content?.Kind.ToString(), operation.Content?.MediaType));
    }

    [Fact]
    public void Files_AreParametersOfTheirOwn_AndTheOtherFieldsAView()
    {
        var model = Model("""
            {"multipart/form-data":{"schema":{"$ref":"#/components/schemas/upload"},"encoding":{"photo":{"contentType":"image/png"},"any":{"contentType":"image/png, image/jpeg"},"meta":{"contentType":"application/json"} } } }
            """, schemas: """
            "upload":{"type":"object","required":["data","title"],"properties":{"data":{"type":"string","format":"binary"},"list":{"type":"array","items":{"type":"string","format":"binary"}},
            "photo":{"type":"string"},"any":{"type":"string"},"meta":{"type":"string"},"title":{"type":"string"},"code":{"type":"string","format":"byte"}}}
            """);
        var operation = model.Operation(OperationKind.Other);

        Assert.Equal(["data!", "list[]", "photo image/png", "any"], operation.Content!.Files.Select(file => file.JsonName + (file.Required ? "!" : "") + (file.IsList ? "[]" : "") + (file.ContentType is null ? "" : " " + file.ContentType)));
        Assert.Equal(["meta", "title!", "code"], model.Object(operation.Body!.Identity).Properties.Select(property => property.JsonName + (property.Required ? "!" : "")));
    }

    /// <summary>As Stripe's lists, whose GET has an empty form.</summary>
    [Fact]
    public void ListWithAForm_CompilesWithoutIt()
    {
        var model = Bound.Valid(Api.Document(
            collection: Api.List().Replace("\"get\":{", """
            "get":{"requestBody":{"content":{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{} } } } },
            """, StringComparison.Ordinal),
            paths: Api.Path("/things/{id}", Api.Operation("get", Api.Resource))));

        Assert.NotNull(model.Operation(OperationKind.List).Content);
        Assert.Empty(Emitted.Problems(model));
    }

    [Fact]
    public void StylesOfAForm_AreThoseThatAreSaid()
    {
        var fields = Post("""{"application/x-www-form-urlencoded":{"schema":{"type":"object","properties":{"a":{},"b":{},"c":{},"d":{} } },"encoding":{"a":{"style":"deepObject","explode":true},"b":{"explode":false},"c":{"contentType":"application/json"},"d":{"style":"form"} } } }""").Content!.Fields;

        Assert.Equal([new("a", new(WritingStyle.DeepObject, true)), new("b", new(WritingStyle.Form, false)), new("c", new(WritingStyle.Json, false))], fields);
    }

    [Theory]
    [InlineData("\"200\":{\"content\":{\"image/png\":{} } }", "Download", "Stream", "image/png", false)]
    [InlineData("\"200\":{\"content\":{\"text/csv\":{},\"image/png\":{} } }", "String", "Text", "text/csv", false)]
    [InlineData("\"200\":{\"content\":{\"text/event-stream\":{} } }", "Download", "Stream", "text/event-stream", false)]
    [InlineData("\"200\":{\"content\":{\"image/*\":{} } }", "Download", "Stream", "image/*", false)]
    [InlineData("\"200\":{\"content\":{\"text/csv\":{},\"application/json\":{} } }", "Json", null, null, false)]
    [InlineData("\"200\":{\"content\":{\"application/hal+json\":{} } }", "Json", "Json", "application/hal+json", false)]
    [InlineData("\"200\":{\"content\":{\"application/json\":{} } },\"204\":{}", "Json", "Json", null, true)]
    [InlineData("\"2XX\":{\"content\":{\"application/json\":{} } }", "Json", null, null, false)]
    [InlineData("\"default\":{\"description\":\"done\",\"content\":{\"application/json\":{} } }", "Json", "Json", null, true)]
    [InlineData("\"default\":{\"description\":\"An error.\",\"content\":{\"application/json\":{} } }", null, null, null, false)]
    [InlineData("\"default\":{\"content\":{\"application/problem+json\":{} } }", null, null, null, false)]
    [InlineData("\"default\":{\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/ApiError\"} } } }", null, null, null, false)]
    [InlineData("\"302\":{}", "Download", "Stream", "*/*", false)]
    [InlineData("\"404\":{}", null, null, null, false)]
    [InlineData("\"204\":{}", null, null, null, false)]
    [InlineData("\"200\":{\"content\":{\"application/json\":{\"schema\":{\"type\":\"string\",\"format\":\"binary\"} } } }", "Download", "Stream", "*/*", false)]
    public void Reply_IsReadByItsMediaType(string replies, string? type, string? kind, string? accept, bool mayBeAbsent)
    {
        var operation = Bound.Valid(Api.Document(paths: Api.Path("/things/x", $"\"get\":{{\"responses\":{{{replies}}}}}"), schemas: "\"ApiError\":{}")).Operation(OperationKind.Other);

        Assert.Equal((type, kind, accept, mayBeAbsent), (operation.Response?.Kind.ToString(), operation.Reply?.Kind.ToString(), operation.Reply?.Accept, operation.Reply?.MayBeAbsent ?? false));
    }

    [Fact]
    public void References_AreFollowedInContentMediaTypesAndParameters()
    {
        var model = Bound.Valid(Api.Document(paths: """
            ,"/things/x":{"post":{"parameters":{"$ref":"#/components/x-lists/usual"},
            "requestBody":{"content":{"$ref":"#/components/x-contents/text"}},
            "responses":{"200":{"content":{"application/json":{"$ref":"#/components/mediaTypes/flag"}}}}}}
            """, schemas: "\"a\":{}").Replace("\"components\":{", """
            "components":{"x-lists":{"usual":[{"name":"q","in":"query"},{"$ref":"#/components/x-lists/usual/0"},{"name":"r","in":"query"}]},
            "x-contents":{"text":{"text/plain":{}}},"mediaTypes":{"flag":{"schema":{"type":"boolean"}}},
            """, StringComparison.Ordinal));
        var operation = model.Operation(OperationKind.Other);

        Assert.Equal(["q", "r"], operation.Parameters.Select(parameter => parameter.JsonName));
        Assert.Equal((TypeKind.String, TypeKind.Boolean), (operation.Body!.Kind, operation.Response!.Kind));
    }

    [Fact]
    public void BodyBehindAReferenceThatLeadsNowhere_LeavesTheOperationOut_WhereItStands() => Assert.Contains(
        "the reference to its body leads nowhere",
        Bound.Model(Api.Document(paths: Api.Path("/things/x", "\"post\":{\"requestBody\":{\"$ref\":\"#/nowhere\"},\"responses\":{}}"))).Diagnostic("SEM2005").Arguments[2], StringComparison.Ordinal);

    private static OperationModel Post(string content) => Model(content).Operation(OperationKind.Other);

    private static ResourceModel Model(string content, string schemas = "") => Bound.Valid(Api.Document(
        paths: Api.Path("/things/x", $"\"post\":{{\"requestBody\":{{\"required\":true,\"content\":{content}}},\"responses\":{{\"204\":{{}}}}}}"), schemas: schemas));
}
