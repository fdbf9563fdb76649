using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Semel.Corpus.Tests.Documents;

namespace Semel.Corpus.Tests.Fuzz;

/// <summary>A real document that was damaged; all of it follows from its seed.</summary>
/// <param name="Name">The damaged document's file name: its ending says how it is read.</param>
/// <param name="Tree">Null where the damage is to the text, so that there is no tree.</param>
internal sealed record Mutant(int Seed, string Origin, string Name, string Text, JsonObject? Tree)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, MaxDepth = 1000, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Mutant Of(int seed)
    {
        var random = new Random(seed);
        var origin = SeedDocument.Names[random.Next(SeedDocument.Names.Count)];
        if (random.Next(4) == 0) return OfText(seed, origin, random);
        var tree = SeedDocument.Take(origin, random);
        new TreeMutation(random).Apply(tree);
        // what is written as JSON is YAML too
        return new(seed, origin, random.Next(3) == 0 ? "api.yaml" : "api.json", Write(tree), tree);
    }

    public static string Write(JsonNode tree) => tree.ToJsonString(Indented);

    private static Mutant OfText(int seed, string origin, Random random)
    {
        var isSmall = SeedDocument.IsSmall(origin);
        var text = isSmall ? SeedDocument.Text(origin) : Write(SeedDocument.Take(origin, random));
        return new(seed, origin, "api" + (isSmall ? Path.GetExtension(origin) : ".json"), new Mutation(random).Apply(text), null);
    }
}
