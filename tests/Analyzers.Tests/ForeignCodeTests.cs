using System.Reflection;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Tests;

/// <summary>Whole files of client code as others write it, each line judged before the rules were tuned: every rule runs over all of them.</summary>
public sealed class ForeignCodeTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Analyzers.Tests", "Foreign");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.cs").Select(path => Path.GetFileName(path)!).Where(name => name is not "Generated.cs").Order(StringComparer.Ordinal)];

    /// <summary>Every analyzer of the assembly.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> AllAnalyzers { get; } =
    [
        .. typeof(DiagnosticCatalogue).Assembly.GetTypes().Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    [Theory]
    [Trait("Feature", "K1")]
    [Trait("Feature", "K2")]
    [Trait("Feature", "K3")]
    [MemberData(nameof(Files))]
    public async Task File_GetsItsWarnings_AndNoOther(string file)
    {
        string[] files = file == "GeneratedUser.cs" ? [file, "Generated.cs"] : [file];
        var (expected, actual) = await Markup.RunAsync(AllAnalyzers, [.. files.Select(name => (name, File.ReadAllText(Path.Combine(Folder, name))))]);
        Assert.Equal(expected, actual);
    }
}
