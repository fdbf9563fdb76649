using System.Diagnostics;
using System.Globalization;

namespace Semel.Corpus.Tests.Fuzz;

/// <summary>
/// Damaged real documents, selected as a whole and one path of them alone. The same 250 on every run; with <c>SEMEL_FUZZ=seconds</c> new
/// ones for so long, and with <c>SEMEL_FUZZ_SEED=number</c> one again.
/// </summary>
[Trait("Feature", "L6")]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const string Seconds = "SEMEL_FUZZ";
    private const string Seed = "SEMEL_FUZZ_SEED";
    private const int Usual = 250;
    private const int MostFailures = 10;

    [Fact]
    public void DamagedDocuments_NeitherThrowNorHangNorBreakTheBuild()
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var seed in Seeds())
        {
            count++;
            if (Failure(seed) is { } failure && failures.TrueForAll(known => Kind(known) != Kind(failure))) failures.Add(failure);
            if (failures.Count == MostFailures) break;
        }

        output.WriteLine($"{count} documents");
        Assert.True(count > 0);
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static IEnumerable<int> Seeds()
    {
        if (Number(Seed) is { } one) return [one];
        return Number(Seconds) is { } seconds ? Until(TimeSpan.FromSeconds(seconds)) : Enumerable.Range(1, Usual);
    }

    private static IEnumerable<int> Until(TimeSpan end)
    {
        var watch = Stopwatch.StartNew();
        for (var seed = Environment.TickCount & 0x3FFFFFFF; watch.Elapsed < end; seed++) yield return seed;
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Null where all is well.</summary>
    private static string? Failure(int seed)
    {
        // what ends the process leaves its seed here
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "fuzz.seed"), seed.ToString(CultureInfo.InvariantCulture));
        var mutant = Mutant.Of(seed);
        string[] alone = mutant.Tree?["paths"] is System.Text.Json.Nodes.JsonObject { Count: > 0 } paths ? [paths.ElementAt(seed % paths.Count).Key] : [];
        if (FuzzRun.Problem(mutant.Name, mutant.Text, alone) is not { } problem) return null;
        var text = mutant.Text;
        if (mutant.Tree is { } tree && !problem.StartsWith("endless", StringComparison.Ordinal))
        {
            var kind = Kind(problem);
            text = Mutant.Write(Minimiser.Minimise(tree, smaller => FuzzRun.Problem(mutant.Name, Mutant.Write(smaller), alone) is { } other && Kind(other) == kind));
        }

        return $"{problem}\n{Seed}={seed} of {mutant.Origin}, read as {mutant.Name}, alone {string.Join(' ', alone)}:\n{(text.Length > 6000 ? text[..6000] + "…" : text)}";
    }

    /// <summary>What it is, without places: <c>compiler: … CS0102</c>.</summary>
    private static string Kind(string problem)
    {
        if (!problem.StartsWith("compiler", StringComparison.Ordinal)) return string.Join('\n', problem.Split('\n').Take(3));
        var code = System.Text.RegularExpressions.Regex.Match(problem, "(error|warning) (CS[0-9]+)");
        return "compiler " + code.Groups[2].Value;
    }
}
