using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

public sealed class OperationTests
{
    [Theory]
    [InlineData("things_list_snapshots", "ListSnapshots")]
    [InlineData("thingActions_list", "ListActions")]
    [InlineData("things_destroy_byTag", "DestroyByTag")]
    [InlineData("get-thing-usage", "GetThingUsage")]
    [InlineData("things.remove-tags", "RemoveTags")]
    [InlineData("things", "GetX")]
    public void OtherOperations_AreNamedAfterTheirId(string id, string name) => Assert.Equal(name, Other($",\"operationId\":\"{id}\"").Name);

    [Fact]
    public void NamesThatAreTaken_GetByOrANumber()
    {
        static string Path(string path) => Api.Path(path, Api.Operation("get", Api.Resource, ",\"operationId\":\"things_list_parts\""));
        var model = Bound.Valid(Api.Document(paths: Path("/things/parts") + Path("/things/{id}/parts") + Path("/things/{id}/more")));

        Assert.Equal(["Create", "ListParts", "ListParts2", "ListPartsById"], model.Operations.Select(operation => operation.Name));
    }

    [Fact]
    public void EveryOperationUnderThePath_IsThere_AndNoOther()
    {
        var model = Bound.Valid(Api.Document(paths:
            Api.Path("/things/{id}/parts", Api.Operation("get", "{}"), Api.Operation("post", "{}")) + Api.Path("/thingsandmore", Api.Operation("get", "{}"))));

        Assert.Equal(["POST /things", "GET /things/{id}/parts", "POST /things/{id}/parts"], model.Operations.Select(operation => operation.Method + " " + operation.Path));
    }

    [Fact]
    public void Parameters_AreMerged_AndOrderedByPlace()
    {
        var model = Bound.Valid(Api.Document(paths: """
            ,"/things/{a_id}/parts/{b-id}":{"parameters":[{"name":"X-Trace","in":"header","schema":{"type":"string"}},{"name":"q","in":"query","schema":{"type":"string"}}],
            "get":{"parameters":[{"name":"q","in":"query","required":true,"schema":{"type":"integer"}},{"name":"b-id","in":"path","required":true,"schema":{"type":"integer"}},
            {"name":"Accept","in":"header","required":true,"schema":{"type":"string"}},{"name":"session","in":"cookie","schema":{"type":"string"}},{"name":"filter","in":"query","schema":{"type":"object","properties":{"a":{"type":"string"}}}}],
            "responses":{"204":{}}}}
            """));

        var parameters = model.Operation(OperationKind.Other).Parameters;
        Assert.Equal(["aId:String", "bId:Int64", "q:Int64", "filter:Object", "xTrace:String", "session:String"], parameters.Select(parameter => $"{parameter.Name}:{parameter.Type.Kind}"));
        Assert.Equal([true, true, true, false, false, false], parameters.Select(parameter => parameter.Required));
    }

    [Theory]
    [InlineData(""","requestBody":{"required":true,"content":{"multipart/form-data":{}}}""", "multipart/form-data, and no property says what its parts are")]
    [InlineData(""","requestBody":{"required":true,"content":{"application/x-www-form-urlencoded":{"schema":{"type":"array","items":{}}}}}""", "its schema is no object")]
    public void OperationsThatCannotBeCalled_AreLeftOut_WithAReason(string rest, string reason)
    {
        var model = Bound.Valid(Api.Document(paths: Api.Path("/things/x", Api.Operation("get", "{}", rest))));

        Assert.Single(model.Operations);
        Assert.Contains(reason, model.Diagnostic("SEM2005").Arguments[2]);
    }

    [Fact]
    public void LowestReplyWithJson_IsTheReply()
    {
        var operation = Other("", """{"202":{"content":{"application/json":{"schema":{"type":"string"}}}},"201":{"content":{"application/json":{"schema":{"type":"boolean"}}}},"200":{}}""");

        Assert.Equal(TypeKind.Boolean, operation.Response!.Kind);
    }

    [Fact]
    public void CreateWithAForm_IsAnErrorAtItsLine()
    {
        var model = Bound.Model("""
            {"openapi":"3.0.0","paths":{"/things":{
              "post":{"requestBody":{"required":true,"content":{"application/x-www-form-urlencoded":{}}},"responses":{}}}}}
            """);

        Assert.Equal((2, 3), model.Diagnostic("SEM2009").At());
    }

    [Fact]
    public void RequestThatIsAComponent_KeepsItsName_AndAnInlineOneIsNamedAfterTheResource()
    {
        static string? Name(ResourceModel model) => model.Object(model.Operation(OperationKind.Create).Body!.Identity).Name;

        Assert.Equal("NewThing", Name(Bound.Valid(Api.Document(request: """{"$ref":"#/components/schemas/new_thing"}""", schemas: "\"new_thing\":" + Api.Request))));
        Assert.Equal("ThingCreate", Name(Bound.Valid(Api.Document())));
    }

    private static OperationModel Other(string rest, string responses = """{"204":{}}""") =>
        Bound.Valid(Api.Document(paths: Api.Path("/things/{id}/x", $"\"get\":{{\"responses\":{responses}{rest}}}"))).Operation(OperationKind.Other);
}
