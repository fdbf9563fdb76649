namespace Semel.Tool.Tests;

/// <summary>The built program, run in a folder of its own.</summary>
internal sealed class Tool : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("semel-tool-").FullName;

    /// <summary>Beside the tests' own output, in the same configuration.</summary>
    private static string Program { get; } = Built();

    public Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => Command.RunAsync(Folder, "dotnet", [Program, .. arguments]);

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>All files but the documents.</summary>
    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Where(path => !path.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Built()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, "src", "Tool", "bin", here.Parent!.Name, here.Name, "semel.dll");
    }
}
