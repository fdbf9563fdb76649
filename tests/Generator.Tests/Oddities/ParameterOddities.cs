namespace Semel.Generator.Tests.Oddities;

/// <summary>Parameters beside plain ones in the query.</summary>
internal static class ParameterOddities
{
    private const string None = "responses: { '204': { description: None. } }";
    private const string List = "schema: { type: array, items: { type: string } }";
    private const string Object = "schema: { $ref: '#/components/schemas/Point' }";
    private const string Point = "components: { schemas: { Point: { type: object, properties: { x: { type: integer }, y: { type: integer } } } } }";

    public static IReadOnlyList<Oddity> All { get; } =
    [
        new("header and cookie parameters", ["param-reserved-header"], $$"""
            paths:
              /things: { get: { parameters: [{ name: X-Who, in: header, required: true, schema: { type: string } }, { name: session, in: cookie, schema: { type: string } }, { name: Accept, in: header, schema: { type: string } }, { name: Content-type, in: header, schema: { type: string } }, { name: Authorization, in: header, schema: { type: string } }], {{None}} } }
            """, """
            await api.Things.GetAsync("me", session: "a;b");
            Assert.Contains("X-Who: me", sent.Single());
            Assert.Contains("Cookie: session=a%3Bb", sent.Single());
            """),
        new("every parameter style and explode, in the query", [], $$"""
            paths:
              /things:
                get:
                  parameters:
                  - { name: a, in: query, {{List}} }
                  - { name: b, in: query, explode: false, {{List}} }
                  - { name: c, in: query, style: spaceDelimited, explode: false, {{List}} }
                  - { name: d, in: query, style: pipeDelimited, explode: false, {{List}} }
                  - { name: e, in: query, {{Object}} }
                  - { name: f, in: query, explode: false, {{Object}} }
                  - { name: g, in: query, allowReserved: true, schema: { type: string } }
                  {{None}}
            {{Point}}
            """, """
            await api.Things.GetAsync(["1", "2"], ["1", "2"], ["1", "2"], ["1", "2"], new() { X = 1, Y = 2 }, new() { X = 1, Y = 2 }, "a/b?c");
            Assert.Equal("GET /things?a=1&a=2&b=1,2&c=1%202&d=1%7C2&x=1&y=2&f=x,1,y,2&g=a/b?c", sent.Single().Split(" | ")[0]);
            """),
        new("every parameter style and explode, in the path", [], $$"""
            paths:
              /s/{a}/{b}/{c}/{d}/{e}/{f}:
                get:
                  parameters:
                  - { name: a, in: path, required: true, {{List}} }
                  - { name: b, in: path, required: true, style: label, {{List}} }
                  - { name: c, in: path, required: true, style: matrix, {{List}} }
                  - { name: d, in: path, required: true, style: matrix, explode: true, {{List}} }
                  - { name: e, in: path, required: true, explode: true, {{Object}} }
                  - { name: f, in: path, required: true, style: label, explode: true, {{Object}} }
                  {{None}}
            {{Point}}
            """, """
            await api.S.GetAsync(["1", "2"], ["1", "2"], ["1", "2"], ["1", "2"], new() { X = 1, Y = 2 }, new() { X = 1, Y = 2 });
            Assert.Equal("GET /s/1,2/.1,2/;c=1,2/;d=1;d=2/x=1,y=2/.x=1.y=2", Uri.UnescapeDataString(sent.Single().Split(" | ")[0]));
            """),
        new("every parameter style and explode, in headers and cookies", [], $$"""
            paths:
              /things: { get: { parameters: [{ name: X-A, in: header, {{List}} }, { name: X-B, in: header, explode: true, {{Object}} }, { name: X-C, in: header, {{Object}} }, { name: d, in: cookie, explode: false, {{List}} }], {{None}} } }
            {{Point}}
            """, """
            await api.Things.GetAsync(["1", "2"], new() { X = 1, Y = 2 }, new() { X = 1, Y = 2 }, ["1", "2"]);
            Assert.Contains("X-A: 1,2 | X-B: x=1,y=2 | X-C: x,1,y,2", sent.Single());
            Assert.Contains("Cookie: d=1", sent.Single());
            """),
        new("deepObject", ["param-deepObject"], $$"""
            paths:
              /things: { get: { parameters: [{ name: filter, in: query, style: deepObject, explode: true, {{Object}} }, { name: meta, in: query, style: deepObject, schema: { type: object, additionalProperties: { type: string } } }], {{None}} } }
            {{Point}}
            """, """
            await api.Things.GetAsync(new() { X = 1, Y = 2 }, new Dictionary<string, string> { ["a b"] = "c" });
            Assert.Equal("GET /things?filter[x]=1&filter[y]=2&meta[a b]=c", Uri.UnescapeDataString(sent.Single().Split(" | ")[0]));
            """),
        new("parameters described by content", [], $$"""
            paths:
              /things: { get: { parameters: [{ name: where, in: query, content: { application/json: { {{Object}} } } }, { name: X-Where, in: header, content: { application/json: { {{Object}} } } }], {{None}} } }
            {{Point}}
            """, """
            await api.Things.GetAsync(new() { X = 1 }, new() { Y = 2 });
            Assert.Equal("GET /things?where={\"x\":1}", Uri.UnescapeDataString(sent.Single().Split(" | ")[0]));
            Assert.Contains("X-Where: {\"y\":2}", sent.Single());
            """),
    ];
}
