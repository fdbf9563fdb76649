using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Semel.Generator;

namespace Semel.Corpus.Tests.Models;

/// <summary>A project that has a document and selects resources as a user would, and compiles what the generator writes.</summary>
internal sealed class Selector
{
    private static readonly string[] ManyFiles = ["digitalocean/specification/", "/petstore-separate/"];

    private readonly CSharpCompilation _project = TestProject.Compilation("");
    private readonly string _document;
    private GeneratorDriver _driver;

    public Selector(string file)
    {
        _document = Path.GetFileName(file);
        Texts = [.. FilesOf(file).Select(name => new FileText(name))];
        _driver = CSharpGeneratorDriver.Create([new SemelGenerator().AsSourceGenerator()], Texts, Parsing);
    }

    public IReadOnlyList<FileText> Texts { get; }

    private CSharpParseOptions Parsing => (CSharpParseOptions)_project.SyntaxTrees[0].Options;

    /// <summary>One class for each path.</summary>
    public Selected Select(params IReadOnlyList<string> paths) =>
        Compile(string.Concat(paths.Select((path, index) => $"/// <summary>The user's part.</summary>\n{Declare(path)} public sealed partial class Selection{index};\n")));

    public Selected SelectWhole() => Compile($"/// <summary>The user's part.</summary>\n[global::Semel.ExtensionModel({Literal(_document)})] public sealed partial class Selection;\n");

    /// <summary>The resources of the last whole selection.</summary>
    public IReadOnlyList<(string Property, string Path)> Resources =>
    [
        .. _driver.GetRunResult().Results.Single().GeneratedSources.Where(source => source.HintName == "Selection.g.cs")
            .SelectMany(source => Regex.Matches(source.SourceText.ToString(), "The resource at <c>(.*?)</c>.</summary>\n +public \\w+ (\\w+) =>"))
            .Select(match => (match.Groups[2].Value, match.Groups[1].Value.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal))),
    ];

    /// <summary>The operations that the last selection has methods for: <c>GET /v2/account</c>.</summary>
    public IReadOnlySet<string> Operations =>
        _driver.GetRunResult().Results.Single().GeneratedSources
            .SelectMany(source => Regex.Matches(Regex.Replace(source.SourceText.ToString(), "\\s+/// ?", " "), "<c>([A-Z]+ /.*?)</c>"))
            .Select(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value)).ToHashSet();

    /// <param name="path">The path whose POST creates.</param>
    /// <param name="rest">Further arguments, with a comma in front.</param>
    public string Declare(string path, string rest = "") => $"[global::Semel.ExtensionModel({Literal(_document)}, {Literal(path)}{rest})]";

    public Selected Compile(string source)
    {
        var project = _project.ReplaceSyntaxTree(_project.SyntaxTrees[0], CSharpSyntaxTree.ParseText(source, Parsing, "Models.cs"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        _driver = _driver.RunGeneratorsAndUpdateCompilation(project, out var output, out _);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var result = _driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return new([.. result.Diagnostics.Select(Text)], result.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), TestProject.Problems(output))
        {
            Elapsed = _driver.GetTimingInfo().ElapsedTime,
            Allocated = allocated,
        };
    }

    /// <summary>The file itself; with all that its folder holds where the document is one of many files.</summary>
    private static IEnumerable<string> FilesOf(string file)
    {
        var folder = ManyFiles.Where(name => file.Contains(name, StringComparison.Ordinal)).Select(name => file[..(file.IndexOf(name, StringComparison.Ordinal) + name.Length)]).FirstOrDefault();
        return folder is null ? [file] : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories);
    }

    private static string Text(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan();
        return $"{Path.GetFileName(place.Path)}({place.StartLinePosition}): {diagnostic.Severity} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}

/// <summary>What came of a selection.</summary>
/// <param name="Diagnostics">What the generator says.</param>
/// <param name="HasError">Whether an error stands in for a model.</param>
/// <param name="Problems">The compiler's errors and warnings.</param>
internal sealed record Selected(IReadOnlyList<string> Diagnostics, bool HasError, IReadOnlyList<string> Problems)
{
    /// <summary>What the generator took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Bytes that the generator allocated.</summary>
    public long Allocated { get; init; }
}
