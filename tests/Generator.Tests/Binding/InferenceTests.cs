using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

/// <summary>Each rule of inference on the smallest document that shows it, and on one that must not.</summary>
[Trait("Feature", "L2")]
public sealed class InferenceTests
{
    [Fact]
    public void ReadUpdateAndDelete_AreOnTheItemPath_PutBeforePatch()
    {
        var model = Bound.Valid(Api.Document(paths: Api.Path("/things/{thing_id}",
            Api.Operation("get", Api.Resource), Api.Operation("patch", Api.Resource, "," + Api.Body(Api.Request)),
            Api.Operation("put", Api.Resource, "," + Api.Body(Api.Request)), "\"delete\":{\"responses\":{\"204\":{}}}")));

        Assert.Equal("thing_id", model.Facts!.IdParameter);
        Assert.Equal("PUT", model.Operation(OperationKind.Update).Method);
        Assert.Equal("PATCH", model.Operation(OperationKind.Other).Method);
        Assert.Equal(["Create", "Get", "Update", "Delete", "Patch"], model.Operations.Select(operation => operation.Name));
        Assert.Null(model.Operation(OperationKind.Delete).Response);
    }

    [Fact]
    public void PathThatIsOnlyListed_IsNoItem()
    {
        var model = Bound.Valid(Api.Document(paths: Api.Path("/things/{region}", Api.Operation("get", Api.Object("""
            "data":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"}}}}
            """)))));

        Assert.False(model.Has(OperationKind.Read));
        Assert.Null(model.Facts!.IdParameter);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("\"id\":{\"type\":\"string\"},", false)]
    [InlineData("\"thing_id\":{\"type\":\"string\"},", false)]
    public void ObjectWithAnId_IsNoList_OfWhateverItHolds(string id, bool isList)
    {
        var reply = "{\"properties\":{" + id + "\"replies\":{\"type\":\"array\",\"items\":" + Api.Resource + "}}}";

        Assert.Equal(isList, Bound.Valid(Api.Document(collection: Api.List(reply))).Has(OperationKind.List));
    }

    [Fact]
    public void DeleteOfTheCollection_IsNoDelete()
    {
        var model = Bound.Valid(Api.Document(collection: ",\"delete\":{\"responses\":{\"204\":{}}}"));

        Assert.False(model.Has(OperationKind.Delete));
        Assert.Equal("DELETE", model.Operation(OperationKind.Other).Method);
    }

    [Theory]
    [InlineData("""{"properties":{"thing":R,"action":{"type":"object","properties":{"id":{"type":"integer"}}},"root_password":{"type":"string"}}}""", "thing")]
    [InlineData("""{"properties":{"widget":R,"links":{"type":"object","properties":{"a":{"type":"string"}}}}}""", "widget")]
    [InlineData("""{"properties":{"data":{"properties":{"thing":R}}}}""", "data.thing")]
    [InlineData("""{"properties":{"data":R,"included":{"type":"array","items":R},"code":{"type":"integer"}}}""", "data")]
    [InlineData("""{"properties":{"id":{"type":"string"},"thing":R}}""", null)]
    [InlineData("""R""", null)]
    [InlineData("""{"oneOf":[{"properties":{"things":{"type":"array","items":R}}},{"properties":{"thing":R}}]}""", "thing")]
    public void Envelope_IsFound(string reply, string? envelope) =>
        Assert.Equal(envelope, Bound.Valid(Api.Document(reply: reply.Replace("R", Api.Resource))).Operation(OperationKind.Create).ResponseEnvelope);

