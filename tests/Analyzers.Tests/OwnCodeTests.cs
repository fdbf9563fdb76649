using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator;

namespace Semel.Analyzers.Tests;

/// <summary>All rules over all code of this repository, and over what the generator writes: no exception and no warning.</summary>
public sealed class OwnCodeTests
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview);

    [Theory]
    [InlineData("src/Runtime")]
    [InlineData("src/Generator")]
    [InlineData("src/Analyzers")]
    [InlineData("src/Testing")]
    [InlineData("src/PostgreSql")]
    [InlineData("tests/Process.Tests")]
    [InlineData("benchmarks")]
    public async Task OwnCode_IsQuiet(string folder) => Assert.Empty(await RunAsync(Trees(folder), []));

    [Fact]
    public async Task SamplesAndGeneratedCode_AreQuiet()
    {
        var generated = Generated("""[Semel.ExtensionModel("cloud.yaml")] public sealed partial class Cloud;""");
        Assert.NotEmpty(generated);
        Assert.Empty(await RunAsync([.. Trees("samples/Web"), .. Trees("samples/First"), .. Trees("samples/Life"), .. generated], []));
    }

    [Fact]
    public async Task Severity_IsTheEditorConfigs()
    {
        const string Source = """using System.Net.Http; using System.Threading.Tasks; public class ThingsClient(HttpClient http) { public Task CreateThingAsync() => http.PostAsync("/things", new ByteArrayContent([])); }""";
        var tree = CSharpSyntaxTree.ParseText(Source, Parse, "Test.cs");
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await RunAsync([tree], [])).Severity);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await RunAsync([tree], [("SEM3002", ReportDiagnostic.Error)])).Severity);
        Assert.Empty(await RunAsync([tree], [("SEM3002", ReportDiagnostic.Suppress)]));
    }

    private static IEnumerable<SyntaxTree> Trees(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Select(path => (SyntaxTree)CSharpSyntaxTree.ParseText(File.ReadAllText(path), Parse, path));

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(IEnumerable<SyntaxTree> trees, IReadOnlyList<(string Id, ReportDiagnostic Severity)> severities)
    {
        var usings = CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;", Parse);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true)
            .WithSyntaxTreeOptionsProvider(new Severities(severities));
        var compilation = CSharpCompilation.Create("Own", [usings, .. trees], AnalyzerTest.References, options);
        return await compilation.WithAnalyzers([.. ForeignCodeTests.AllAnalyzers]).GetAnalyzerDiagnosticsAsync();
    }

    private static ImmutableArray<SyntaxTree> Generated(string source)
    {
        var compilation = CSharpCompilation.Create("Own", [CSharpSyntaxTree.ParseText(source, Parse)], AnalyzerTest.References, new(OutputKind.DynamicallyLinkedLibrary));
        var document = new Document(Path.Combine(Repository.Root, "samples", "Web", "cloud.yaml"));
        return CSharpGeneratorDriver.Create([new SemelGenerator().AsSourceGenerator()], [document], Parse).RunGenerators(compilation).GetRunResult().GeneratedTrees;
    }

    private sealed class Document(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path), Encoding.UTF8);
    }

    /// <summary>What an <c>.editorconfig</c> says: <c>dotnet_diagnostic.SEM3002.severity</c>.</summary>
    private sealed class Severities(IReadOnlyList<(string Id, ReportDiagnostic Severity)> severities) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) => TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = severities.FirstOrDefault(rule => rule.Id == diagnosticId).Severity;
            return severity != ReportDiagnostic.Default;
        }
    }
}
