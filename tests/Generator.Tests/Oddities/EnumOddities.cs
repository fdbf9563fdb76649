namespace Semel.Generator.Tests.Oddities;

/// <summary>Enumerations: the known values are there, and every other one survives.</summary>
internal static class EnumOddities
{
    public static IReadOnlyList<Oddity> All { get; } =
    [
        new("empty enums", [], Oddity.Showing("""
            thing: { type: object, properties: { none: { type: string, enum: [] }, gap: { type: string, enum: ['', a] }, nothing: { enum: [null] } } }
            """), """
            var thing = From<Thing>("{\"none\":\"x\",\"gap\":\"\",\"nothing\":null}");
            Assert.Equal(ThingGap.Empty, thing.Gap);
            Assert.Equal("{\"none\":\"x\",\"gap\":\"\",\"nothing\":null}", Text(thing));
            """),
        new("empty values", ["enum-empty-string"], Oddity.Showing("""
            thing: { type: object, properties: { plan: { type: string, enum: ['', ' ', '  '] } } }
            """), """
            Assert.Equal(["", " ", "  "], typeof(ThingPlan).GetProperties().Where(property => property.PropertyType == typeof(ThingPlan)).Select(property => ((ThingPlan)property.GetValue(null)!).Value).OrderBy(value => value.Length));
            """),
        new("300-value enums", ["enum-huge"], Oddity.Showing("""
            thing: { type: object, properties: { code: { type: string, enum: [VALUES] } } }
            """).Replace("VALUES", string.Join(", ", Enumerable.Range(0, 300).Select(value => "v" + value)), StringComparison.Ordinal), """
            Assert.Equal(300, typeof(ThingCode).GetProperties().Count(property => property.PropertyType == typeof(ThingCode)));
            Assert.Equal(ThingCode.V299, From<Thing>("{\"code\":\"v299\"}").Code);
            """),
        new("mixed-type enums", ["enum-mixed", "enum-bool-in-string"], Oddity.Showing("""
            thing: { type: object, properties: { commit: { type: string, enum: [true, local, 'off'] }, level: { enum: [1, two, 3.5, false, null] } } }
            """), """
            var thing = From<Thing>("{\"commit\":true,\"level\":3.5}");
            Assert.True(thing.Commit!.Value.TryGetBoolean(out var commit) && commit);
            thing.Commit = "local";
            thing.Level = 1;
            Assert.Equal("{\"commit\":\"local\",\"level\":1}", Text(thing));
            """),
        new("values that are one name", ["enum-collide", "enum-symbols", "enum-punct", "enum-digit-first"], Oddity.Showing("""
            thing: { type: object, properties: { order: { type: string, enum: [ASC, asc, a-sc, '=', '==', '!=', '<', 1.0, '10', '1_0', a b, 'a:b', new, Value, ToString] } } }
            """), """
            var values = typeof(ThingOrder).GetProperties().Where(property => property.PropertyType == typeof(ThingOrder)).Select(property => ((ThingOrder)property.GetValue(null)!).Value).ToList();
            Assert.Equal(["!=", "10", "1_0", "<", "=", "==", "ASC", "ToString", "Value", "a b", "a-sc", "a:b", "asc", "new"], values.Where(value => value is not ("1.0" or "1")).Order(StringComparer.Ordinal));
            Assert.Equal("{\"order\":\"other\"}", Text(From<Thing>("{\"order\":\"other\"}")));
            """),
        new("values that are called as a struct's own members", ["enum-collide"], Oddity.Showing("""
            thing: { type: object, properties: { mode: { type: string, enum: [clone, Clone, equals, get hash code, print members, deconstruct, equality contract, create, ''] } } }
            """), """
            var values = typeof(ThingMode).GetProperties().Where(property => property.PropertyType == typeof(ThingMode)).Select(property => ((ThingMode)property.GetValue(null)!).Value).ToList();
            Assert.Equal(["", "Clone", "clone", "create", "deconstruct", "equality contract", "equals", "get hash code", "print members"], values.Order(StringComparer.Ordinal));
            Assert.True(new ThingMode("") == default && default == new ThingMode("") && new ThingMode("").GetHashCode() == default(ThingMode).GetHashCode() && new ThingMode("clone") != default);
            Assert.Equal(("", "clone"), (default(ThingMode).ToString(), new ThingMode("clone").ToString()));
            """),
        new("enums of numbers, lists and objects", ["enum-on-array", "enum-object"], Oddity.Showing("""
            thing: { type: object, properties: { size: { type: integer, enum: [1, 2] }, list: { type: array, enum: [a, b], items: { type: string } }, ports: { type: object, additionalProperties: { type: object, enum: [{}] } }, when: { type: string, format: date, enum: ['2024-01-01'] } } }
            """), """
            const string json = "{\"size\":2,\"list\":[\"a\"],\"ports\":{\"80\":{}}}";
            var thing = From<Thing>(json);
            Assert.Equal((2L, "a"), (thing.Size, thing.List![0].ToString()));
            Assert.Equal(json, Text(thing));
            """),
        new("const", ["const"], Oddity.Showing("""
            thing: { type: object, required: [kind], properties: { kind: { const: fixed }, count: { const: 3 }, on: { const: true }, gone: { const: null } } }
            """), """
            var thing = From<Thing>("{\"kind\":\"fixed\",\"count\":3,\"on\":true,\"gone\":null}");
            Assert.Equal("fixed", thing.Kind.Value);
            Assert.Equal("{\"kind\":\"fixed\",\"count\":3,\"on\":true,\"gone\":null}", Text(thing));
            """),
    ];
}
