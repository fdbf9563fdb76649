using Semel.Generator.Model;

namespace Semel.Generator.Tests.Binding;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", nameof(TypeKind.String))]
    [InlineData("""{"type":"string","format":"date-time"}""", nameof(TypeKind.DateTime))]
    [InlineData("""{"type":"string","format":"date"}""", nameof(TypeKind.Date))]
    [InlineData("""{"type":"string","format":"uuid"}""", nameof(TypeKind.String))]
    [InlineData("""{"type":"integer"}""", nameof(TypeKind.Int64))]
    [InlineData("""{"type":"integer","format":"int32"}""", nameof(TypeKind.Int32))]
    [InlineData("""{"type":"integer","format":"uint32"}""", nameof(TypeKind.Int64))]
    [InlineData("""{"type":"number","format":"float"}""", nameof(TypeKind.Double))]
    [InlineData("""{"type":"boolean"}""", nameof(TypeKind.Boolean))]
    [InlineData("""{}""", nameof(TypeKind.Json))]
    [InlineData("""true""", nameof(TypeKind.Json))]
    [InlineData("""{"type":"object"}""", nameof(TypeKind.Json))]
    [InlineData("""{"type":"array"}""", nameof(TypeKind.List))]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", nameof(TypeKind.Map))]
    [InlineData("""{"enum":["a","b"]}""", nameof(TypeKind.Enum))]
    [InlineData("""{"const":"a"}""", nameof(TypeKind.Enum))]
    [InlineData("""{"type":"integer","enum":[0,4]}""", nameof(TypeKind.Int64))]
    [InlineData("""{"type":"string","enum":[true,"local"]}""", nameof(TypeKind.Scalar))]
    [InlineData("""{"type":["string","integer"]}""", nameof(TypeKind.Scalar))]
    [InlineData("""{"type":["string","object"]}""", nameof(TypeKind.Json))]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"integer"}]}""", nameof(TypeKind.Scalar))]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"string","format":"uuid"}]}""", nameof(TypeKind.String))]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"object","properties":{"a":{"type":"string"}}}]}""", nameof(TypeKind.Json))]
    [InlineData("""{"oneOf":[{"type":"array","items":{"type":"string"}},{"type":"string"}]}""", nameof(TypeKind.Json))]
    [InlineData("""{"oneOf":[{"type":"object","properties":{"a":{"type":"string"}}},{}]}""", nameof(TypeKind.Object))]
    [InlineData("""{"allOf":[{"type":"string"},{"description":"d"}]}""", nameof(TypeKind.String))]
    public void Schema_BecomesItsKind(string schema, string kind) => Assert.Equal(kind, Property(schema).Type.Kind.ToString());

    [Theory]
    [InlineData("""{"type":"string","nullable":true}""")]
    [InlineData("""{"type":["string","null"]}""")]
    [InlineData("""{"type":"string","enum":["a",null]}""")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"}]}""")]
    [InlineData("""{"anyOf":[{"$ref":"#/components/schemas/text"},{"type":"null"}]}""")]
    [InlineData("""{"allOf":[{"$ref":"#/components/schemas/text"},{"nullable":true}]}""")]
    [InlineData("""{"$ref":"#/components/schemas/nothing"}""")]
    public void Null_IsSeenInEverySpelling(string schema)
    {
        Assert.True(Property(schema).Nullable);
        Assert.False(Property("""{"type":"string"}""").Nullable);
    }

    [Theory]
    [InlineData("{\"type\":\"array\",\"items\":{\"type\":\"string\",\"nullable\":true}}", true)]
    [InlineData("{\"type\":\"object\",\"additionalProperties\":{\"type\":[\"string\",\"null\"]}}", true)]
    [InlineData("{\"type\":\"array\",\"items\":{\"nullable\":true}}", false)] // any JSON, null included
    [InlineData("{\"type\":\"array\",\"items\":{\"type\":\"string\"}}", false)]
    public void ItemsOfListsAndMaps_MayBeNull(string schema, bool hasNulls) => Assert.Equal(hasNulls, Property(schema).Type.HasNulls);

    [Fact]
    public void AllOf_IsFlattened_InTheDocumentsOrder_LaterWins()
    {
        var model = Bound.Valid(Api.Document(reply: """
            {"allOf":[{"$ref":"#/components/schemas/base"},{"properties":{"b":{"type":"integer"},"c":{"type":"string"}},"required":["c"]},{"required":["a"]}]}
            """, schemas: """
            "base":{"type":"object","properties":{"id":{"type":"string"},"a":{"type":"string"},"b":{"type":"string"}},"required":["id"]}
            """));

        Assert.Equal(["id!", "a!", "b", "c!"], model.Resource().Properties.Select(property => property.JsonName + (property.Required ? "!" : "")));
        Assert.Equal(TypeKind.Int64, model.Resource().Property("b").Type.Kind);
    }

    [Fact]
    public void AllOf_AroundOneReference_IsThatComponent_WithItsOwnDescription()
    {
        var model = Bound.Valid(Api.Document(reply: Api.Object(Api.Text("id"), """
            "inner":{"type":"object","allOf":[{"$ref":"#/components/schemas/part"},{"description":"of this thing"}]}
            """), schemas: """ "part":{"type":"object","description":"a part","properties":{"x":{"type":"string"}}}"""));

        var property = model.Resource().Property("inner");
        Assert.Equal("#/components/schemas/part", property.Type.Identity);
        Assert.Equal("of this thing", property.Documentation);
        Assert.Equal("a part", model.Object("#/components/schemas/part").Documentation);
    }

    [Fact]
    public void Reference_IgnoresSiblings_ButItsDescription()
    {
        var property = Property("""{"$ref":"#/components/schemas/text","description":"mine","type":"integer","readOnly":true}""");

        Assert.Equal((TypeKind.String, "mine", true), (property.Type.Kind, property.Documentation, property.Settable));
    }

    [Fact]
    public void OneOfObjects_IsOneView_RequiredOnlyWhereAllRequire()
    {
        var model = Bound.Valid(Api.Document(reply: Api.Object(Api.Text("id"), """
            "target":{"oneOf":[
              {"type":"object","properties":{"type":{"type":"string","enum":["ip"]},"ip":{"type":"string"}},"required":["type","ip"]},
              {"type":"object","properties":{"type":{"type":"string","enum":["server"]},"server":{"type":"integer"}},"required":["type","server"]}]}
            """)));

        var target = model.Object(model.Resource().Property("target").Type.Identity);
        Assert.Equal(["type!", "ip", "server"], target.Properties.Select(property => property.JsonName + (property.Required ? "!" : "")));
        var type = Assert.IsType<EnumModel>(Assert.Single(model.Types, type => type.Identity == target.Property("type").Type.Identity));
        Assert.Equal(["ip", "server"], type.Values);
        Assert.Equal("ThingTarget", target.Name);
    }

    [Fact]
    public void RecursiveSchema_IsOneTypeThatRefersToItself()
    {
        var model = Bound.Valid(Api.Document(reply: """{"$ref":"#/components/schemas/node"}""", schemas: """
            "node":{"type":"object","properties":{"id":{"type":"string"},"parent":{"$ref":"#/components/schemas/node"},"children":{"type":"array","items":{"$ref":"#/components/schemas/node"}}}}
            """));

        var node = Assert.Single(model.Types.OfType<ObjectModel>(), type => type.Name == "Node");
        Assert.Equal(node.Identity, node.Property("parent").Type.Identity);
        Assert.Equal(node.Identity, node.Property("children").Type.Item!.Identity);
    }

    [Fact]
    public void CompositionThatContainsItself_Ends()
    {
        var model = Bound.Valid(Api.Document(reply: """{"$ref":"#/components/schemas/loop"}""", schemas: """
            "loop":{"allOf":[{"$ref":"#/components/schemas/loop"},{"properties":{"id":{"type":"string"}}}]}
            """));

        Assert.Equal("id", Assert.Single(model.Resource().Properties).JsonName);
    }

    [Fact]
    public void InlineTypes_AreNamedAfterTheirPlace()
    {
        var model = Bound.Valid(Api.Document(reply: """{"$ref":"#/components/schemas/big_thing"}""", schemas: """
            "big_thing":{"type":"object","properties":{"id":{"type":"string"},"disk_infos":{"type":"array","items":{"type":"object","properties":{"size":{"type":"object","properties":{"unit":{"enum":["GB"]}}}}}}}}
            """));

        Assert.Equal(["BigThing", "BigThingDiskInfo", "BigThingDiskInfoSize", "BigThingDiskInfoSizeUnit", "ThingCreate"], model.Types.Select(type => type.Name));
        Assert.Equal([0, 2, 2, 2, 1], model.Types.Select(type => type.Rank));
    }

    [Fact]
    public void ReadOnly_IsNotSettable_AndDeprecatedIsKept()
    {
        Assert.False(Property("""{"type":"string","readOnly":true}""").Settable);
        Assert.True(Property("""{"type":"string","deprecated":true}""").Deprecated);
        Assert.True(Property("""{"type":"string"}""") is { Settable: true, Deprecated: false });
    }

    [Fact]
    public void UnknownType_IsAWarningAtItsLine_AndJson()
    {
        var model = Bound.Valid("""
            {"openapi":"3.1.0","paths":{"/things":{"post":{"responses":{"201":{"content":{"application/json":{"schema":{"properties":{
              "id":{"type":"string"},
              "odd":{"type":"strnig"}}}}}}}}}}}
            """);

        Assert.Equal(TypeKind.Json, model.Resource().Property("odd").Type.Kind);
        Assert.Equal((3, 17), model.Diagnostic("SEM2007").At());
    }

    /// <summary>Nothing is wrong with it, so that it isn't a warning.</summary>
    [Theory]
    [InlineData(2000, "Enum")]
    [InlineData(2001, "String")]
    public void LongEnumeration_IsAnyText_AndInformation(int values, string kind)
    {
        var model = Bound.Valid(Api.Document(reply: Api.Object(
            Api.Text("id"), "\"p\":{\"type\":\"string\",\"enum\":[" + string.Join(",", Enumerable.Range(0, values).Select(value => $"\"v{value}\"")) + "]}")));

        Assert.Equal(kind, model.Resource().Property("p").Type.Kind.ToString());
        Assert.Equal(kind == "String", model.Diagnostics.Any(diagnostic => diagnostic.Id == "SEM2012"));
        Assert.DoesNotContain(model.Diagnostics, diagnostic => diagnostic.Id == "SEM2007");
    }

    private static PropertyModel Property(string schema) => Bound.Valid(Api.Document(
        reply: Api.Object(Api.Text("id"), $"\"p\":{schema}"), version: "3.1.0",
        schemas: """ "text":{"type":"string","description":"theirs"},"nothing":{"type":["string","null"]}""")).Resource().Property("p");
}
