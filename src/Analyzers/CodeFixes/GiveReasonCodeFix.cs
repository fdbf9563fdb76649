using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Semel.Analyzers.CodeFixes;

/// <summary>Fixes SEM3011: offers the usual reasons; which one is true is known to who chooses.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveReasonCodeFix)), Shared]
public sealed class GiveReasonCodeFix : RuleFix
{
    private static readonly string[] Reasons = ["A second one does no harm.", "The API itself refuses a second one.", "The caller sees to it that there is one."];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SEM3011"];

    /// <summary>None: which reason is true is known of each opt-out alone.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    private protected override IEnumerable<(string Title, SyntaxNode Old, SyntaxNode New)> Fixes(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { } argument) yield break;
        foreach (var reason in Reasons)
            yield return ($"Give the reason: {reason}", argument.Expression, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(reason)));
    }
}
