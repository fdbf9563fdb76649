namespace Semel.Corpus.Tests.Models;

/// <summary>
/// Documents of any other folder, each as a whole and some of its resources alone, as <see cref="WholeDocumentTests"/> does with those
/// of the project: <c>SEMEL_CORPUS_FOLDER=/folder dotnet run -c Release --project tests/Corpus.Tests -- -class '*FurtherDocumentsTests' -showliveoutput</c>.
/// </summary>
[Trait("Feature", "L1")]
public sealed class FurtherDocumentsTests(ITestOutputHelper output)
{
    private const string Variable = "SEMEL_CORPUS_FOLDER";
    private const int MostAlone = 3;

    [Fact]
    public void DocumentsOfTheNamedFolder_CompileClean_WithoutAnError()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"{Variable} names no folder of further documents.");
        var files = Corpus.Documents(Directory.EnumerateFiles(folder!, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).ToList();
        var problems = files.SelectMany(file => Problems(file, Path.GetRelativePath(folder!, file))).ToList();

        output.WriteLine($"{files.Count} documents, {problems.Count} problems");
        Assert.NotEmpty(files);
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    private List<string> Problems(string file, string name)
    {
        try
        {
            var selector = new Selector(file);
            var whole = selector.SelectWhole();
            var resources = selector.Resources;
            output.WriteLine($"{name}: {whole.Elapsed.TotalMilliseconds:F0} ms, {whole.Allocated / 1_000_000} MB, {resources.Count} resources, {whole.Diagnostics.Count(text => text.Contains("SEM2010", StringComparison.Ordinal))} left out");
            var alone = resources.Take(MostAlone).Select(resource => selector.Select(resource.Path));
            return [.. alone.Prepend(whole).SelectMany(Problems).Select(problem => $"{name}: {problem}")];
        }
        catch (Exception error)
        {
            return [$"{name}: {error}"];
        }
    }

    private static IEnumerable<string> Problems(Selected selected) =>
        selected.HasError ? selected.Problems.Concat(selected.Diagnostics.Where(text => text.Contains(": Error ", StringComparison.Ordinal))) : selected.Problems;
}
