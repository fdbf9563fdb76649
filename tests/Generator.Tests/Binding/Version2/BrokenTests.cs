using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;
using Semel.Generator.Tests.BadInput;
using Semel.Generator.Tests.Emit;

namespace Semel.Generator.Tests.Binding.Version2;

/// <summary>A document of OpenAPI 2.0 with every feature, broken at random from fixed seeds.</summary>
[Trait("Feature", "L6")]
public sealed class BrokenTests
{
    private const int Mutants = 1500;
    private const int Compiled = 20;

    private static readonly string Whole = CloudDocument.ToJson(SpecReader.Read(
        "notices.yaml", SourceText.From(File.ReadAllText(Path.Combine(TestFolder.Path, "Golden", "Documents", "notices.yaml"))), CancellationToken.None).Root)!.ToJsonString();

    [Fact]
    public void BrokenDocuments_GiveErrorsAtTheirPlaces_NeverAnException()
    {
        var errors = 0;
        for (var seed = 0; seed < Mutants; seed++)
        {
            var json = Broken(seed);
            var model = Bound.Model(json, "/notices");
            Assert.All(model.Diagnostics, diagnostic => Assert.NotNull(diagnostic.Location));
            Assert.True(model.Facts is not null || model.Diagnostics.Any(diagnostic => diagnostic.IsError), $"seed {seed}: {json}");
            if (model.Facts is null) errors++;
        }

        Assert.NotNull(Bound.Valid(Whole, "/notices"));
        Assert.InRange(errors, 50, Mutants - 50);
    }

    [Fact]
    public void BrokenDocuments_BreakNoBuild()
    {
        for (var seed = 0; seed < Compiled; seed++)
        {
            var run = RealRun.OfDocument("notices.json", Broken(seed), "/notices", ", Id = \"noticeID\"");
            Assert.True(run.Problems.Count == 0, $"seed {seed}: {string.Join("\n", run.Problems)}");
        }
    }

    private static string Broken(int seed) => new Breaker(seed).Break(Whole).Replace("#/components/schemas/thing", "#/definitions/notice", StringComparison.Ordinal);
}
