using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Models;

/// <summary>The real documents that a user would select from: what says that it is OpenAPI.</summary>
internal static class Corpus
{
    /// <summary>By their paths in the folder.</summary>
    public static IEnumerable<string> Documents() => SpecsFolder.Files(".json", ".yaml", ".yml")
        .Where(file => SaysItIsOne(file) && Read(file).Root is { Kind: NodeKind.Map } root && (root["openapi"] ?? root["swagger"]) is not null)
        .Select(file => Path.GetRelativePath(SpecsFolder.Require(), file));

    public static SpecDocument Read(string file) => SpecReader.Read(file, SourceText.From(File.ReadAllText(file)), CancellationToken.None);

    /// <summary>Near its beginning, and in some at their end.</summary>
    private static bool SaysItIsOne(string file)
    {
        var text = File.ReadAllText(file);
        return text.Contains("openapi", StringComparison.Ordinal) || text.Contains("swagger", StringComparison.Ordinal);
    }
}
