using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Semel.Analyzers.CodeFixes;

/// <summary>Fixes SEM1017 where <c>partial</c> is missing, on the create or on a type around it; what the create did becomes its core method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeCreatePartialCodeFix)), Shared]
public sealed class MakeCreatePartialCodeFix : RuleFix
{
    private const string Title = "Make partial";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SEM1017"];

    private protected override IEnumerable<(string Title, SyntaxNode Old, SyntaxNode New)> Fixes(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { Parent: TypeDeclarationSyntax and not InterfaceDeclarationSyntax } method) yield break;
        var types = method.Ancestors().OfType<TypeDeclarationSyntax>().ToList();
        if (method.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            if (types.All(IsPartial)) yield break;
        }
        else if (!CanSplit(method, model.GetDeclaredSymbol(method, cancellationToken)))
        {
            yield break;
        }

        var outermost = types[types.Count - 1];
        yield return (Title, outermost, new Rewriter(method, types).Visit(outermost)!);
    }

    /// <summary>The core returns what the API gives, and its name is free.</summary>
    private static bool CanSplit(MethodDeclarationSyntax method, IMethodSymbol? symbol) =>
        symbol is { ExplicitInterfaceImplementations.IsEmpty: true, IsAbstract: false, ReturnType: INamedTypeSymbol { Name: "Task" or "ValueTask" } returned }
        && returned.TypeArguments.All(type => type.Name != "Ensured")
        && (method.Body ?? (SyntaxNode?)method.ExpressionBody) is not null
        && symbol.ContainingType.GetMembers(CreateSplit.CoreName(method)).IsEmpty;

    private static bool IsPartial(TypeDeclarationSyntax type) => type.Modifiers.Any(SyntaxKind.PartialKeyword);

    /// <summary>Makes the types around the create partial, and splits the create in two.</summary>
    private sealed class Rewriter(MethodDeclarationSyntax create, List<TypeDeclarationSyntax> types) : CSharpSyntaxRewriter
    {
        public override SyntaxNode? Visit(SyntaxNode? node)
        {
            if (node is not TypeDeclarationSyntax type || !types.Contains(type)) return node;
            var members = type.Members.SelectMany(member => member == create && !create.Modifiers.Any(SyntaxKind.PartialKeyword)
                ? [CreateSplit.Declaration(create), CreateSplit.Core(create)]
                : new[] { (MemberDeclarationSyntax)Visit(member)! });
            var changed = type.WithMembers(SyntaxFactory.List(members));
            return IsPartial(type) ? changed : MakePartialCodeFix.Fix(changed);
        }
    }
}
