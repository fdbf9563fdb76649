namespace Semel.Corpus.Tests.Labels;

/// <summary>What is inferred from whole documents, against labels that were made by reading them.</summary>
[Trait("Feature", "L2")]
public sealed class InferenceScoreTests(ITestOutputHelper output)
{
    [Fact]
    public void LabelledDocuments_AreUnderstood()
    {
        var scores = new List<Score>();
        foreach (var file in LabelFiles())
        {
            var labels = LabelledDocument.Read(file);
            scores.Add(Score.Of(labels, Inferred.Of(Inferred.Whole(Path.Combine(SpecsFolder.Require(), labels.Document)))));
        }

        var total = Score.Total(scores);
        output.WriteLine(string.Join("\n", [Score.Header, .. scores.Append(total).Select(score => score.Row)]));
        foreach (var score in scores) output.WriteLine($"\n{score.Provider}\n" + string.Join("\n", score.Differences));

        AtLeast(0.97, total.Precision);
        AtLeast(0.92, total.Recall);
        AtLeast(0.95, total.Id);
        AtLeast(0.95, total.ListItems);
        AtLeast(0.90, total.MatchField);
        AtLeast(0.95, total.Update);
        AtLeast(0.95, total.Delete);
        AtLeast(1, total.IdempotencyHeader);
        AtLeast(1, total.NotCreates);
    }

    private static void AtLeast(double floor, Share share) => Assert.True(share.Rate >= floor, $"{share} is under {floor}");

    private static IEnumerable<string> LabelFiles()
    {
        var folder = Path.Combine(SpecsFolder.Require(), "labels");
        Assert.SkipUnless(Directory.Exists(folder), "The folder shared/specs holds no labels.");
        return Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal);
    }
}