    [Theory]
    [InlineData("{thing_id}", "id,name", "id")]
    [InlineData("{id_or_name}", "name,id", "id")]
    [InlineData("{thing_name}", "id,name", "name")]
    [InlineData("{uuid}", "uuid,name", "uuid")]
    [InlineData("{key_uuid}", "uuid,name", "uuid")]
    [InlineData("{logsink_id}", "sink_id,sink_name", "sink_id")]
    [InlineData("{floating_ip}", "ip,region", "ip")]
    [InlineData("{namespace_id}", "namespace,uuid", "namespace")]
    [InlineData("{username}", "name,role", "name")]
    [InlineData("{x}", "thing_id,name", "thing_id")]
    [InlineData("{thing_key}", "id,key,name", "key")]
    [InlineData("{thingnumber}", "id,number", "number")]
    [InlineData("{index}", "id,number", "number")]
    [InlineData("{index}", "id,index,number", "index")]
    [InlineData("{index_id}", "id,number", "id")]
    [InlineData("{thing_token}", "id,token", "id")]
    [InlineData("{key}", "things_id,owner_id", "things_id")]
    [InlineData("{key}", "owner_id,other_thing_id", "other_thing_id")]
    [InlineData("{id}", "owner_name,entity_id", "entity_id")]
    [InlineData("{thing-id}", "owner_name,entity_id", "entity_id")]
    [InlineData("{thing}", "name,size", "name")]
    [InlineData("{thing}", "id,name", "id")]
    [InlineData("{thing}", "thing_name,name", "thing_name")]
    [InlineData("{name}", "thing_name,size", "thing_name")]
    [InlineData("{name}", "name,thing_name", "name")]
    public void Id_IsWhatTheItemsParameterTakes(string parameter, string properties, string id)
    {
        var resource = Api.Object([.. properties.Split(',').Select(name => Api.Text(name))]);

        Assert.Equal(id, Bound.Valid(Api.Document(reply: resource, paths: Api.Path("/things/" + parameter, Api.Operation("get", resource)))).Facts!.Id);
    }

    /// <summary><c>{itemUuid}</c> takes the <c>batchItemUuid</c> that is all of a reply.</summary>
    [Theory]
    [InlineData("itemUuid", "batchItemUuid", "batchItemUuid")]
    [InlineData("itemUuid", "batchItemUuid message", "batchItemUuid")]
    [InlineData("itemUuid", "batchItemUuid ownerUuid", null)]
    [InlineData("itemUuid", "batchItemUuid sent", null)]
    [InlineData("id", "customer_id", null)]
    [InlineData("itemUuid", "batchUuid", null)]
    [InlineData("name", "otherName", null)]
    [InlineData("item_code", "other_item_code", null)]
    public void OnlyPropertyOfAReply_IsTheId_WhereItsNameEndsAsTheParameters(string parameter, string properties, string? id)
    {
        var resource = Api.Object([.. properties.Split(' ').Select(name => name == "sent" ? "\"sent\":{\"type\":\"string\",\"format\":\"date-time\"}" : Api.Text(name))]);

        Assert.Equal(id, Bound.Model(Api.Document(reply: resource, paths: Api.Path("/things/{" + parameter + "}", Api.Operation("get", resource)))).Facts?.Id);
    }

    [Fact]
    public void IdOfAnything_IsNotWhatAnothersParameterTakes()
    {
        var resource = Api.Object(Api.Text("owner_name"), Api.Text("entity_id"));

        Assert.Null(Bound.Model(Api.Document(reply: resource, paths: Api.Path("/things/{owner-id}", Api.Operation("get", resource)))).Facts);
    }

    /// <summary>Where the request says no such thing, it is what the server calls the resource: <c>version</c>.</summary>
    [Theory]
    [InlineData("thing", "The unique identifier.", "id")]
    [InlineData("thing", "", "thing")]
    [InlineData("name", "The unique identifier.", "thing")]
    public void ParameterThatIsSaidToBeTheId_TakesTheId_AndNotTheClientsText(string text, string description, string id)
    {
        var read = Api.Operation("get", Api.Object(Api.Text("id"), Api.Text("thing")), ",\"parameters\":[{\"name\":\"thing\",\"in\":\"path\",\"required\":true,\"description\":\"" + description + "\",\"schema\":{\"type\":\"string\"}}]");

        Assert.Equal(id, Bound.Valid(Api.Document(reply: Api.Object(Api.Text("id"), Api.Text("thing")), request: Api.Object(Api.Text(text)), paths: Api.Path("/things/{thing}", read))).Facts!.Id);
    }

