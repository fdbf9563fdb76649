using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Documents;

/// <summary>Seeded trees, emitted by others, come back whole.</summary>
public sealed class GeneratedDocumentTests
{
    private const int Documents = 3000;

    [Fact]
    public void EmittedJson_ComesBack()
    {
        var options = new[] { new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }, new JsonSerializerOptions() };
        for (var seed = 0; seed < Documents; seed++)
        {
            var tree = new RandomTree(new Random(seed)).Next();
            var text = tree?.ToJsonString(options[seed % 2]) ?? "null";
            AssertReads("random.json", seed, text, text);
        }
    }

    /// <summary>Where the emitter did not write what it was given (line breaks alone, some trailing ones), its own parser says what it wrote.</summary>
    [Fact]
    public void EmittedYaml_ComesBack()
    {
        var whole = 0;
        for (var seed = 0; seed < Documents; seed++)
        {
            var random = new Random(seed);
            var tree = new JsonObject { ["root"] = new RandomTree(random).Next() };
            var text = new RandomYaml(random).Emit(tree);
            var document = SpecReader.Read("random.yaml", SourceText.From(text), CancellationToken.None);
            AssertSame(seed, text, document, YamlDifference.Find(document.Root, YamlOracle.Load(text)));
            using var given = JsonDocument.Parse(tree.ToJsonString());
            if (JsonDifference.Find(document.Root, given.RootElement) is null) whole++;
        }

        Assert.True(whole > Documents * 95 / 100, $"Only {whole} of {Documents} came back as they were given.");
    }

    private static void AssertReads(string name, int seed, string text, string json)
    {
        var document = SpecReader.Read(name, SourceText.From(text), CancellationToken.None);
        using var oracle = JsonDocument.Parse(json);
        AssertSame(seed, text, document, JsonDifference.Find(document.Root, oracle.RootElement));
    }

    private static void AssertSame(int seed, string text, SpecDocument document, string? difference)
    {
        var error = document.Errors.Count > 0 ? document.Errors[0].Arguments[0] : null;
        Assert.True((difference ?? error) is null, $"seed {seed}: {difference} {error}\n{text}");
    }
}
