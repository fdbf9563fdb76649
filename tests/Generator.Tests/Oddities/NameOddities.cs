namespace Semel.Generator.Tests.Oddities;

/// <summary>Names of schemas, properties and operations that are no C# names, or one C# name for several things.</summary>
internal static class NameOddities
{
    public static IReadOnlyList<Oddity> All { get; } =
    [
        new("name collisions that differ by case or punctuation", ["prop-collision", "schema-name-collision"], Oddity.Showing("""
            thing: { type: object, properties: { issueType: { type: string }, issuetype: { type: string }, issue-type: { type: string }, part: { $ref: '#/components/schemas/Thing' }, other: { $ref: '#/components/schemas/th-ing' } } }
            Thing: { type: object, properties: { size: { type: integer } } }
            th-ing: { type: object, properties: { colour: { type: string } } }
            """), """
            replies.Enqueue((200, "application/json", "{\"issueType\":\"a\",\"issuetype\":\"b\",\"issue-type\":\"c\",\"part\":{\"size\":1},\"other\":{\"colour\":\"red\"}}"));
            var thing = await api.Thing.GetAsync();
            var texts = thing.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)).Select(property => (string)property.GetValue(thing)!);
            Assert.Equal(["a", "b", "c"], texts.Order());
            Assert.Equal((1L, "red"), (thing.Part!.Size, thing.Other!.Colour));
            """),
        new("members named like their type", ["prop-eq-class"], Oddity.Showing("""
            thing: { type: object, required: [thing], properties: { thing: { type: string }, get: { type: string }, to_string: { type: string }, json: { type: string }, equals: { type: boolean }, get_hash_code: { type: integer } } }
            """), """
            var thing = From<Thing>("{\"thing\":\"it\",\"get\":\"g\",\"to_string\":\"t\",\"json\":\"j\",\"equals\":true,\"get_hash_code\":5}");
            var values = thing.GetType().GetProperties().Where(property => property.Name != "Json").Select(property => property.GetValue(thing)!.ToString());
            Assert.Equal(["5", "True", "g", "it", "j", "t"], values.Order(StringComparer.Ordinal));
            """),
        new("keywords", [], Oddity.Showing("""
            thing: { type: object, properties: { class: { type: string }, namespace: { type: string }, event: { $ref: '#/components/schemas/event' }, '@type': { type: string } } }
            event: { type: object, properties: { 'new': { type: string }, record: { type: string }, required: { type: boolean } } }
            """).Replace("get:\n", "get:\n      parameters: [{ name: class, in: query, schema: { type: string } }, { name: await, in: query, schema: { type: string } }, { name: field, in: query, schema: { type: string } }]\n", StringComparison.Ordinal), """
            replies.Enqueue((200, "application/json", "{\"class\":\"a\",\"event\":{\"new\":\"n\",\"record\":\"r\",\"required\":true},\"@type\":\"t\"}"));
            var thing = await api.Thing.GetAsync(@class: "c", @await: "w", field: "f");
            Assert.Equal("GET /thing?class=c&await=w&field=f", sent.Single().Split(" | ")[0]);
            Assert.Equal(("a", "n", "r", (bool?)true, "t"), (thing.Class, thing.Event!.New, thing.Event.Record, thing.Event.Required, thing.Type));
            """),
        new("BCL names", ["schema-name-bcl"], Oddity.Showing("""
            thing: { type: object, properties: { string: { $ref: '#/components/schemas/String' }, object: { $ref: '#/components/schemas/Object' }, task: { $ref: '#/components/schemas/Task' }, file: { $ref: '#/components/schemas/File' }, dateTime: { $ref: '#/components/schemas/DateTime' }, system: { $ref: '#/components/schemas/System' }, semel: { $ref: '#/components/schemas/Semel' }, list: { type: array, items: { $ref: '#/components/schemas/Type' } } } }
            String: { type: object, properties: { string: { type: string } } }
            Object: { type: object, properties: { object: { type: string } } }
            Task: { type: object, properties: { task: { $ref: '#/components/schemas/Task' } } }
            File: { type: object, properties: { name: { type: string } } }
            DateTime: { type: object, properties: { at: { type: string, format: date-time } } }
            System: { type: object, properties: { io: { type: string } } }
            Semel: { type: object, properties: { view: { type: string } } }
            Type: { type: object, properties: { kind: { type: string } } }
            """), """
            const string json = "{\"string\":{\"string\":\"s\"},\"object\":{\"object\":\"o\"},\"task\":{\"task\":{}},\"file\":{\"name\":\"f\"},\"dateTime\":{\"at\":\"2024-05-01T00:00:00Z\"},\"system\":{\"io\":\"i\"},\"list\":[{\"kind\":\"k\"}]}";
            var thing = From<Thing>(json);
            Assert.Equal(2024, thing.GetType().GetProperty("DateTime")!.GetValue(thing) is { } at ? ((DateTimeOffset?)at.GetType().GetProperty("At")!.GetValue(at))!.Value.Year : 0);
            Assert.Equal(json, Text(thing));
            """),
        new("16x16", ["prop-digit"], Oddity.Showing("""
            thing: { type: object, properties: { 16x16: { type: string }, '3d': { type: boolean }, '0': { type: integer } } }
            """), """
            var thing = From<Thing>("{\"16x16\":\"u\"}");
            Assert.Equal("u", thing._16x16);
            thing._16x16 = "v";
            Assert.Equal("{\"16x16\":\"v\"}", Text(thing));
            """),
        new("+1", ["prop-odd"], Oddity.Showing("""
            thing: { type: object, properties: { '+1': { type: integer }, '-1': { type: integer }, '$ref': { type: string }, '*': { type: string }, '': { type: string } } }
            """), """
            var thing = From<Thing>("{\"+1\":7,\"-1\":2}");
            Assert.Equal((7L, 2L), (thing.Plus1, thing.Minus1));
            """),
        new("StartTime<", ["param-name-odd", "param-collision"], """
            paths:
              /calls:
                get:
                  parameters: [{ name: StartTime, in: query, schema: { type: string } }, { name: 'StartTime<', in: query, schema: { type: string } }, { name: 'StartTime>', in: query, schema: { type: string } }]
                  responses: { '204': { description: None. } }
            """, """
            await api.Calls.GetAsync("a", "b", "c");
            Assert.Equal("GET /calls?StartTime=a&StartTime%3C=b&StartTime%3E=c", sent.Single().Split(" | ")[0]);
            """),
        new("page[limit]", [], """
            paths:
              /calls:
                get:
                  parameters: [{ name: 'page[limit]', in: query, schema: { type: integer } }, { name: 'page[after]', in: query, schema: { type: string } }, { name: 'ids[]', in: query, schema: { type: array, items: { type: integer } } }]
                  responses: { '204': { description: None. } }
            """, """
            await api.Calls.GetAsync(pageLimit: 5, pageAfter: "x", ids: [1, 2]);
            Assert.Equal("GET /calls?page%5Blimit%5D=5&page%5Bafter%5D=x&ids%5B%5D=1&ids%5B%5D=2", sent.Single().Split(" | ")[0]);
            """),
        new("dotted names", ["schema-name-odd"], Oddity.Showing("""
            thing: { type: object, properties: { a.b: { $ref: '#/components/schemas/api.v1.Part' }, c.d.e: { $ref: '#/components/schemas/File--Full' } } }
            api.v1.Part: { type: object, properties: { x.y: { type: string } } }
            File--Full: { type: object, properties: { z: { type: string } } }
            """), """
            var thing = From<Thing>("{\"a.b\":{\"x.y\":\"1\"},\"c.d.e\":{\"z\":\"2\"}}");
            Assert.Equal(("1", "2"), (thing.AB!.XY, thing.CDE!.Z));
            """),
        new("slashed names", [], """
            paths:
              /thing:
                get:
                  responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/a~1b~1thing' } } } } }
            components:
              schemas:
                a/b/thing: { type: object, properties: { x/y: { type: string }, x~z: { $ref: '#/components/schemas/a~1b~1thing/properties/x~1y' } } }
            """, """
            replies.Enqueue((200, "application/json", "{\"x/y\":\"1\",\"x~z\":\"2\"}"));
            var thing = await api.Thing.GetAsync();
            Assert.Equal(("1", "2"), (thing.XY, thing.XZ));
            """),
        new("Unicode", [], Oddity.Showing("""
            thing: { type: object, properties: { größe: { type: integer }, 名前: { type: string }, '🙂': { type: string }, 'a b': { type: string }, e: { $ref: '#/components/schemas/Élan' } } }
            Élan: { type: string, enum: [schön, 好, 'ﬁ', '🙂'] }
            """), """
            var thing = From<Thing>("{\"größe\":3,\"名前\":\"x\",\"e\":\"好\",\"\\ud83d\\ude42\":\"y\"}");
            Assert.Equal((3L, "x", "好"), (thing.Größe, thing.名前, thing.E!.Value.Value));
            Assert.Equal("好", Élan.好.Value);
            """),
        new("text that ends comments and literals", ["text-comment-terminators"], Oddity.Showing("""
            thing: { type: object, description: "*/ </summary> \" \\ {0} \u2028 #if", properties: { "*/ \" \\": { type: string, description: "]]> --> /// */" } } }
            """), """
            Assert.Equal("{\"*/ \\u0022 \\\\\":\"v\"}", Text(From<Thing>("{\"*/ \\\" \\\\\":\"v\"}")));
            """),
        new("missing operationIds", ["opid-missing"], """
            paths:
              /things/{id}/parts:
                get: { responses: { '204': { description: None. } } }
                delete: { responses: { '204': { description: None. } } }
            """, """
            await api.Things.GetPartsAsync("a/b");
            await api.Things.DeletePartsAsync("1");
            Assert.Equal(["GET /things/a%2Fb/parts", "DELETE /things/1/parts"], sent.Select(line => line.Split(" | ")[0]));
            """),
        new("duplicate operationIds", ["opid-duplicate", "opid-collide", "opid-odd", "opid-whitespace", "opid-long"], """
            paths:
              /things:
                get: { operationId: find things, responses: { '204': { description: None. } } }
                head: { operationId: find things, responses: { '204': { description: None. } } }
              /things/all:
                get: { operationId: find_Things, responses: { '204': { description: None. } } }
              /things/long:
                get: { operationId: Controller.with/odd#name:thatIsLongerThanAnyoneWouldLikeToReadItAloudToAnybodyElse_getLong, responses: { '204': { description: None. } } }
            """, """
            var methods = api.Things.GetType().GetMethods().Where(method => method.DeclaringType == api.Things.GetType() && method.Name.EndsWith("Async")).ToList();
            Assert.Equal(4, methods.Select(method => method.Name).Distinct().Count());
            foreach (var method in methods) await (Task)method.Invoke(api.Things, [default(System.Threading.CancellationToken)])!;
            Assert.Equal(["GET /things", "GET /things/all", "GET /things/long", "HEAD /things"], sent.Select(line => line.Split(" | ")[0]).Order());
            """),
        new("a name of several levels", ["inline-depth"], Oddity.Showing("""
            thing: { type: object, properties: { a: { type: object, properties: { b: { type: array, items: { type: object, properties: { c: { type: object, properties: { d: { type: object, properties: { e: { type: string, enum: [x] } } } } } } } } } } } }
            """), """
            var thing = From<Thing>("{\"a\":{\"b\":[{\"c\":{\"d\":{\"e\":\"x\"}}}]}}");
            Assert.Equal(ThingABCDE.X, thing.A!.B![0].C!.D!.E);
            """),
    ];
}
