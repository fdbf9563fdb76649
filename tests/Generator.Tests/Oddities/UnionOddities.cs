namespace Semel.Generator.Tests.Oddities;

/// <summary>Composition: several schemas are views of one object.</summary>
internal static class UnionOddities
{
    public static IReadOnlyList<Oddity> All { get; } =
    [
        new("oneOf without discriminator", ["union-no-disc", "union-of-1"], Oddity.Showing("""
            thing: { type: object, properties: { pet: { oneOf: [{ $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' }] }, one: { oneOf: [{ $ref: '#/components/schemas/dog' }] }, value: { oneOf: [{ type: string }, { type: integer }] } } }
            cat: { type: object, required: [name], properties: { name: { type: string }, lives: { type: integer } } }
            dog: { type: object, required: [name], properties: { name: { type: string }, barks: { type: boolean } } }
            """), """
            var thing = From<Thing>("{\"pet\":{\"name\":\"Tom\",\"lives\":9},\"one\":{\"name\":\"Rex\",\"barks\":true},\"value\":3}");
            Assert.Equal(("Tom", 9L, (bool?)null, "Rex"), (thing.Pet!.Name, thing.Pet.Lives, thing.Pet.Barks, thing.One!.Name));
            thing.Value = "text";
            Assert.Equal("{\"pet\":{\"name\":\"Tom\",\"lives\":9},\"one\":{\"name\":\"Rex\",\"barks\":true},\"value\":\"text\"}", Text(thing));
            """),
        new("oneOf with discriminator and mapping", ["disc-oneOf", "disc-mapping"], Oddity.Showing("""
            thing: { type: object, properties: { pet: { oneOf: [{ $ref: '#/components/schemas/cat' }, { $ref: '#/components/schemas/dog' }], discriminator: { propertyName: kind, mapping: { c: '#/components/schemas/cat', d: dog, x: '#/components/schemas/gone' } } } } }
            cat: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } }
            dog: { type: object, required: [kind], properties: { kind: { type: string }, barks: { type: boolean } } }
            """), """
            var pet = From<Thing>("{\"pet\":{\"kind\":\"c\",\"lives\":9}}").Pet!;
            Assert.Equal(("c", 9L), (pet.Kind, pet.Lives));
            pet.Kind = "unknown";
            Assert.Equal("{\"kind\":\"unknown\",\"lives\":9}", Text(pet));
            """),
        new("discriminator of a base", ["disc-base"], Oddity.Showing("""
            thing: { type: object, properties: { pet: { $ref: '#/components/schemas/pet' }, cat: { $ref: '#/components/schemas/cat' } } }
            pet: { type: object, required: [kind], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/cat' } }, properties: { kind: { type: string } } }
            cat: { allOf: [{ $ref: '#/components/schemas/pet' }, { type: object, properties: { lives: { type: integer } } }] }
            """), """
            var thing = From<Thing>("{\"pet\":{\"kind\":\"cat\",\"lives\":9},\"cat\":{\"kind\":\"cat\",\"lives\":8}}");
            Assert.Equal(("cat", 8L, "cat"), (thing.Pet!.Kind, thing.Cat!.Lives, thing.Cat.Kind));
            Assert.Equal("{\"kind\":\"cat\",\"lives\":9}", Text(thing.Pet));
            """),
        new("anyOf", ["props+union"], Oddity.Showing("""
            thing: { type: object, required: [a], properties: { a: { type: string } }, anyOf: [{ required: [b], properties: { b: { type: integer } } }, { required: [c], properties: { c: { type: boolean } } }] }
            """), """
            var thing = From<Thing>("{\"a\":\"x\",\"b\":1,\"c\":true}");
            Assert.Equal(("x", 1L, (bool?)true), (thing.A, thing.B, thing.C));
            Assert.Equal("{\"a\":\"y\"}", Text(new Thing { A = "y" }));
            """),
        new("allOf", ["allOf-compose", "allOf-of-1"], Oddity.Showing("""
            thing: { allOf: [{ $ref: '#/components/schemas/base' }, { type: object, required: [b], properties: { b: { type: integer } } }, { required: [id] }], properties: { own: { allOf: [{ $ref: '#/components/schemas/base' }], description: One. } } }
            base: { type: object, properties: { id: { type: string }, b: { type: string } } }
            """), """
            var thing = From<Thing>("{\"id\":\"1\",\"b\":2,\"own\":{\"id\":\"3\"}}");
            Assert.Equal(("1", 2L, "3"), (thing.Id, thing.B, thing.Own!.Id));
            """),
        new("not", ["not"], Oddity.Showing("""
            thing: { type: object, properties: { a: { type: string, not: { enum: [x] } }, b: { not: {} }, c: { not: { type: string } } }, not: { required: [a, b] } }
            """), """
            var thing = From<Thing>("{\"a\":\"1\",\"c\":5}");
            Assert.Equal(("1", 5), (thing.A, thing.C!.GetValue<int>()));
            Assert.Equal("{\"a\":\"1\",\"c\":5}", Text(thing));
            """),
    ];
}
