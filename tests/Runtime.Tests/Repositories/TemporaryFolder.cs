namespace Semel.Runtime.Tests;

/// <summary>A folder of a test's own, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("semel-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>The one record file of a repository's folder.</summary>
    public static string RecordIn(string folder) => Assert.Single(Files(folder), path => path.EndsWith(".json", StringComparison.Ordinal) && !path.Contains(".history", StringComparison.Ordinal) && !path.Contains(".locks", StringComparison.Ordinal));

    public static IReadOnlyList<string> Files(string folder) =>
        Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];
}
