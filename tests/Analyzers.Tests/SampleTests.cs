using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Tests;

/// <summary>The sample shows each warning in a file, and the file beside it has none.</summary>
public sealed class SampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "Analyzers");
    private static readonly Lazy<Task<ILookup<string, string>>> Warnings = new(RunAsync);

    public static TheoryData<string> Rules => [.. DiagnosticCatalogue.Descriptors.Select(rule => rule.Id).Where(id => string.CompareOrdinal(id, "SEM3000") > 0)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_WarnsOfItsSample_AndNotOfTheRemedy(string rule)
    {
        var warnings = await Warnings.Value;
        Assert.True(File.Exists(Path.Combine(Folder, $"{rule}.After.cs")));
        Assert.Contains(rule, warnings[$"{rule}.Before.cs"]);
        Assert.Empty(warnings[$"{rule}.After.cs"]);
    }

    private static async Task<ILookup<string, string>> RunAsync()
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var usings = CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;", parse);
        var trees = Directory.GetFiles(Folder, "*.cs").Select(path => (SyntaxTree)CSharpSyntaxTree.ParseText(File.ReadAllText(path), parse, Path.GetFileName(path)));
        var compilation = CSharpCompilation.Create("Sample", [usings, .. trees], AnalyzerTest.References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var found = await compilation.WithAnalyzers([.. ForeignCodeTests.AllAnalyzers]).GetAnalyzerDiagnosticsAsync();
        return found.ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath, diagnostic => diagnostic.Id);
    }
}
