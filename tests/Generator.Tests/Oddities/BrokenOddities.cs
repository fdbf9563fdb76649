namespace Semel.Generator.Tests.Oddities;

/// <summary>What no document should say: it is said where it stands, and the rest works.</summary>
internal static class BrokenOddities
{
    public static IReadOnlyList<Oddity> All { get; } =
    [
        new("type: float", [], Oddity.Showing("""
            thing:
              type: object
              properties:
                ratio: { type: float }
                name: { type: string }
            """), """
            const string json = "{\"ratio\":0.5,\"name\":\"n\"}";
            Assert.Equal("n", From<Thing>(json).Name);
            Assert.Equal(json, Text(From<Thing>(json)));
            """)
        { Messages = ["12,24 SEM2007"] },
        new("arrays without items", ["array-no-items"], Oddity.Showing("""
            thing: { type: object, properties: { list: { type: array } } }
            """), """
            Assert.Equal("{\"list\":[1,\"a\"]}", Text(From<Thing>("{\"list\":[1,\"a\"]}")));
            Assert.Equal(2, From<Thing>("{\"list\":[1,\"a\"]}").List!.Count);
            """),
        new("defaults of another type", ["default-mismatch", "default-not-in-enum"], Oddity.Showing("""
            thing: { type: object, properties: { size: { type: integer, default: big }, kind: { type: string, enum: [a, b], default: c }, on: { type: boolean, default: 'false' }, tags: { type: array, items: { type: string }, default: none } } }
            """), """
            Assert.Equal("{}", Text(new Thing()));
            Assert.Equal((null, null), (new Thing().Size, new Thing().Kind));
            """),
        new("dangling references", ["ref-dangling"], Oddity.Showing("""
            thing:
              type: object
              properties:
                part: { $ref: '#/components/schemas/gone' }
                name: { type: string }
                file: { $ref: 'nowhere.yaml#/x' }
            """), """
            const string json = "{\"part\":{\"a\":1},\"name\":\"n\"}";
            Assert.Equal("n", From<Thing>(json).Name);
            Assert.Equal(json, Text(From<Thing>(json)));
            """)
        { Messages = ["12,23 SEM2012", "14,23 SEM2012"] },
        new("no resource at all", [], "paths: { /rpc.call: { post: { operationId: rpc_call, responses: { '200': { description: Done. } } } } }", """
            await api.Rpc.CallAsync();
            """),
    ];
}
