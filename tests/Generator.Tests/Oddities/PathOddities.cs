namespace Semel.Generator.Tests.Oddities;

/// <summary>Paths and templates that are not words between slashes.</summary>
internal static class PathOddities
{
    private const string None = "responses: { '204': { description: None. } }";

    public static IReadOnlyList<Oddity> All { get; } =
    [
        new("undeclared path parameters", ["path-param-undeclared", "path-param-odd-name"], $$"""
            paths:
              /things/{thing-id}/parts/{part.no}:
                get: { {{None}} }
            """, """
            await api.Things.GetPartsAsync("a b", "c/d");
            Assert.Equal("GET /things/a%20b/parts/c%2Fd", sent.Single().Split(" | ")[0]);
            """),
        new("repeated path parameters", [], $$"""
            paths:
              /things/{id}/copies/{id}:
                get: { parameters: [{ name: id, in: path, required: true, schema: { type: integer } }, { name: id, in: query, schema: { type: string } }], {{None}} }
            """, """
            await api.Things.GetCopiesAsync(7, "q");
            Assert.Equal("GET /things/7/copies/7?id=q", sent.Single().Split(" | ")[0]);
            """),
        new("path templates that differ only by parameter name", ["path-same-template"], """
            paths:
              /things:
                post:
                  requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } }
                  responses: { '201': { description: Made., content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } }
              /things/{id}:
                get: { responses: { '200': { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/thing' } } } } } }
              /things/{thing_id}:
                delete: { responses: { '204': { description: Gone. } } }
            components: { schemas: { thing: { type: object, properties: { id: { type: string, readOnly: true }, name: { type: string } } } } }
            """, """
            replies.Enqueue((200, "application/json", "{\"id\":\"1\",\"name\":\"n\"}"));
            Assert.Equal("n", (await api.Things.GetAsync("1")).Name);
            await api.Things.DeleteAsync("1");
            Assert.Equal(["GET /things/1", "DELETE /things/1"], sent.Select(line => line.Split(" | ")[0]));
            """),
        new("fragments in paths", ["path-query-or-fragment", "path-odd-char"], $$"""
            paths:
              /token:
                post: { operationId: token_get, {{None}} }
              /token#refresh:
                post: { operationId: token_refresh, {{None}} }
              /levels:trim:
                post: { operationId: levels_trim, {{None}} }
            """, """
            await api.Token.GetAsync();
            await api.TokenRefresh.PostAsync();
            Assert.Equal(["POST /token", "POST /token"], sent.Select(line => line.Split(" | ")[0]));
            """),
        new("queries in paths", [], $$"""
            paths:
              /things?kind=a:
                get: { operationId: things_a, {{None}} }
              /things?kind={kind}&fixed=1:
                get: { operationId: things_kind, parameters: [{ name: more, in: query, schema: { type: string } }], {{None}} }
            """, """
            await api.ThingsKindA.ThingsAAsync();
            await api.ThingsKindFixed1.ThingsKindAsync("b&c", "m");
            Assert.Equal(["GET /things?kind=a", "GET /things?kind=b%26c&fixed=1&more=m"], sent.Select(line => line.Split(" | ")[0]));
            """),
        new("dots and parts of segments", ["path-dot", "path-partial-param", "path-trailing-slash"], $$"""
            paths:
              /2010-04-01/Things/{Sid}.json:
                get: { operationId: things_json, {{None}} }
              /compare/{base}...{head}:
                get: { operationId: compare_both, {{None}} }
              /things.list/:
                get: { {{None}} }
            """, """
            await api.Things.JsonAsync("a.b");
            await api.Compare.BothAsync("m/n", "x");
            await api.Things.GetListAsync();
            Assert.Equal(["GET /2010-04-01/Things/a.b.json", "GET /compare/m%2Fn...x", "GET /things.list/"], sent.Select(line => line.Split(" | ")[0]));
            """),
        new("a path parameter of several types", ["path-param-union"], $$"""
            paths:
              /keys/{key}:
                get: { parameters: [{ name: key, in: path, required: true, schema: { anyOf: [{ type: integer }, { type: string }] } }], {{None}} }
            """, """
            await api.Keys.GetAsync(512);
            await api.Keys.GetAsync("ab:cd");
            Assert.Equal(["GET /keys/512", "GET /keys/ab%3Acd"], sent.Select(line => line.Split(" | ")[0]));
            """),
        new("no paths", ["no-paths"], """
            components: { schemas: { thing: { type: object, properties: { a: { type: string } } } } }
            """, "Assert.Empty(api.GetType().GetProperties());"),
        new("webhooks ignored with grace", ["webhooks"], $$"""
            webhooks:
              made: { post: { operationId: hook, requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/gone' } } } }, responses: { '200': { description: Seen. } } } }
            paths:
              /things:
                get: { {{None}} }
            """, """
            await api.Things.GetAsync();
            Assert.Equal(["Things"], api.GetType().GetProperties().Select(property => property.Name));
            """),
        new("callbacks ignored with grace", ["callbacks", "ref-callback", "links"], """
            paths:
              /things:
                post:
                  operationId: things_start
                  callbacks:
                    done: { '{$request.body#/url}': { post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/gone' } } } }, responses: { '200': { description: Seen. } } } } }
                    other: { $ref: '#/components/callbacks/gone' }
                  responses: { '202': { description: Begun., links: { next: { operationId: nowhere, parameters: { id: '$response.body#/id' } } } } }
            """, """
            await api.Things.StartAsync();
            Assert.StartsWith("POST /things", sent.Single());
            """),
        new("path items and operations behind references", ["ref-operation", "ref-external", "ref-response", "ref-requestBody"], """
            paths:
              /things: { $ref: 'odd-parts.yaml#/things' }
              /things/{id}:
                get: { $ref: 'odd-parts.yaml#/read' }
            """, """
            replies.Enqueue((200, "application/json", "{\"name\":\"n\"}"));
            replies.Enqueue((200, "application/json", "{\"name\":\"m\"}"));
            Assert.Equal("n", (await api.Things.PutAsync(new() { Name = "n" })).Name);
            Assert.Equal("m", (await api.Things.GetAsync("1")).Name);
            Assert.EndsWith("{\"name\":\"n\"}", sent[0]);
            """)
        {
            Files =
            [
                ("odd-parts.yaml", """
                    things: { put: { requestBody: { $ref: '#/body' }, responses: { '200': { $ref: '#/reply' } } } }
                    read: { responses: { '200': { $ref: '#/reply' } } }
                    body: { required: true, content: { application/json: { schema: { $ref: '#/thing' } } } }
                    reply: { description: It., content: { application/json: { schema: { $ref: '#/thing' } } } }
                    thing: { type: object, properties: { name: { type: string } } }
                    """),
            ],
        },
    ];
}
