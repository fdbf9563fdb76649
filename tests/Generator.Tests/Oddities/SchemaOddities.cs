namespace Semel.Generator.Tests.Oddities;

/// <summary>Types, nulls, objects and lists of other shapes than the usual ones.</summary>
internal static class SchemaOddities
{
    public static IReadOnlyList<Oddity> All { get; } =
    [
        new("type arrays", ["type-array"], Oddity.Showing("""
            thing: { type: object, properties: { a: { type: [string, 'null'] }, b: { type: [string, integer] }, c: { type: ['null', array], items: { type: string } }, d: { type: [object, string] } } }
            """), """
            var thing = From<Thing>("{\"a\":null,\"b\":5,\"c\":null,\"d\":{\"x\":1}}");
            Assert.True(thing.B!.Value.TryGetInt64(out var number) && number == 5);
            thing.C = ["x"];
            thing.B = "five";
            thing.D = JsonValue.Create("text");
            Assert.Equal("{\"a\":null,\"b\":\"five\",\"c\":[\"x\"],\"d\":\"text\"}", Text(thing));
            """),
        new("nullable in all its spellings", [], Oddity.Showing("""
            thing:
              type: object
              properties:
                plain: { type: string }
                a: { type: string, nullable: true }
                b: { type: [string, 'null'] }
                c: { type: string, enum: [x, null] }
                d: { oneOf: [{ type: string }, { type: 'null' }] }
                e: { anyOf: [{ $ref: '#/components/schemas/text' }, { type: 'null' }] }
                f: { allOf: [{ $ref: '#/components/schemas/text' }, { nullable: true }] }
                g: { $ref: '#/components/schemas/nothing' }
                h: { type: string, x-nullable: true }
            text: { type: string }
            nothing: { type: [string, 'null'] }
            """), """
            var thing = From<Thing>("{\"plain\":\"p\",\"a\":\"1\",\"b\":\"1\",\"c\":\"x\",\"d\":\"1\",\"e\":\"1\",\"f\":\"1\",\"g\":\"1\"}");
            (thing.Plain, thing.A, thing.B, thing.C, thing.D, thing.E, thing.F, thing.G) = (null, null, null, null, null, null, null, null);
            Assert.Equal("{\"a\":null,\"b\":null,\"c\":null,\"d\":null,\"e\":null,\"f\":null,\"g\":null}", Text(thing));
            """),
        new("recursive schemas", ["recursive-self", "recursive-cycle"], Oddity.Showing("""
            thing: { type: object, properties: { name: { type: string }, children: { type: array, items: { $ref: '#/components/schemas/thing' } }, owner: { $ref: '#/components/schemas/owner' } } }
            owner: { type: object, properties: { things: { type: object, additionalProperties: { $ref: '#/components/schemas/thing' } }, self: { allOf: [{ $ref: '#/components/schemas/owner' }] } } }
            """), """
            var thing = new Thing { Children = [new() { Name = "a", Children = [new() { Name = "b" }] }], Owner = new() { Things = new Dictionary<string, Thing> { ["x"] = new() { Name = "c" } } } };
            Assert.Equal("{\"children\":[{\"name\":\"a\",\"children\":[{\"name\":\"b\"}]}],\"owner\":{\"things\":{\"x\":{\"name\":\"c\"}}}}", Text(thing));
            Assert.Equal("b", From<Thing>(Text(thing)).Children![0].Children![0].Name);
            """),
        new("additionalProperties with properties", ["props+addl"], Oddity.Showing("""
            thing: { type: object, properties: { ok: { type: boolean } }, additionalProperties: { type: string } }
            """), """
            var thing = From<Thing>("{\"ok\":true,\"more\":\"m\"}");
            thing.Ok = false;
            thing.Json["other"] = "o";
            Assert.Equal("{\"ok\":false,\"more\":\"m\",\"other\":\"o\"}", Text(thing));
            """),
        new("additionalProperties without properties", ["kw31:patternProperties", "kw31:propertyNames"], Oddity.Showing("""
            thing: { type: object, properties: { labels: { type: object, additionalProperties: { type: integer } }, nulls: { type: object, additionalProperties: { type: [string, 'null'] } }, named: { type: object, propertyNames: { maxLength: 4 }, additionalProperties: { type: string } }, shaped: { type: object, patternProperties: { '^x-': { type: string } } } } }
            """), """
            var thing = new Thing { Labels = new Dictionary<string, long> { ["a.b"] = 1 }, Nulls = new Dictionary<string, string?> { ["n"] = null }, Named = new Dictionary<string, string> { ["k"] = "v" } };
            Assert.Equal("{\"labels\":{\"a.b\":1},\"nulls\":{\"n\":null},\"named\":{\"k\":\"v\"}}", Text(thing));
            Assert.Equal("{\"shaped\":{\"x-a\":\"1\"}}", Text(From<Thing>("{\"shaped\":{\"x-a\":\"1\"}}")));
            """),
        new("free-form objects", ["empty-schema", "kw31:unevaluatedProperties"], Oddity.Showing("""
            thing: { type: object, unevaluatedProperties: false, properties: { any: {}, yes: true, open: { type: object }, map: { type: object, additionalProperties: true }, closed: { type: object, additionalProperties: false } } }
            """), """
            const string json = "{\"any\":[1,\"a\",null],\"yes\":1,\"open\":{\"a\":{\"b\":2}},\"map\":{\"c\":[]},\"closed\":{}}";
            var thing = From<Thing>(json);
            Assert.Equal((2, 1), (thing.Open!["a"]!["b"]!.GetValue<int>(), thing.Yes!.GetValue<int>()));
            Assert.Equal(json, Text(thing));
            """),
        new("tuples", ["items-tuple"], Oddity.Showing("""
            thing: { type: object, properties: { pair: { type: array, prefixItems: [{ type: string }, { type: integer }] }, old: { type: array, items: [{ type: string }, { type: integer }] } } }
            """), """
            var thing = From<Thing>("{\"pair\":[\"a\",1],\"old\":[\"b\",2]}");
            Assert.Equal("{\"pair\":[\"a\",1],\"old\":[\"b\",2]}", Text(thing));
            Assert.Equal("a", thing.Pair![0].GetValue<string>());
            """)
        { Messages = ["9,144 SEM2007"] },
        new("what is beside a reference", ["ref-siblings"], Oddity.Showing("""
            thing: { type: object, properties: { part: { $ref: '#/components/schemas/part', description: Mine., type: string, nullable: true } } }
            part: { type: object, properties: { x: { type: string } } }
            """), """
            Assert.Equal("1", From<Thing>("{\"part\":{\"x\":\"1\"}}").Part!.X);
            """),
        new("required what is not there, or read only", ["required-unknown", "required-readonly"], Oddity.Showing("""
            thing: { type: object, required: [ghost, id, name], properties: { id: { type: string, readOnly: true }, name: { type: string } } }
            """), """
            var thing = new Thing { Name = "n" };
            Assert.Equal("{\"name\":\"n\"}", Text(thing));
            Assert.Equal("1", From<Thing>("{\"id\":\"1\",\"name\":\"n\"}").Id);
            """),
        new("formats of their own", ["format-odd", "kw31:contentEncoding"], Oddity.Showing("""
            thing: { type: object, properties: { ip: { type: string, format: ipv4 }, when: { type: string, format: date-time-rfc-2822 }, big: { type: integer, format: uint64 }, n: { type: string, format: int64 }, icon: { type: string, contentEncoding: base64, contentMediaType: image/png }, money: { type: number, format: decimal } } }
            """), """
            const string json = "{\"ip\":\"10.0.0.1\",\"when\":\"Mon, 1 Jan 2024 00:00:00 GMT\",\"big\":18446744073709551615,\"n\":\"5\",\"icon\":\"AA==\",\"money\":0.10}";
            var thing = From<Thing>(json);
            Assert.Equal(("10.0.0.1", "Mon, 1 Jan 2024 00:00:00 GMT", "5", "AA=="), (thing.Ip, thing.When, thing.N, thing.Icon));
            Assert.Equal(json, Text(thing));
            """),
        new("deprecated", ["deprecated"], Oddity.Showing("""
            thing: { type: object, properties: { old: { type: string, deprecated: true } } }
            """).Replace("get:\n", "get:\n      deprecated: true\n", StringComparison.Ordinal), """
            Assert.NotEmpty(typeof(Thing).GetProperty("Old")!.GetCustomAttributes(typeof(ObsoleteAttribute), false));
            """),
        new("anchors, aliases and merge keys", ["yaml-alias"], """
            x-shared: &text { type: string }
            x-both: &both { name: *text, size: { type: integer } }
            paths:
              /thing:
                get: { responses: { '200': { description: It., content: { application/json: { schema: { type: object, properties: { <<: *both, more: *text } } } } } } }
            """, """
            replies.Enqueue((200, "application/json", "{\"name\":\"n\",\"size\":2,\"more\":\"m\"}"));
            var thing = await api.Thing.GetAsync();
            Assert.Equal(("n", 2L, "m"), (thing.Name, thing.Size, thing.More));
            """),
    ];
}
