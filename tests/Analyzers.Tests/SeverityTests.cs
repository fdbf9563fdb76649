using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Semel.Analyzers.Tests;

/// <summary>The severity of each rule is what an <c>.editorconfig</c> says, on the code of the sample that it warns of.</summary>
public sealed class SeverityTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples", "Analyzers");
    private static readonly ConcurrentDictionary<string, Lazy<Task<ILookup<string, DiagnosticSeverity>>>> Runs = new();

    public static IEnumerable<string> Rules => DiagnosticCatalogue.Descriptors.Select(rule => rule.Id).Where(id => string.CompareOrdinal(id, "SEM3000") > 0);

    public static TheoryData<string, string> Rows => new MatrixTheoryData<string, string>(Rules, ["none", "silent", "suggestion", "warning", "error", "default"]);

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Severity_IsTheEditorConfigs(string rule, string severity)
    {
        var text = "root = true\n[*.cs]\n" + string.Concat(Rules.Select(id => $"dotnet_diagnostic.{id}.severity = {severity}\n"));
        var found = (await Runs.GetOrAdd(text, static config => new(() => RunAsync(config))).Value)[rule].ToList();
        if (severity == "none")
        {
            Assert.Empty(found);
            return;
        }

        Assert.NotEmpty(found);
        var expected = severity switch
        {
            "silent" => DiagnosticSeverity.Hidden,
            "suggestion" => DiagnosticSeverity.Info,
            "warning" => DiagnosticSeverity.Warning,
            "error" => DiagnosticSeverity.Error,
            _ => DiagnosticCatalogue.Descriptors.Single(descriptor => descriptor.Id == rule).DefaultSeverity,
        };
        Assert.All(found, actual => Assert.Equal(expected, actual));
    }

    [Fact]
    public async Task Section_IsForItsFilesAlone()
    {
        var found = (await RunAsync("root = true\n[SEM3002.*.cs]\ndotnet_diagnostic.SEM3002.severity = none\n[*.Before.cs]\ndotnet_diagnostic.SEM3010.severity = error\n"));
        Assert.Empty(found["SEM3002"]);
        Assert.All(found["SEM3010"], actual => Assert.Equal(DiagnosticSeverity.Error, actual));
        Assert.All(found["SEM3003"], actual => Assert.Equal(DiagnosticSeverity.Warning, actual));
    }

    [Fact]
    public async Task SampleItself_SaysSuggestion_OfEveryRule()
    {
        var found = await RunAsync(await File.ReadAllTextAsync(Path.Combine(Folder, ".editorconfig")));
        Assert.All(Rules, rule => Assert.All(found[rule].Append(found[rule].First()), actual => Assert.Equal(DiagnosticSeverity.Info, actual)));
    }

    private static async Task<ILookup<string, DiagnosticSeverity>> RunAsync(string config)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var usings = CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;", parse, "/sample/Usings.cs");
        var trees = Directory.GetFiles(Folder, "*.cs").Select(path => (SyntaxTree)CSharpSyntaxTree.ParseText(File.ReadAllText(path), parse, "/sample/" + Path.GetFileName(path)));
        var files = AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse(SourceText.From(config), "/sample/.editorconfig") });
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable).WithSyntaxTreeOptionsProvider(new Severities(files));
        var compilation = CSharpCompilation.Create("Sample", [usings, .. trees], AnalyzerTest.References, options);
        return (await compilation.WithAnalyzers([.. ForeignCodeTests.AllAnalyzers]).GetAnalyzerDiagnosticsAsync()).ToLookup(diagnostic => diagnostic.Id, diagnostic => diagnostic.Severity);
    }

    /// <summary>What the compiler makes of the files, by its own reader.</summary>
    private sealed class Severities(AnalyzerConfigSet files) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            files.GetOptionsForSourcePath(tree.FilePath).TreeOptions.TryGetValue(diagnosticId, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            files.GlobalConfigOptions.TreeOptions.TryGetValue(diagnosticId, out severity);
    }
}
