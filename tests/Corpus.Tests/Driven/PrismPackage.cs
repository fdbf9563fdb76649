using System.Diagnostics;

namespace Semel.Corpus.Tests.Driven;

/// <summary>Prism as npm installed it, or the test is skipped.</summary>
internal static class PrismPackage
{
    public static string Require()
    {
        var folder = Path.Combine(Root(), "tests", "Corpus.Tests", "prism");
        var isThere = File.Exists(Path.Combine(folder, "node_modules", "@stoplight", "prism-cli", "package.json"));
        Assert.SkipUnless(isThere, "Prism is not installed; with Node.js: npm ci --prefix tests/Corpus.Tests/prism.");
        return folder;
    }

    public static ProcessStartInfo Node(params string[] arguments) =>
        new("node", arguments) { WorkingDirectory = Require(), RedirectStandardOutput = true, RedirectStandardError = true };

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Generator.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The tests run outside of their repository.");
    }
}
