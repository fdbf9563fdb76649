using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Tests;

/// <summary>Sources in which <c>[|SEM3002:CreateAsync|]</c> marks what is underlined, and by which rule.</summary>
internal static partial class Markup
{
    private static readonly string[] Usings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net", "System.Net.Http", "System.Net.Http.Json", "System.Threading", "System.Threading.Tasks"];

    /// <summary>The stand-ins, compiled once: what is derived from it need not read the references again.</summary>
    private static readonly Lazy<CSharpCompilation> StandIns = new(() => CSharpCompilation.Create("Foreign", [
        CSharpSyntaxTree.ParseText(string.Concat(Usings.Select(name => $"global using {name};\n")), path: "Usings.cs"),
        .. Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Analyzers.Tests", "StandIns"), "*.cs").Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path)),
    ], AnalyzerTest.References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>Compiles the sources with the stand-ins, runs the analyzers, and says what is marked and what was found, in order.</summary>
    public static Task<(string[] Expected, string[] Actual)> RunAsync(IReadOnlyList<DiagnosticAnalyzer> analyzers, params IReadOnlyList<(string Name, string Text)> sources) => RunAsync(analyzers, null, sources);

    /// <summary>The same, with what a generator adds to the sources.</summary>
    public static async Task<(string[] Expected, string[] Actual)> RunAsync(IReadOnlyList<DiagnosticAnalyzer> analyzers, IIncrementalGenerator? generator, params IReadOnlyList<(string Name, string Text)> sources)
    {
        var expected = new List<string>();
        var trees = new List<SyntaxTree>();
        foreach (var (name, text) in sources) trees.Add(CSharpSyntaxTree.ParseText(Unmarked(name, text, expected), path: name));
        var isProgram = trees.Any(tree => tree.GetRoot().ChildNodes().Any(node => node is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax));
        Compilation compilation = StandIns.Value.AddSyntaxTrees(trees);
        if (isProgram) compilation = compilation.WithOptions(((CSharpCompilationOptions)compilation.Options).WithOutputKind(OutputKind.ConsoleApplication));
        if (generator is not null) CSharpGeneratorDriver.Create(generator).RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = await compilation.WithAnalyzers([.. analyzers]).GetAnalyzerDiagnosticsAsync();
        return ([.. expected.Order(StringComparer.Ordinal)], [.. found.Select(Text).Order(StringComparer.Ordinal)]);
    }

    /// <summary>Asserts that exactly what is marked is found.</summary>
    public static async Task AssertAsync(DiagnosticAnalyzer analyzer, string source)
    {
        var (expected, actual) = await RunAsync([analyzer], ("Test.cs", source));
        Assert.Equal(expected, actual);
    }

    /// <summary>The source without its marks.</summary>
    public static string Unmarked(string name, string text, ICollection<string> marks)
    {
        var plain = new StringBuilder();
        var last = 0;
        foreach (Match match in Mark().Matches(text))
        {
            plain.Append(text, last, match.Index - last);
            var line = plain.ToString().Count(character => character == '\n') + 1;
            marks.Add($"{name}({line:D4}) {match.Groups[1].Value} {match.Groups[2].Value}");
            plain.Append(match.Groups[2].Value);
            last = match.Index + match.Length;
        }

        return plain.Append(text, last, text.Length - last).ToString();
    }

    /// <summary>The source without the marks of what is known to be missed: <c>[-SEM3002:Handle-]</c>.</summary>
    public static string WithoutMisses(string name, string text, ICollection<string> misses) => Miss().Replace(text, match =>
    {
        misses.Add($"{name} {match.Groups[1].Value} {match.Groups[2].Value}");
        return match.Groups[2].Value;
    });

    private static string Text(Diagnostic diagnostic)
    {
        if (diagnostic.Location.SourceTree is not { } tree) return diagnostic.ToString();
        var line = diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;
        return $"{tree.FilePath}({line:D4}) {diagnostic.Id} {tree.GetText().ToString(diagnostic.Location.SourceSpan)}" + (diagnostic.Id == "AD0001" ? diagnostic.ToString() : "");
    }

    [GeneratedRegex(@"\[\|(SEM\d{4}):(.*?)\|\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\[-(SEM\d{4}):(.*?)-\]")]
    private static partial Regex Miss();
}