    [Fact]
    public void NameInTheMetadata_AddressesWhatHasNoIdBesideIt()
    {
        var metadata = "\"metadata\":" + Api.Object(Api.Text("name"), Api.Text("uid", "A unique identifier."), "\"labels\":{\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}}");
        var resource = Api.Object(Api.Text("kind"), metadata, "\"spec\":" + Api.Object(Api.Text("image")));

        var facts = Bound.Valid(Api.Document(
            reply: resource, request: resource, collection: Api.List("{\"properties\":{\"items\":{\"type\":\"array\",\"items\":" + resource + "}}}"), paths: Api.Path("/things/{name}", Api.Operation("get", resource)))).Facts!;

        Assert.Equal(("metadata.name", "metadata.name", "metadata.name", "UniqueName", "items"), (facts.Id, facts.NaturalKey, facts.NameInResource, facts.Guarantee, facts.List!.Items));
    }

    [Fact]
    public void Name_IsTheIdOnlyWhereTheDocumentSaysThatThePathTakesIt()
    {
        static ResourceModel Model(string description, string read) => Bound.Model(Api.Document(
            reply: Api.Object(Api.Text("name")),
            paths: Api.Path("/things/{thing_key}", Api.Operation("get", read, ""","parameters":[{"name":"thing_key","in":"path","required":true,"description":"TEXT","schema":{"type":"string"}}]""".Replace("TEXT", description)))));

        Assert.Equal("name", Model("The name of the thing.", Api.Object(Api.Text("name"))).Facts!.Id);
        Assert.Null(Model("Its key.", Api.Object(Api.Text("name"))).Facts);
        Assert.Equal("name", Model("The name of the thing.", Api.Resource).Facts!.Id);
        Assert.Null(Model("The ID or the name of the thing.", Api.Resource).Facts);
        Assert.Null(Model("Its key.", Api.Object(Api.Text("thing_name"))).Facts);
    }

    [Fact]
    public void NameFilter_IsTheListsParameterOfThatName()
    {
        Assert.Equal("name", Bound.Valid(Api.Document(collection: Api.List(parameters: Api.Query("name")))).Facts!.NameFilter);
        Assert.Null(Bound.Valid(Api.Document(collection: Api.List(parameters: Api.Query("names")))).Facts!.NameFilter);
    }

    [Fact]
    public void NumberedPages_AreRecognised()
    {
        var list = Api.Object(
            """ "things":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"}}}}""",
            """ "links":{"type":"object","properties":{"pages":{"anyOf":[{"type":"object","properties":{"next":{"type":"string"}}},{}]}}}""",
            """ "meta":{"type":"object","properties":{"total":{"type":"integer"}}}""");
        var parameters = Api.Query("per_page", """{"type":"integer","maximum":200}""") + "," + Api.Query("page", """{"type":"integer"}""");

        var operation = Bound.Valid(Api.Document(collection: Api.List(list, parameters))).Operation(OperationKind.List);

        Assert.Equal(new PagingModel(PagingKind.PageNumber, "page", "per_page", 200) { Next = "links.pages.next", Total = "meta.total" }, operation.Paging);
        Assert.Equal("things", operation.ResponseEnvelope);
    }

    [Theory]
    [InlineData("cursor", """{"type":"string"}""")]
    [InlineData("offset", """{"type":"string"}""")]
    [InlineData("page", """{"type":"integer","minimum":0}""")]
    [InlineData("page_token", """{"type":"string"}""")]
    [InlineData("limit", """{"type":"integer"}""")]
    [InlineData("page", """{"type":"string"}""", "\"next_cursor\":{\"type\":\"string\"}")]
    [InlineData("after", """{"type":"string"}""")]
    public void ListThatCannotBeReadToItsEnd_IsNotUsedForLooking(string parameter, string schema, string property = "\"x\":{\"type\":\"string\"}")
    {
        var list = Api.Object(property, """ "things":{"type":"array","items":{"type":"object","properties":{"id":{"type":"string"},"name":{"type":"string"}}}}""");
        var model = Bound.Valid(Api.Document(request: Api.Object(Api.Text("name", "Must be unique.")), collection: Api.List(list, Api.Query(parameter, schema))));

        Assert.False(model.Has(OperationKind.List));
        Assert.Equal("GET", model.Operation(OperationKind.Other).Method);
        Assert.Equal("AtMostOnce", model.Facts!.Guarantee);
        Assert.Contains(model.Diagnostics, diagnostic => diagnostic.Id == "SEM2008");
    }

