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
    private static readonly SyntaxTree Usings = CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;", Parse);

    [Theory]
    [InlineData("src/Runtime")]
    [InlineData("src/Generator")]
    [InlineData("src/Analyzers")]
    [InlineData("src/Testing")]
    [InlineData("src/PostgreSql")]
    [InlineData("tests/Process.Tests")]
    [InlineData("benchmarks")]
    public async Task OwnCode_IsQuiet(string folder) => Assert.Empty(await RunAsync(Trees(folder)));

    [Fact]
    public async Task SamplesAndGeneratedCode_AreQuiet()
    {
        var generated = Generated("""[Semel.ExtensionModel("cloud.yaml")] public sealed partial class Cloud;""");
        Assert.NotEmpty(generated);
        Assert.Empty(await RunAsync([.. Trees("samples/Web"), .. Trees("samples/First"), .. Trees("samples/Life"), .. generated]));
    }

    [Fact]
    public async Task HandWrittenSample_AndWhatIsWrittenForIt_AreQuiet()
    {
        SyntaxTree[] trees = [.. Trees("samples/HandWritten")];
        var compilation = CSharpCompilation.Create("Own", [Usings, .. trees], AnalyzerTest.References, new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var generated = CSharpGeneratorDriver.Create([new IdempotentGenerator().AsSourceGenerator()], parseOptions: Parse).RunGenerators(compilation).GetRunResult().GeneratedTrees;
        Assert.NotEmpty(generated);
        Assert.Empty(await RunAsync([.. trees, .. generated]));
    }

    private static IEnumerable<SyntaxTree> Trees(string folder) => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Select(path => (SyntaxTree)CSharpSyntaxTree.ParseText(File.ReadAllText(path), Parse, path));

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(IEnumerable<SyntaxTree> trees)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true);
        var compilation = CSharpCompilation.Create("Own", [Usings, .. trees], AnalyzerTest.References, options);
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
}
