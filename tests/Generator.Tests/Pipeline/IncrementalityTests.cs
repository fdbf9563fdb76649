using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Semel.Generator.Tests.Emit;

namespace Semel.Generator.Tests.Pipeline;

[Trait("Feature", "L4")]
public sealed class IncrementalityTests
{
    private const string Two = """
        using Semel;
        namespace MyApp;
        /// <summary>A.</summary>
        [ExtensionModel("a.yaml", "/things")] public sealed partial class Apples;
        /// <summary>B.</summary>
        [ExtensionModel("b.json", "/things")] public sealed partial class Berries;
        """;

    private readonly MemoryText _a = new("/repo/specs/a.yaml", "Apple");
    private readonly MemoryText _b = new("/repo/specs/b.json", "Berry");
    private readonly MemoryText _other = new("/repo/specs/other.yaml", "Other");

    [Fact]
    public void EditOfAnotherFile_LeavesEveryStepCached()
    {
        var run = Run.Of(Two, [_a, _b, _other]);
        run.Edit(compilation => compilation.AddSyntaxTrees(Tree(compilation, "class Unrelated;")));
        Assert.NotEmpty(run.AllReasons);
        Assert.All(run.AllReasons, reason => Assert.True(IsCached(reason), reason.ToString()));
    }

    [Fact]
    public void EditThatOnlyMovesTheDeclarations_BindsAndEmitsNothing()
    {
        var run = Run.Of(Two, [_a, _b, _other]);
        run.Edit(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Tree(compilation, "// moved\n" + Two)));
        Assert.Contains(IncrementalStepRunReason.Modified, run.Reasons("LocatedDeclarations"));
        foreach (var stage in new[] { "Declarations", "Selections", "Resources", "Project", "Documents", "Classes" })
            Assert.All(run.Reasons(stage), reason => Assert.True(IsCached(reason), $"{stage}: {reason}"));
    }

    [Fact]
    public void EditOfADocument_BindsOnlyItsDeclarations()
    {
        var run = Run.Of(Two, [_a, _b, _other]);
        run.ReplaceText(_a, new MemoryText(_a.Path, "Apricot"));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.Reasons("Resources").OrderBy(reason => reason == IncrementalStepRunReason.Cached));
        Assert.Single(run.Reasons("Documents"), IncrementalStepRunReason.Modified);
        Assert.Contains("class Apricot", run.Files["a.yaml.Models.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void EditOfADeclaration_IsSeen()
    {
        var run = Run.Of(Two, [_a, _b, _other]);
        run.Edit(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Tree(compilation, Two.Replace("Apples", "Pears", StringComparison.Ordinal))));
        Assert.Contains("MyApp.Pears.g.cs", run.Files.Keys);
        Assert.DoesNotContain("MyApp.Apples.g.cs", run.Files.Keys);
    }

    [Fact]
    public void DocumentThatNobodyNames_IsNeverOpened()
    {
        Run.Of(Two, [_a, _b, _other]);
        Assert.Equal((1, 0), (_a.Opened, _other.Opened));
    }

    [Fact]
    public void TrackedValues_HoldNoSymbolSyntaxCompilationOrText()
    {
        var run = Run.Of(Two, [_a, _b, _other]);
        Assert.Equal(Run.Stages.Where(stage => stage != "Diagnostics").Order(), run.TrackedValues.Select(value => value.Stage).Distinct().Order());
        foreach (var (stage, value) in run.TrackedValues) Assert.Null(Forbidden(value, stage, []));
    }

    [Fact]
    public void WalkOverTrackedValues_FindsASymbol() =>
        Assert.NotNull(Forbidden(new { Nested = new object[] { TestProject.Compilation("class C;").GlobalNamespace } }, "", []));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Culture_ChangesNoByte(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var invariant = Generate();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(culture);
            Assert.Equal("ı", "I".ToLower(new CultureInfo("tr-TR")));
            Assert.Equal(invariant, Generate());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }

        static SortedDictionary<string, string> Generate() =>
            Emitted.From(new[] { "Droplets", "NodePools", "Keys", "Nested", "Stub" }.Select(GoldenModels.Named));
    }

    [Fact]
    public void Output_HasNoCarriageReturn_AndNoPathOfTheMachine()
    {
        foreach (var text in Run.Of(Two.ReplaceLineEndings("\r\n"), [_a, _b]).Files.Values)
        {
            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain("/repo", text, StringComparison.Ordinal);
        }
    }

    private static bool IsCached(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static SyntaxTree Tree(Compilation compilation, string source) => CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)compilation.SyntaxTrees.First().Options, "Edited.cs");

    /// <summary>The path to the first thing that must not be cached. An additional text is the driver's own, so the walk stops there.</summary>
    private static string? Forbidden(object? value, string path, HashSet<object> seen)
    {
        if (value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or SourceText or SyntaxReference or Location) return $"{path}: {value.GetType()}";
        if (value is null or string or AdditionalText || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value)) return null;
        if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                if (Forbidden(item, path + "[]", seen) is { } found) return found;
            }
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (Forbidden(field.GetValue(value), $"{path}.{field.Name}", seen) is { } found) return found;
            }
        }

        return null;
    }
}
