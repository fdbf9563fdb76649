using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding.Rules;

/// <summary>Documents that describe no reply at all.</summary>
[Trait("Feature", "L3")]
public sealed class UndescribedItemTests
{
    private const string Silent = """{"responses":{"200":{"description":"Done."}}}""";

    [Theory]
    [InlineData("id", "id")]
    [InlineData("filter_id", "id")]
    [InlineData("slug", "slug")]
    [InlineData("uuid", "uuid")]
    public void WhatIsReadAndDeleted_IsAResource_AndItsIdIsAssumed(string parameter, string id)
    {
        var model = Bound.Valid(Document(parameter));

        Assert.Equal((id, parameter, false, false), (model.Facts!.Id, model.Facts.IdParameter, model.Facts.IdIsDescribed, model.Facts.ReplyIsResource));
        Assert.Equal(Certainty.Assumed, Assert.Single(model.Facts.Inferred, fact => fact.Name == "Id").Certainty);
        Assert.Equal("/things/{" + parameter + "}", model.Operation(OperationKind.Read).Path);
        Assert.NotEqual(Bound.AttributeLocation, model.Diagnostic("SEM2013").Location);
        Assert.Empty(model.Resource().Properties);
    }

    /// <summary>A schema that says nothing is no description, and an example shows what the id is called.</summary>
    [Theory]
    [InlineData("floorPlanId", """ "example":{"floorPlanId":"g_1","name":"HQ"}""", "floorPlanId")]
    [InlineData("floor_plan_id", """ "examples":{"usual":{"value":{"floorPlanId":"g_1"}}}""", "floorPlanId")]
    [InlineData("floorPlanId", """ "example":{"id":"g_1"}""", "id")]
    [InlineData("floorPlanId", """ "example":["g_1"]""", "id")]
    [InlineData("floorPlanId", """ "examples":{"elsewhere":{"$ref":"./gone.json"}}""", "id")] // nobody's concern
    public void IdThatAnExampleShows_IsCalledSo(string parameter, string example, string id)
    {
        var described = """{"responses":{"200":{"description":"Done.","content":{"application/json":{"schema":{"type":"object"},""" + example + "}}}}}";
        var document = Document(parameter).Replace("\"responses\":{\"200\":{\"description\":\"Done.\"}}}}", described[1..] + "}", StringComparison.Ordinal).Replace($"\"get\":{Silent}", "\"get\":" + described, StringComparison.Ordinal);
        var model = Bound.Valid(document);

        Assert.Equal((id, parameter, "/things/{" + parameter + "}"), (model.Facts!.Id, model.Facts.IdParameter, model.Operation(OperationKind.Read).Path));
        Assert.Equal(Certainty.Assumed, Assert.Single(model.Facts.Inferred, fact => fact.Name == "Id").Certainty);
    }

    /// <summary>Some describe what is around it, and not the resource.</summary>
    [Theory]
    [InlineData("""{"ok":{"type":"boolean"},"result":{"type":"object"}}""", "result")]
    [InlineData("""{"message":{"type":"string"},"thing":{}}""", "thing")]
    [InlineData("""{"result":{"type":"object"}}""", "result")]
    [InlineData("""{"ok":{"type":"boolean"},"id":{}}""", "none")]
    [InlineData("""{"result":{"type":"object"},"other":{"type":"object"}}""", "none")]
    [InlineData("""{"ok":{"type":"boolean"},"result":{"type":"array","items":{}}}""", "none")]
    public void PropertyThatSaysNothing_BesideAMessage_HoldsIt(string properties, string envelope)
    {
        var described = """{"responses":{"200":{"description":"Done.","content":{"application/json":{"schema":{"type":"object","properties":""" + properties + "}}}}}}";
        var document = Document("id").Replace("\"responses\":{\"200\":{\"description\":\"Done.\"}}}}", described[1..] + "}", StringComparison.Ordinal);
        var model = Bound.Model(document);

        Assert.Equal(envelope == "none" ? null : "id", model.Facts?.Id);
        if (envelope != "none") Assert.Equal((envelope, envelope), (model.Operation(OperationKind.Create).ResponseEnvelope, model.Operation(OperationKind.Read).ResponseEnvelope));
    }

    /// <summary>Whether one follows somebody.</summary>
    [Fact]
    public void ReadThatAnswersWithNothing_OnlyChecks() =>
        Assert.Null(Bound.Model(Document("id").Replace("\"get\":" + Silent, """ "get":{"responses":{"204":{"description":"It is."},"404":{"description":"It isn't."}}}""", StringComparison.Ordinal)).Facts);

    [Theory]
    [InlineData("get")]
    [InlineData("delete")]
    public void WhatIsNotRead_OrOnlyRead_IsNone(string missing) =>
        Assert.Null(Bound.Model(Document("id").Replace($"\"{missing}\":{Silent}", "\"head\":" + Silent, StringComparison.Ordinal)).Facts);

    [Theory]
    [InlineData("name", "level", false)]
    [InlineData("name", "name", true)]
    [InlineData("policy_name", "name", true)]
    public void NameThatTheRequestDoesNotGive_IsOfNothingThatItMakes(string parameter, string property, bool isFound) =>
        Assert.Equal(isFound, Bound.Model(Document(parameter, Api.Object(Api.Text(property)))).Facts is not null);

    [Fact]
    public void ReadThatIsDescribed_IsNoneOfThese() =>
        Assert.DoesNotContain(Bound.Model(Document("id").Replace($"\"get\":{Silent}", Api.Operation("get", Api.Resource), StringComparison.Ordinal)).Diagnostics, diagnostic => diagnostic.Id == "SEM2013");

    /// <summary>The declared id is taken at its word: nothing describes what it could be held against.</summary>
    [Fact]
    public void DeclaredId_IsNotAssumed()
    {
        var model = Bound.Valid(Document("rule_id"), overrides: Bound.NoOverrides with { Id = "data.rule_id" });

        Assert.Equal("data.rule_id", model.Facts!.Id);
        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.Id == "SEM2013");
    }

    [Fact]
    public void List_IsNone() => Assert.Null(Bound.Model(Document("id", """{"type":"array","items":{"type":"object","properties":{"a":{"type":"string"}}}}""")).Facts);

    private static string Document(string parameter, string request = Api.Request) =>
        """{"openapi":"3.0.3","paths":{"/things":{"post":{""" + Api.Body(request) + ""","responses":{"200":{"description":"Done."}}}}""" + Api.Path("/things/{" + parameter + "}", "\"get\":" + Silent, "\"delete\":" + Silent) + "}}";
}
