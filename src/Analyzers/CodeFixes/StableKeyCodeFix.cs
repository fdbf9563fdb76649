using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Semel.Analyzers.CodeFixes;

/// <summary>Fixes SEM3009: makes the key of the method's parameters.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StableKeyCodeFix)), Shared]
public sealed class StableKeyCodeFix : RuleFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SEM3009"];

    private protected override IEnumerable<(string Title, SyntaxNode Old, SyntaxNode New)> Fixes(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is ArgumentSyntax argument) node = argument.Expression;
        if (node is not ExpressionSyntax expression || model.GetTypeInfo(expression, cancellationToken).Type?.SpecialType != SpecialType.System_String) yield break;
        if (node.FirstAncestorOrSelf<BaseMethodDeclarationSyntax>() is not { } method || model.GetDeclaredSymbol(method, cancellationToken) is not IMethodSymbol symbol) yield break;
        var paths = symbol.Parameters.Select(KeyPaths.Of).Where(path => path is not null).Select(path => path!).ToList();
        if (paths.Count == 0) yield break;
        var text = paths.Count == 1 && KeyPaths.IsText(paths[0], symbol) ? paths[0] : "$\"" + string.Join("/", paths.Select(path => "{" + path + "}")) + "\"";
        yield return ("Make the key of the parameters", expression, SyntaxFactory.ParseExpression(text));
    }
}
