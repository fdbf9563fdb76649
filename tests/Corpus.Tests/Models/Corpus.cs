using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Models;

/// <summary>The real documents that a user would select from: what says that it is OpenAPI.</summary>
internal static class Corpus
{
    private static readonly string[] Extensions = [".json", ".yaml", ".yml"];

    /// <summary>By their paths in the folder.</summary>
    public static IEnumerable<string> Documents() => Documents(SpecsFolder.Files([.. Extensions])).Select(file => Path.GetRelativePath(SpecsFolder.Require(), file));

    /// <summary>Those among the files.</summary>
    public static IEnumerable<string> Documents(IEnumerable<string> files) =>
        files.Where(file => Extensions.Contains(Path.GetExtension(file)) && SaysItIsOne(file) && Read(file).Root is { Kind: NodeKind.Map } root && (root["openapi"] ?? root["swagger"]) is not null);

    public static SpecDocument Read(string file) => SpecReader.Read(file, SourceText.From(File.ReadAllText(file)), CancellationToken.None);

    /// <summary>Near its beginning, and in some at their end.</summary>
    private static bool SaysItIsOne(string file)
    {
        var text = File.ReadAllText(file);
        return text.Contains("openapi", StringComparison.Ordinal) || text.Contains("swagger", StringComparison.Ordinal);
    }
}
