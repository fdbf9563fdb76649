using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Tests;

/// <summary>Every rule of the generator and of the analyzers is whole: descriptor, release row, page.</summary>
public sealed class CatalogueTests
{
    private static readonly string Root = Repository.Root;

    private static IEnumerable<(DiagnosticDescriptor Descriptor, string Project)> All =>
        Generator.Diagnostics.DiagnosticCatalogue.Descriptors.Select(descriptor => (descriptor, "Generator"))
            .Concat(DiagnosticCatalogue.Descriptors.Select(descriptor => (descriptor, "Analyzers")));

    public static TheoryData<string> Ids => [.. All.Select(rule => rule.Descriptor.Id)];

    [Fact]
    public void NoNumber_IsUsedTwice() => Assert.Equal(All.Count(), All.Select(rule => rule.Descriptor.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasAPage_WithItsTitleAndEverySection(string id)
    {
        var (descriptor, _) = All.Single(rule => rule.Descriptor.Id == id);
        Assert.Equal($"docs/rules/{id}.md", descriptor.HelpLinkUri);
        var lines = File.ReadAllLines(Path.Combine(Root, descriptor.HelpLinkUri));
        Assert.Equal($"# {id}: {descriptor.Title}", lines[0]);
        foreach (var section in new[] { "## Cause", "## Why it matters", "## Fix", "## Example", "## When to suppress" }) Assert.Contains(section, lines);
        Assert.Contains($"Severity: {descriptor.DefaultSeverity}.", lines);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasAReleaseRow(string id)
    {
        var (descriptor, project) = All.Single(rule => rule.Descriptor.Id == id);
        var rows = new[] { "Shipped", "Unshipped" }.SelectMany(file => File.ReadAllLines(Path.Combine(Root, "src", project, $"AnalyzerReleases.{file}.md")));
        Assert.Single(rows, $"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}");
    }

    [Fact]
    public void TheIndex_ListsEveryRule_WithItsTitleAndSeverity() => Assert.Equal(
        All.Select(rule => rule.Descriptor).OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity} |"),
        File.ReadAllLines(Path.Combine(Root, "docs", "rules", "README.md")).Where(line => line.StartsWith("| [SEM", StringComparison.Ordinal)));

    [Fact]
    public void EveryPage_BelongsToARule() => Assert.Equal(
        All.Select(rule => rule.Descriptor.Id).Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Root, "docs", "rules"), "SEM*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void EveryAnalyzersDescriptor_IsInTheCatalogue()
    {
        var analyzers = typeof(Declarations.ModelMustBePartialAnalyzer).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null)
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
        Assert.Equal(
            DiagnosticCatalogue.Descriptors.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal),
            analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal));
    }
}
