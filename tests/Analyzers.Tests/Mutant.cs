using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Tests;

/// <summary>The analyzers, compiled once from their sources so that each guard in them can be switched off.</summary>
internal static class Mutant
{
    private const string Switch = "internal static class Switch { public static volatile string? Guard; public static volatile bool Answer; }";

    private static readonly IReadOnlyList<MetadataReference> References =
        [.. AnalyzerTest.References.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("Semel.", StringComparison.Ordinal))];

    private static readonly Lazy<(Assembly Assembly, IReadOnlyList<DiagnosticAnalyzer> Analyzers, IReadOnlyList<string> Guards)> Compiled = new(Compile);

    private static string Folder => Path.Combine(Repository.Root, "src", "Analyzers");

    /// <summary>All analyzers, in which the guard always gives one answer, until another one is asked for.</summary>
    /// <param name="guard">Type, method and first parameter's type: <c>KeyEvidence.In(IOperation)</c>.</param>
    /// <param name="answer">What it says then.</param>
    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers(string guard, bool answer)
    {
        var (assembly, analyzers, guards) = Compiled.Value;
        Assert.Single(guards, guard);
        var type = assembly.GetType("Switch")!;
        type.GetField("Answer")!.SetValue(null, answer);
        type.GetField("Guard")!.SetValue(null, guard);
        return analyzers;
    }

    private static (Assembly Assembly, IReadOnlyList<DiagnosticAnalyzer> Analyzers, IReadOnlyList<string> Guards) Compile()
    {
        var guards = new List<string>();
        SyntaxTree[] sources =
        [
            CSharpSyntaxTree.ParseText("global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;"),
            CSharpSyntaxTree.ParseText(Switch),
            .. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
                .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/CodeFixes/", StringComparison.Ordinal))
                .Select(path => Switchable(CSharpSyntaxTree.ParseText(File.ReadAllText(path), path: path), guards)),
        ];
        var compilation = CSharpCompilation.Create("Mutant", sources, References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        image.Position = 0;
        var assembly = new AssemblyLoadContext("Mutant").LoadFromStream(image);
        return (assembly, [.. assembly.GetTypes().Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false)).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)], guards);
    }

    /// <summary>Every method that says yes or no asks the switch first.</summary>
    private static SyntaxTree Switchable(SyntaxTree tree, List<string> guards)
    {
        var root = tree.GetRoot();
        var methods = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(method => method.ReturnType.ToString() == "bool" && (method.Body ?? (SyntaxNode?)method.ExpressionBody) is not null).ToList();
        guards.AddRange(methods.Select(Name));
        return tree.WithRootAndOptions(root.ReplaceNodes(methods, static (original, method) => Switchable(Name(original), method)), tree.Options);
    }

    private static MethodDeclarationSyntax Switchable(string guard, MethodDeclarationSyntax method)
    {
        var body = method.Body ?? SyntaxFactory.Block(SyntaxFactory.ReturnStatement(SyntaxFactory.Token(SyntaxKind.ReturnKeyword).WithTrailingTrivia(SyntaxFactory.Space), method.ExpressionBody!.Expression, SyntaxFactory.Token(SyntaxKind.SemicolonToken)));
        var asked = SyntaxFactory.ParseStatement($"if (global::Switch.Guard == \"{guard}\") return global::Switch.Answer;");
        return method.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body.WithStatements(body.Statements.Insert(0, asked)));
    }

    private static string Name(MethodDeclarationSyntax method) =>
        $"{(method.Parent as TypeDeclarationSyntax)?.Identifier.ValueText}.{method.Identifier.ValueText}({method.ParameterList.Parameters.FirstOrDefault()?.Type})";
}