    [Fact]
    public void ListWhoseItemsLackTheId_IsNotUsedForLooking()
    {
        var model = Bound.Valid(Api.Document(collection: Api.List(Api.Object(""" "things":{"type":"array","items":{"type":"object","properties":{"name":{"type":"string"}}}}"""))));

        Assert.False(model.Has(OperationKind.List));
    }

    [Theory]
    [InlineData("Tags may be new or existing.", true)]
    [InlineData("", true)]
    [InlineData("Tag names must exist in order to be referenced.", false)]
    [InlineData("The names of the tags assigned to the firewall.", false)]
    public void Tags_CarryTheMarker_UnlessTheyMustExistOrChooseOthers(string description, bool isMarker)
    {
        var tags = """ "tags":{"type":"array","description":"TEXT","items":{"type":"string"}}""".Replace("TEXT", description);
        var model = Bound.Valid(Api.Document(
            reply: Api.Object(Api.Text("id"), Api.Text("name"), """ "tags":{"type":"array","items":{"type":"string"}}"""),
            request: Api.Object(Api.Text("name"), tags), collection: Api.List(parameters: Api.Query("tag_name"))));

        Assert.Equal(isMarker ? new MarkerModel(Model.MarkerKind.Tags, "tags", "tag_name", null) : null, model.Facts!.Marker);
        Assert.Equal(isMarker ? "Marker" : "AtMostOnce", model.Facts.Guarantee);
        Assert.Equal(!isMarker, model.Diagnostics.Any(diagnostic => diagnostic.Id == "SEM3001"));
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(null, true)]
    [InlineData(20, false)]
    public void Description_CarriesTheMarker_WhereThereIsRoom(int? length, bool isMarker)
    {
        var text = "\"description\":{\"type\":\"string\"" + (length is null ? "" : ",\"maxLength\":" + length) + "}";
        var model = Bound.Valid(Api.Document(reply: Api.Object(Api.Text("id"), Api.Text("description")), request: Api.Object(Api.Text("name"), text), collection: Api.List()));

        Assert.Equal(isMarker ? new MarkerModel(Model.MarkerKind.Text, "description", null, length) : null, model.Facts!.Marker);
    }

    [Fact]
    public void Marker_HasToBeShownByTheResource() =>
        Assert.Null(Bound.Valid(Api.Document(request: Api.Object(Api.Text("name"), Api.Text("description")))).Facts!.Marker);

    [Theory]
    [InlineData("Must be unique.", "", "UniqueName")]
    [InlineData("Need not be unique.", "", "AtMostOnce")]
    [InlineData("Names are not unique.", "", "AtMostOnce")]
    [InlineData("Names should be unique.", "", "AtMostOnce")]
    [InlineData("`A`: The host.\\n- `CNAME`: The host. Must be unique.", "", "AtMostOnce")]
    [InlineData("", ""","409":{"description":"The name is taken."}""", "UniqueName")]
    [InlineData("", ""","409":{"description":"Another operation is in progress."}""", "AtMostOnce")]
    [InlineData("", "", "AtMostOnce")]
    public void UniqueName_IsSaidByTheDocument(string description, string replies, string guarantee)
    {
        var model = Bound.Valid(Api.Document(
            request: Api.Object(Api.Text("name", description)), collection: Api.List(), replies: replies));

        Assert.Equal(guarantee, model.Facts!.Guarantee);
        Assert.NotEmpty(model.Facts.GuaranteeReason);
    }

