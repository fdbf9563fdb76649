using System.Text.RegularExpressions;

namespace Semel.Package.Tests;

/// <summary>What the README says to type in an empty folder, typed there.</summary>
public sealed class ReadmeTests(PackageFixture package)
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact, Trait("Feature", "A1")]
    public async Task ThreeLinesToAModel_AsWritten_Compile()
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, "newcomer")).FullName;
        var commands = Between("Add it to a program in a folder of your own:\n\n```sh\n", "```").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, commands.Length);
        foreach (var command in commands.Select(command => command.Replace("FEED", package.Feed, StringComparison.Ordinal).Replace("0.1.0", package.Version, StringComparison.Ordinal)))
        {
            // the sources of this machine are as good as those that the template names
            if (command == "dotnet new nugetconfig") File.WriteAllText(Path.Combine(folder, "nuget.config"), "<configuration />");
            else await RunAsync(folder, command.Split(' ')[1..]);
        }

        File.Copy(Path.Combine(Repository.Root, "samples", "Web", "cloud.yaml"), Path.Combine(folder, "cloud.yaml"));
        var project = Directory.GetFiles(folder, "*.csproj").Single();
        File.WriteAllText(project, File.ReadAllText(project).Replace("</Project>", $"<ItemGroup>{Between("of the project:\n\n```xml\n", "```")}</ItemGroup></Project>", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Between("```csharp\nusing CloudModels;\nusing Semel;\n", "```", withStart: true));
        var built = await RunAsync(folder, "build", "--nologo", "-v", "m");
        Assert.DoesNotContain("warning", built.Replace("0 Warning(s)", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void TheVersion_IsThatOfThePackage() =>
        Assert.Equal(Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")), "<Version>(.*)</Version>").Groups[1].Value, Regex.Match(Readme, @"dotnet add package Semel --version (\S+)").Groups[1].Value);

    private static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var (exitCode, output) = await Command.RunAsync(folder, "dotnet", arguments);
        Assert.True(exitCode == 0, $"{string.Join(' ', arguments)}: {output}");
        return output;
    }

    private static string Between(string start, string end, bool withStart = false)
    {
        var from = Readme.IndexOf(start, StringComparison.Ordinal);
        Assert.True(from >= 0, $"The README has no {start}");
        var text = from + start.Length;
        return Readme[(withStart ? from + "```csharp\n".Length : text)..Readme.IndexOf(end, text, StringComparison.Ordinal)];
    }
}
