using System.Diagnostics;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator;

namespace Semel.Benchmarks;

/// <summary>One compilation with the declarations and the document, and the generator's driver.</summary>
internal sealed class Generation
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp12);

    private readonly Document _document;

    public Generation(string document, IReadOnlyList<string> paths, int unrelatedFiles = 0)
    {
        var name = Path.GetFileName(document);
        var declarations = string.Join('\n', paths.Select((path, index) => $"[Semel.ExtensionModel(\"{name}\", \"{path}\")] public sealed partial class Model{index};"));
        var trees = new List<SyntaxTree> { CSharpSyntaxTree.ParseText(declarations, Parse) };
        for (var file = 0; file < unrelatedFiles; file++) trees.Add(Unrelated(file, "return 1;"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(File.Exists).Select(path => MetadataReference.CreateFromFile(path));
        Compilation = CSharpCompilation.Create("Consumer", trees, references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _document = new Document(document);
    }

    public CSharpCompilation Compilation { get; }

    public static SyntaxTree Unrelated(int file, string body) =>
        CSharpSyntaxTree.ParseText($"namespace N{file}; internal sealed class Unrelated{file} {{ [System.Obsolete] public int M() {{ {body} }} }}", Parse);

    public GeneratorDriver Driver() => Driver(new SemelGenerator());

    public GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], [_document], Parse);

    /// <summary>In a fresh process: prints the milliseconds that the generator takes, Roslyn's own start excluded.</summary>
    public static int Once(string document, string[] paths)
    {
        var generation = new Generation(document, paths);
        generation.Compilation.GetDiagnostics(); // the compiler is warm in a build; the generator is not
        var watch = Stopwatch.StartNew();
        var result = generation.Driver().RunGenerators(generation.Compilation).GetRunResult();
        Console.WriteLine(watch.Elapsed.TotalMilliseconds.ToString("F1", System.Globalization.CultureInfo.InvariantCulture));
        var errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ToList();
        errors.ForEach(Console.Error.WriteLine);
        return errors.Count == 0 && result.GeneratedTrees.Length > paths.Length ? 0 : 1;
    }

    private sealed class Document(string path) : AdditionalText
    {
        private readonly SourceText _text = SourceText.From(File.ReadAllText(path), Encoding.UTF8);

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }
}