    [Theory]
    [InlineData("title", "UniqueName")]
    [InlineData("display_name", "AtMostOnce")]
    public void Conflict_IsAboutTheName_AndNotAboutWhatIsForShow(string name, string guarantee) => Assert.Equal(guarantee, Bound.Valid(Api.Document(
        reply: Api.Object(Api.Text("id"), Api.Text(name)), request: Api.Object(Api.Text(name)), replies: ",\"409\":{\"description\":\"It is there.\"}",
        collection: Api.List("{\"type\":\"array\",\"items\":" + Api.Object(Api.Text("id"), Api.Text(name)) + "}"))).Facts!.Guarantee);

    [Fact]
    public void UniqueName_MayBeSaidInTheReplyOnly() => Assert.Equal(
        "UniqueName", Bound.Valid(Api.Document(reply: Api.Object(Api.Text("id"), Api.Text("name", "Must be unique per project.")), collection: Api.List())).Facts!.Guarantee);

    [Fact]
    public void NameThatAddressesTheResource_IsUnique()
    {
        var tag = Api.Object(Api.Text("name"));
        var model = Bound.Valid(Api.Document(reply: tag, paths: Api.Path("/things/{thing_name}", Api.Operation("get", tag))));

        Assert.Equal(("name", "name", "UniqueName"), (model.Facts!.Id, model.Facts.NaturalKey, model.Facts.Guarantee));
    }

    [Fact]
    public void AtMostOnce_IsToldAtThePost_UnlessItIsDeclared()
    {
        const string json = """
            {"openapi":"3.0.0","paths":{"/things":{
              "post":{"requestBody":{"content":{"application/json":{"schema":{"properties":{"name":{"type":"string"}}}}}},
              "responses":{"201":{"content":{"application/json":{"schema":{"properties":{"id":{"type":"string"}}}}}}}}}}}
            """;

        Assert.Equal((2, 3), Bound.Valid(json).Diagnostic("SEM3001").At());
        Assert.Empty(Bound.Valid(json, overrides: Bound.NoOverrides with { Guarantee = "AtMostOnce" }).Diagnostics);
    }

    [Fact]
    public void Overrides_Win()
    {
        var json = Api.Document(
            reply: Api.Object("\"a\":" + Api.Resource, "\"b\":" + Api.Object(Api.Text("key"), Api.Text("id"), Api.Text("memo"))),
            request: Api.Object(Api.Text("name"), Api.Text("code"), Api.Text("memo")));

        var model = Bound.Valid(json, overrides: Bound.NoOverrides with { Id = "b.key", Key = "code", Marker = "memo", Guarantee = "UniqueName" });

        Assert.Equal("b", model.Operation(OperationKind.Create).ResponseEnvelope);
        Assert.Equal(("key", "code", "UniqueName"), (model.Facts!.Id, model.Facts.NaturalKey, model.Facts.Guarantee));
        Assert.Equal("memo", model.Facts.Marker!.Property);
        Assert.Null(Bound.Valid(Api.Document(reply: Api.Object(Api.Text("id"), Api.Text("description")), request: Api.Object(Api.Text("description"))), overrides: Bound.NoOverrides with { Marker = "" }).Facts!.Marker);
    }

    [Fact]
    public void DeclaredMarkerGuarantee_NeedsAMarker() =>
        Assert.Null(Bound.Model(Api.Document(), overrides: Bound.NoOverrides with { Guarantee = "Marker" }).Facts);

