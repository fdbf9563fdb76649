namespace Semel.Corpus.Tests;

/// <summary>The folder of real documents, which is no part of the project.</summary>
internal static class SpecsFolder
{
    private const string Reserved = "acceptance.sealed";

    public static string Require()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var specs = Path.Combine(folder.FullName, "shared", "specs");
            if (Directory.Exists(specs)) return specs;
        }

        Assert.Skip("The folder shared/specs with the real documents is in no parent folder.");
        return "";
    }

    public static IEnumerable<string> Files(params string[] extensions) =>
        Directory.EnumerateFiles(Require(), "*", SearchOption.AllDirectories)
            .Where(file => extensions.Contains(Path.GetExtension(file)) && !file.Contains(Reserved, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
