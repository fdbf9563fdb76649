using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator;

namespace Semel.Corpus.Tests.Fuzz;

/// <summary>
/// The whole generator on one text, and the compiler on what it writes. What may be wrong with a document is the generator's to say;
/// an exception, a run without an end, memory without a bound and code that doesn't compile clean are defects.
/// </summary>
internal static class FuzzRun
{
    /// <summary>Of the compiler's own threads.</summary>
    private const int Stack = 1024 * 1024;

    private static readonly Lazy<CSharpCompilation> Empty = new(() => TestProject.Compilation(""));

    /// <summary>What is wrong, or null.</summary>
    public static string? Problem(string name, string text, params string[] alone) => Problem(FuzzBounds.Usual, name, text, alone);

    /// <summary>What is wrong within other bounds, or null.</summary>
    public static string? Problem(FuzzBounds bounds, string name, string text, params string[] alone)
    {
        string? problem = null;
        using var cancellation = new CancellationTokenSource(bounds.Time);
        var thread = new Thread(() => problem = Guarded(bounds, name, text, alone, cancellation.Token), Stack) { IsBackground = true };
        thread.Start();
        return thread.Join(bounds.Time + FuzzBounds.Usual.Time) ? problem : $"endless: it ran for {bounds.Time + FuzzBounds.Usual.Time} and did not heed its cancellation";
    }

    private static string? Guarded(FuzzBounds bounds, string name, string text, string[] alone, CancellationToken cancellationToken)
    {
        try
        {
            return Run(bounds, name, text, alone, cancellationToken);
        }
        catch (OperationCanceledException cancelled)
        {
            return $"endless: it ran for {bounds.Time} and was {cancelled.StackTrace}";
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"exception: {exception}";
        }
    }

    private static string? Run(FuzzBounds bounds, string name, string text, string[] alone, CancellationToken cancellationToken)
    {
        var parsing = (CSharpParseOptions)Empty.Value.SyntaxTrees[0].Options;
        var source = $"/// <summary>All.</summary>\n[global::Semel.ExtensionModel({Literal(name)})] public sealed partial class Whole;\n"
            + string.Concat(alone.Select((path, index) => $"/// <summary>One.</summary>\n[global::Semel.ExtensionModel({Literal(name)}, {Literal(path)})] public sealed partial class Alone{index};\n"));
        var project = Empty.Value.ReplaceSyntaxTree(Empty.Value.SyntaxTrees[0], CSharpSyntaxTree.ParseText(source, parsing, "Models.cs", cancellationToken: cancellationToken));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var driver = CSharpGeneratorDriver.Create([new SemelGenerator().AsSourceGenerator()], [new Text(name, text)], parsing)
            .RunGeneratorsAndUpdateCompilation(project, out var output, out _, cancellationToken);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception) return $"exception: {exception}";
        var written = result.GeneratedSources.Sum(file => (long)file.SourceText.Length);
        if (written > bounds.Output + (text.Length * bounds.OutputOfACharacter)) return $"output: {written:N0} characters of a document of {text.Length:N0}";
        if (allocated > bounds.Bytes + (text.Length * bounds.BytesOfACharacter)) return $"memory: {allocated:N0} bytes for a document of {text.Length:N0} characters";
        var problems = output.GetDiagnostics(cancellationToken).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(5)
            .Select(diagnostic => $"{diagnostic} :: {diagnostic.Location.SourceTree?.GetText(cancellationToken).Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}").ToList();
        return problems.Count == 0 ? null : "compiler: " + string.Join("\n", problems);
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private sealed class Text(string path, string text) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(text);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
