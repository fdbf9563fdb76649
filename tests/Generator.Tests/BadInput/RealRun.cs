using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Semel.Generator.Tests.Emit;
using Semel.Generator.Tests.Pipeline;

namespace Semel.Generator.Tests.BadInput;

/// <summary>The generator as the compiler makes it, on a project in memory: what it reports, and what the compiler says of the result.</summary>
internal sealed class RealRun
{
    private static readonly Lazy<CSharpCompilation> Empty = new(() => TestProject.Compilation(""));

    private RealRun(GeneratorRunResult result, Compilation? output)
    {
        Assert.Null(result.Exception);
        Files = [.. result.GeneratedSources.Select(source => source.HintName + "\n" + source.SourceText)];
        All = [.. result.Diagnostics];
        Reported = [.. All.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(Where)];
        Problems = [.. (output?.GetDiagnostics() ?? []).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString())];
    }

    public IReadOnlyList<Diagnostic> All { get; }

    /// <summary>Errors as <c>file(line,column): id</c>.</summary>
    public IReadOnlyList<string> Reported { get; }

    /// <summary>What the compiler itself has against the source with the generated code.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Name and text of each generated file.</summary>
    public IReadOnlyList<string> Files { get; }

    public IEnumerable<string> Messages => All.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    public static RealRun Of(string source, params AdditionalText[] texts) => Generate(source, compile: true, texts);

    /// <summary>One class for a path of a document.</summary>
    public static RealRun OfDocument(string name, string text, string path = "/things", string rest = "") =>
        Of(Declare(name, path, rest), new MemoryText("/repo/" + name, text));

    public static string Declare(string document, string path = "/things", string rest = "") =>
        $"using Semel;\nnamespace MyApp;\n[ExtensionModel({Literal(document)}, {Literal(path)}{rest})]\ninternal sealed partial class Things;\n";

    /// <param name="source">The project's one file.</param>
    /// <param name="compile">False where only what the generator gives is of interest.</param>
    /// <param name="texts">The project's AdditionalFiles.</param>
    public static RealRun Generate(string source, bool compile, params AdditionalText[] texts)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var parsing = (CSharpParseOptions)Empty.Value.SyntaxTrees[0].Options;
        var compilation = Empty.Value.ReplaceSyntaxTree(Empty.Value.SyntaxTrees[0], CSharpSyntaxTree.ParseText(source, parsing, "Models.cs", cancellationToken: cancellationToken));
        var driver = CSharpGeneratorDriver.Create([new SemelGenerator().AsSourceGenerator()], texts, parsing, driverOptions: new(default, trackIncrementalGeneratorSteps: true))
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, cancellationToken);
        AssertCached(driver.RunGenerators(compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", parsing, "Unrelated.cs", cancellationToken: cancellationToken)), cancellationToken));
        return new(driver.GetRunResult().Results.Single(), compile ? output : null);
    }

    /// <summary>Whatever the input was: an unrelated edit emits nothing again.</summary>
    private static void AssertCached(GeneratorDriver second)
    {
        var outputs = second.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs);
        Assert.All(outputs, output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, output.Reason.ToString()));
    }

    private static string Where(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return $"{Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {diagnostic.Id}";
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
