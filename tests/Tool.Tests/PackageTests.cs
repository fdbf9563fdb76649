namespace Semel.Tool.Tests;

/// <summary>The package is a .NET tool: what <c>docs/files.md</c> says to type.</summary>
[Trait("Feature", "L9")]
public sealed class PackageTests
{
    [Fact]
    public async Task Tool_IsPackedInstalledAndRun()
    {
        var folder = Directory.CreateTempSubdirectory("semel-pack-").FullName;
        try
        {
            var (feed, installed) = (Path.Combine(folder, "feed"), Path.Combine(folder, "installed"));
            await Dotnet("pack", Path.Combine("src", "Tool"), "-o", feed, "-p:PackageVersion=0.1.0-test");
            await Dotnet("tool", "install", "Semel.Tool", "--tool-path", installed, "--add-source", feed, "--version", "0.1.0-test");
            var (exit, output) = await Command.RunAsync(folder, Path.Combine(installed, OperatingSystem.IsWindows() ? "semel.exe" : "semel"), "generate", Path.Combine(Repository.Root, "samples", "Web", "cloud.yaml"), "-o", "g");

            Assert.True(exit == 0, output);
            Assert.Contains(Directory.EnumerateFiles(Path.Combine(folder, "g")), file => Path.GetFileName(file) == "Cloud.g.cs");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        static async Task Dotnet(params string[] arguments)
        {
            var (exit, output) = await Command.RunAsync(Repository.Root, "dotnet", arguments);
            Assert.True(exit == 0, output);
        }
    }
}
