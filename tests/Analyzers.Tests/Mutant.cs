using System.Collections.Concurrent;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Tests;

/// <summary>The analyzers, compiled from their sources with one guard switched off.</summary>
internal static class Mutant
{
    private static readonly Lazy<IReadOnlyList<SyntaxTree>> Sources = new(() =>
    [
        CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;"),
        .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/CodeFixes/", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path)),
    ]);

    private static readonly IReadOnlyList<MetadataReference> References =
        [.. AnalyzerTest.References.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("Semel.", StringComparison.Ordinal))];

    private static readonly ConcurrentDictionary<(string Guard, bool Answer), Lazy<IReadOnlyList<DiagnosticAnalyzer>>> Mutants = new();

    private static string Folder => Path.Combine(Repository.Root, "src", "Analyzers");

    /// <summary>All analyzers, in which the guard always gives one answer.</summary>
    /// <param name="guard">Type, method and first parameter's type: <c>KeyEvidence.In(IOperation)</c>.</param>
    /// <param name="answer">What it says then.</param>
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers(string guard, bool answer) =>
        Mutants.GetOrAdd((guard, answer), static key => new(() => Compile(key.Guard, key.Answer))).Value;

    private static IReadOnlyList<DiagnosticAnalyzer> Compile(string guard, bool answer)
    {
        var changed = 0;
        var trees = Sources.Value.Select(tree =>
        {
            var root = tree.GetRoot();
            var methods = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => Name(method) == guard).ToList();
            changed += methods.Count;
            return methods.Count == 0 ? tree : tree.WithRootAndOptions(root.ReplaceNodes(methods, (method, _) => Answering(method, answer)), tree.Options);
        }).ToList();
        Assert.Equal(1, changed);
        var compilation = CSharpCompilation.Create("Mutant", trees, References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var assembly = new MemoryStream();
        var emitted = compilation.Emit(assembly);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        assembly.Position = 0;
        return [.. new AssemblyLoadContext(guard).LoadFromStream(assembly).GetTypes().Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false)).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];
    }

    private static string Name(MethodDeclarationSyntax method) =>
        $"{(method.Parent as TypeDeclarationSyntax)?.Identifier.ValueText}.{method.Identifier.ValueText}({method.ParameterList.Parameters.FirstOrDefault()?.Type})";

    private static MethodDeclarationSyntax Answering(MethodDeclarationSyntax method, bool answer)
    {
        var literal = SyntaxFactory.LiteralExpression(answer ? SyntaxKind.TrueLiteralExpression : SyntaxKind.FalseLiteralExpression);
        return method.WithBody(null).WithExpressionBody(SyntaxFactory.ArrowExpressionClause(literal)).WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken));
    }
}
