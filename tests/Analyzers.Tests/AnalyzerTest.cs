using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Tests;

/// <summary>Runs one analyzer, and its fix, over a source file in a workspace.</summary>
internal static class AnalyzerTest
{
    /// <summary>The framework and what the tests reference, the runtime among it.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(DiagnosticAnalyzer analyzer, string source)
    {
        using var workspace = new AdhocWorkspace();
        return await DiagnosticsAsync(analyzer, Document(workspace, source));
    }

    /// <summary>The source text that each diagnostic underlines, in order.</summary>
    public static async Task<string[]> UnderlinedAsync(DiagnosticAnalyzer analyzer, string source) =>
        [.. (await DiagnosticsAsync(analyzer, source)).Select(diagnostic => source.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length))];

    /// <summary>Fixes one diagnostic after the other until none is left; the result must compile.</summary>
    public static async Task<string> FixAsync(DiagnosticAnalyzer analyzer, CodeFixProvider fix, string source, IIncrementalGenerator? generator = null)
    {
        using var workspace = new AdhocWorkspace();
        var document = Document(workspace, source);
        for (var round = 0; round < 10; round++)
        {
            var diagnostics = await DiagnosticsAsync(analyzer, document);
            if (diagnostics.Length == 0) return await CompiledTextAsync(document, generator);
            CodeAction? action = null;
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostics[0], (found, _) => action ??= found, default));
            document = await ApplyAsync(action ?? throw new InvalidOperationException("No fix is offered."), document);
        }

        throw new InvalidOperationException("The fix doesn't remove its diagnostic.");
    }

    /// <summary>Fixes one error of a generator after the other until none is left that the fix is for; the result must compile with what the generator writes.</summary>
    public static async Task<string> FixGeneratorsAsync(IIncrementalGenerator generator, CodeFixProvider fix, string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = Document(workspace, source);
        for (var round = 0; round < 10; round++)
        {
            var compilation = (await document.Project.GetCompilationAsync())!;
            var found = CSharpGeneratorDriver.Create(generator).RunGenerators(compilation).GetRunResult().Diagnostics.FirstOrDefault(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id));
            if (found is null) return await CompiledTextAsync(document, generator);
            CodeAction? action = null;
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, found, (offered, _) => action ??= offered, default));
            document = await ApplyAsync(action ?? throw new InvalidOperationException("No fix is offered."), document);
        }

        throw new InvalidOperationException("The fix doesn't remove its diagnostic.");
    }

    /// <summary>Fixes every diagnostic of the document at once.</summary>
    public static async Task<string> FixAllAsync(DiagnosticAnalyzer analyzer, CodeFixProvider fix, string source)
    {
        using var workspace = new AdhocWorkspace();
        var document = Document(workspace, source);
        var diagnostics = await DiagnosticsAsync(analyzer, document);
        CodeAction? first = null;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostics[0], (found, _) => first ??= found, default));
        var all = new FixAllContext(document, fix, FixAllScope.Document, first!.EquivalenceKey!, [diagnostics[0].Id], new Known(diagnostics), default);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(all);
        var done = await ApplyAsync(action!, document);
        Assert.Empty(await DiagnosticsAsync(analyzer, done));
        return await CompiledTextAsync(done);
    }

    private static Document Document(AdhocWorkspace workspace, string source)
    {
        var project = workspace.AddProject("Test", LanguageNames.CSharp)
            .WithMetadataReferences(References)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return project.AddDocument("Test.cs", source);
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(DiagnosticAnalyzer analyzer, Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var diagnostics = await compilation
            .WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    private static async Task<Document> ApplyAsync(CodeAction action, Document document)
    {
        var operation = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        return operation.ChangedSolution.GetDocument(document.Id)!;
    }

    private static async Task<string> CompiledTextAsync(Document document, IIncrementalGenerator? generator = null)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        if (generator is not null)
        {
            CSharpGeneratorDriver.Create(generator).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var reported);
            Assert.Empty(reported.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        }

        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return (await document.GetTextAsync()).ToString();
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);
    }
}