    /// <summary>No path leads to a single item or to a value of a map, so that all of it is a secret; <c>x-semel-secret: false</c> says that it is none.</summary>
    [Theory, Trait("Feature", "G1")]
    [InlineData("""{"type":"array","items":{"type":"string","format":"password"}}""", "place")]
    [InlineData("""{"type":"array","items":{"type":"array","items":{"type":"string","writeOnly":true}}}""", "place")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string","format":"password"}}""", "place")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"array","items":{"type":"string","x-semel-secret":true}}}""", "place")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"object","properties":{"login":{"type":"string"},"password":{"type":"string"}}}}""", "place")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"object","properties":{"inner":{"type":"object","properties":{"apiKey":{"type":"string"}}}}}}""", "place")]
    [InlineData("""{"type":"array","items":{"type":"object","properties":{"more":{"type":"array","items":{"type":"object","properties":{"token":{"type":"string"}}}}}}}""", "place.more.token")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", "")]
    [InlineData("""{"type":"object","x-semel-secret":false,"additionalProperties":{"type":"string","format":"password"}}""", "")]
    [InlineData("""{"type":"array","items":{"type":"string","format":"password","x-semel-secret":false}}""", "")]
    public void Secrets_AreFoundInListsAndMaps(string schema, string secrets)
    {
        var model = Bound.Valid(Api.Document(request: Api.Object(Api.Text("name"), $""" "place":{schema}""")));

        Assert.Equal(secrets, string.Join(' ', model.Facts!.Secrets));
    }

    [Fact, Trait("Feature", "G1")]
    public void Secrets_AreFoundByFormatWriteOnlyAndName_AlsoInsideObjectsAndLists()
    {
        var model = Bound.Valid(Api.Document(
            reply: Api.Object(Api.Text("id"), Api.Text("root_password"), """ "connection":{"type":"object","properties":{"password":{"type":"string"},"host":{"type":"string"}}}"""),
            request: Api.Object(
                Api.Text("name"), Api.Text("user_data"), Api.Text("public_key"), Api.Text("token_type"), Api.Text("total_tokens"),
                """ "pin":{"type":"string","format":"password"}""", """ "seed":{"type":"string","writeOnly":true}""", """ "has_password":{"type":"boolean"}""",
                """ "users":{"type":"array","items":{"type":"object","properties":{"login":{"type":"string"},"apiKey":{"type":"string"}}}}""")));

        Assert.Equal(["connection.password", "pin", "root_password", "seed", "user_data", "users.apiKey"], model.Facts!.Secrets);
    }

    [Fact]
    public void SingleFormOfACreate_IsTheModel()
    {
        var model = Bound.Valid(Api.Document(request: """{"oneOf":[{"$ref":"#/components/schemas/many"},{"$ref":"#/components/schemas/one"}]}""", schemas: """
            "many":{"type":"object","properties":{"names":{"type":"array","items":{"type":"string"}},"size":{"type":"string"}},"required":["names"]},
            "one":{"type":"object","properties":{"name":{"type":"string"},"size":{"type":"string"}},"required":["name"]}
            """));

        var request = model.Object(model.Operation(OperationKind.Create).Body!.Identity);
        Assert.Equal("ThingCreate", request.Name);
        Assert.Equal(["name!", "size"], request.Properties.Select(property => property.JsonName + (property.Required ? "!" : "")));
    }

    [Fact]
    public void PluralComponent_IsNamedInTheSingular_UnlessOneHasThatName()
    {
        const string reply = """{"$ref":"#/components/schemas/things"}""";

        Assert.Equal("Thing", Bound.Valid(Api.Document(reply: reply, schemas: "\"things\":" + Api.Resource)).Resource().Name);
        Assert.Equal("Things", Bound.Valid(Api.Document(reply: reply, schemas: "\"things\":" + Api.Resource + ",\"thing\":{}")).Resource().Name);
    }

    [Fact]
    public void ResourceShownDifferently_IsOneView_ThatPromisesWhatAllShow()
    {
        var model = Bound.Valid(Api.Document(
            reply: """{"properties":{"id":{"type":"string"},"colour":{"type":"string"}},"required":["id"]}""",
            paths: Api.Path("/things/{id}", Api.Operation("get", """{"properties":{"id":{"type":"string"},"size":{"type":"string"}},"required":["id","size"]}"""))));

        Assert.Equal(["id!", "size", "colour"], model.Resource().Properties.Select(property => property.JsonName + (property.Required ? "!" : "")));
        Assert.Equal("#/paths/~1things", model.Facts!.Resource);
        Assert.Equal(model.Facts.Resource, model.Operation(OperationKind.Create).Response!.Identity);
    }
}
