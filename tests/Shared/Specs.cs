namespace Semel;

/// <summary>Real documents beside the project's root; a test that needs them is skipped where they are missing.</summary>
internal static class Specs
{
    public static string? Folder { get; } = Find();

    /// <summary>Full path of a document, or the test is skipped.</summary>
    public static string Require(string relative)
    {
        var path = Folder is null ? null : Path.Combine(Folder, relative);
        Assert.SkipUnless(path is not null && File.Exists(path), $"'{relative}' is not in a folder shared/specs beside the project's root.");
        return path!;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var specs = Path.Combine(folder.FullName, "shared", "specs");
            if (Directory.Exists(specs)) return specs;
        }

        return null;
    }
}
