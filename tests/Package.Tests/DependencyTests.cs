using System.Xml.Linq;

namespace Semel.Package.Tests;

/// <summary>Dependencies point one way: everything around the runtime references it, and it references nothing.</summary>
public sealed class DependencyTests
{
    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_ReferencesWhatTheArchitectureAllows(string project)
    {
        string[] allowed = project switch
        {
            "Semel" or "Semel.Generator" or "Semel.Analyzers" => [],
            "Semel.Analyzers.CodeFixes" => ["Semel.Analyzers"],
            "Semel.Tool" => ["Semel.Generator"],
            _ => ["Semel"],
        };

        Assert.Equal(allowed, References(project));
    }

    /// <summary>A workflow runs without a console: what draws on one is in the command line alone, and what reads one in that and the tool.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_DrawsOnAConsole_OnlyWhereItIsTheCommandLine(string project)
    {
        var path = Assert.Single(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), $"{project}.csproj", SearchOption.AllDirectories));
        var packages = XDocument.Load(path).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

        Assert.Equal(project == "Semel.CommandLine", packages.Contains("Spectre.Console"));
        Assert.Equal(project is "Semel.CommandLine" or "Semel.Tool", packages.Contains("System.CommandLine"));
    }

    /// <summary>Those whose assemblies are used; the runtime's project builds the generator beside it, to pack it.</summary>
    private static IEnumerable<string> References(string project)
    {
        var path = Assert.Single(Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), $"{project}.csproj", SearchOption.AllDirectories));
        return XDocument.Load(path).Descendants("ProjectReference").Where(reference => (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            .SelectMany(reference => reference.Attribute("Include")!.Value.Split(';')).Select(include => Path.GetFileNameWithoutExtension(include));
    }
}
