namespace Semel.Generator.Tests.Emit;

/// <summary>The folder of the tests' source.</summary>
internal static class TestFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Semel.Generator.Tests.csproj"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException("The folder of Semel.Generator.Tests is not above the tests.");
    }
}
