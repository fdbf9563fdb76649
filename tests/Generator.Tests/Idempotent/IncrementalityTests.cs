using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Semel.Generator.Tests.Idempotent;

[Trait("Feature", "L4")]
public sealed class IncrementalityTests
{
    [Theory]
    [InlineData(GoldenTests.Partial)]
    [InlineData(GoldenTests.Interface)]
    public void EditOfAnotherFile_EmitsNothing(string source)
    {
        var run = new IdempotentRun(source, RefitStandIns.Source);
        run.Edit(compilation => compilation.AddSyntaxTrees(Tree(compilation, "class Unrelated;", "Other.cs")));
        AllCached(run);
        Assert.NotEmpty(run.OutputReasons);
        Assert.All(run.OutputReasons, reason => Assert.True(IsCached(reason), reason.ToString()));
    }

    [Theory]
    [InlineData(GoldenTests.Partial)]
    [InlineData(GoldenTests.Interface)]
    public void EditThatOnlyMovesIt_EmitsNothing(string source)
    {
        var run = new IdempotentRun(source, RefitStandIns.Source);
        run.Edit(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], Tree(compilation, "// moved\n" + source, compilation.SyntaxTrees[0].FilePath)));
        Assert.All(run.Reasons("IdempotentModels"), reason => Assert.True(IsCached(reason), reason.ToString()));
    }

    [Fact]
    public void EditOfTheInterface_InAnotherFile_IsSeen()
    {
        var run = new IdempotentRun(
            "using System.Threading.Tasks; using Semel; namespace MyApp; public partial interface IApi : IBase { [Idempotent(Key = \"name\")] Task<string> CreateAsync(string name); }",
            "namespace MyApp; public partial interface IApi { int First { get; } }",
            "namespace MyApp; public interface IBase { void Second(); }");
        Assert.Contains("First", run.File, StringComparison.Ordinal);
        Assert.Contains("Second", run.File, StringComparison.Ordinal);

        run.Edit(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Tree(compilation, "namespace MyApp; public partial interface IApi { long Third { get; } }", "Source1.cs")));
        Assert.Contains(IncrementalStepRunReason.Modified, run.Reasons("IdempotentModels"));
        Assert.Contains("long global::MyApp.IApi.Third", run.File, StringComparison.Ordinal);

        run.Edit(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[2], Tree(compilation, "namespace MyApp; public interface IBase { void Fourth(); }", "Source2.cs")));
        Assert.Contains("Fourth", run.File, StringComparison.Ordinal);
    }

    [Fact]
    public void EditOfWhatTheCreateTakes_InAnotherFile_IsSeen()
    {
        var run = new IdempotentRun(
            "#pragma warning disable CS1591\nusing System.Threading.Tasks; using Semel; namespace MyApp; public partial class Api(SemelContext semel) { [Idempotent(Key = \"request.Name\")] public partial Task<string> CreateAsync(Create request); private Task<string> CreateCoreAsync(Create request) => Task.FromResult(request.ToString()!); }",
            "#pragma warning disable CS1591\nnamespace MyApp; public sealed record Create(string Name);");
        Assert.Empty(run.Problems);
        run.Edit(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[1], Tree(compilation, "namespace MyApp; public sealed record Create(string Title);", "Source1.cs")));
        Assert.Equal("SEM1018", Assert.Single(run.Diagnostics).Id);
    }

    [Fact]
    public void TrackedValues_HoldNoSymbolSyntaxOrCompilation()
    {
        foreach (var source in new[] { GoldenTests.Partial, GoldenTests.Interface })
        {
            var values = new IdempotentRun(source, RefitStandIns.Source).TrackedValues.ToList();
            Assert.NotEmpty(values);
            foreach (var value in values) Assert.Null(Forbidden(value, "", []));
        }
    }

    private static void AllCached(IdempotentRun run)
    {
        foreach (var stage in IdempotentRun.Stages) Assert.All(run.Reasons(stage), reason => Assert.True(IsCached(reason), $"{stage}: {reason}"));
    }

    private static bool IsCached(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    private static SyntaxTree Tree(Compilation compilation, string source, string path) => CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)compilation.SyntaxTrees.First().Options, path);

    private static string? Forbidden(object? value, string path, HashSet<object> seen)
    {
        if (value is ISymbol or SyntaxNode or SyntaxTree or Compilation or SemanticModel or SourceText or SyntaxReference or Location or AttributeData) return $"{path}: {value.GetType()}";
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value)) return null;
        if (value is IEnumerable items)
            foreach (var item in items)
                if (Forbidden(item, path + "[]", seen) is { } found) return found;
        for (var type = value.GetType(); type is not null; type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (Forbidden(field.GetValue(value), $"{path}.{field.Name}", seen) is { } found) return found;
        return null;
    }
}
