using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Documents;

namespace Semel.Corpus.Tests.Files;

/// <summary>A document and the files that its references lead to, as they lie in its folder.</summary>
internal static class DocumentTree
{
    public static DocumentFiles Open(string root)
    {
        var folder = Path.GetDirectoryName(root)!;
        return new(Read(root), (string file, out string? problem) =>
        {
            var path = Path.Combine(folder, file);
            problem = File.Exists(path) ? null : "there is no " + file;
            return problem is null ? Read(path) : null;
        });
    }

    private static SpecDocument Read(string file) => SpecReader.Read(file, SourceText.From(File.ReadAllText(file)), CancellationToken.None);
}
