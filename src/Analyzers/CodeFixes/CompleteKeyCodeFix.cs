using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Semel.Analyzers.Idempotency;

namespace Semel.Analyzers.CodeFixes;

/// <summary>Fixes SEM3013: puts the parameters that are left out in front of the key.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CompleteKeyCodeFix)), Shared]
public sealed class CompleteKeyCodeFix : RuleFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SEM3013"];

    private protected override IEnumerable<(string Title, SyntaxNode Old, SyntaxNode New)> Fixes(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is not LiteralExpressionSyntax { Token.Value: string key } literal || node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) yield break;
        if (model.GetDeclaredSymbol(method, cancellationToken) is not IMethodSymbol symbol) yield break;
        var missing = IncompleteKeyAnalyzer.Missing(symbol, key.Split('/')).Select(parameter => parameter.Name);
        yield return ("Add what is left out to the key", literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(string.Join("/", missing.Concat([key])))));
    }
}
