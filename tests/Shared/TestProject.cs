using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Semel;

/// <summary>Compiles generated code as strictly as a user's project may.</summary>
internal static class TestProject
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Semel.Generator", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ]);

    public static CSharpCompilation Compilation(params IEnumerable<string> sources)
    {
        var trees = sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, Parsing, $"Source{index}.cs")).ToList();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, warningLevel: 9999, nullableContextOptions: NullableContextOptions.Enable);
        return CSharpCompilation.Create("TestProject", trees, References.Value, options);
    }

    /// <summary>Errors and warnings, those of documentation included.</summary>
    public static IReadOnlyList<string> Problems(Compilation compilation)
    {
        using var assembly = new MemoryStream();
        using var documentation = new MemoryStream();
        return
        [
            .. compilation.Emit(assembly, xmlDocumentationStream: documentation).Diagnostics
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .Select(diagnostic => $"{diagnostic} :: {diagnostic.Location.SourceTree?.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line]}"),
        ];
    }
}
