using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Semel.Benchmarks;

/// <summary>The project's own <c>semel generate</c>, document in, C# files out: published as a native program before it is measured, or as <c>dotnet</c> runs it.</summary>
internal static class SemelTool
{
    private static readonly Lazy<string> Native = new(() => Path.Combine(Publish("native", "-p:Native=true"), OperatingSystem.IsWindows() ? "semel.exe" : "semel"));

    private static readonly Lazy<string> Managed = new(() => Path.Combine(Publish("managed", "--self-contained", "false"), "semel.dll"));

    /// <summary>The command line.</summary>
    /// <param name="document">The document.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="name">The class's name; null where there are several.</param>
    /// <param name="paths">The resources; none: all of the document.</param>
    public static string[] Generate(string document, string folder, string? name, params IEnumerable<string> paths) => [Native.Value, .. Arguments(document, folder, name, paths)];

    /// <summary>The same, as a tool that <c>dotnet</c> runs.</summary>
    public static string[] GenerateByDotnet(string document, string folder, string? name, params IEnumerable<string> paths) => ["dotnet", Managed.Value, .. Arguments(document, folder, name, paths)];

    private static IEnumerable<string> Arguments(string document, string folder, string? name, IEnumerable<string> paths) =>
        ["generate", document, .. paths, "-o", folder, .. name is null ? Array.Empty<string>() : ["-c", name]];

    private static string Publish(string kind, params string[] options)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Generator.sln"))) root = root.Parent!;
        var folder = Path.Combine(AppContext.BaseDirectory, "semel-tool", kind);
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(root.FullName, "src", "Tool"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder, "-v", "q", .. options]) { RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? folder : throw new InvalidOperationException("semel could not be published: a native program needs a C linker.\n" + said);
    }
}
