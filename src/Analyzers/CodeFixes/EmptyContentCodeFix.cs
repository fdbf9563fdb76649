using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Semel.Analyzers.CodeFixes;

/// <summary>Fixes SEM3010: gives the POST an empty content.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EmptyContentCodeFix)), Shared]
public sealed class EmptyContentCodeFix : RuleFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SEM3010"];

    private protected override IEnumerable<(string Title, SyntaxNode Old, SyntaxNode New)> Fixes(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        const string Title = "Send an empty content";
        var content = Shortened("new global::System.Net.Http.ByteArrayContent([])");
        if (node is ArgumentSyntax argument) node = argument.Expression;
        switch (node)
        {
            case BaseObjectCreationExpressionSyntax creation:
                var assignment = SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName("Content").WithTrailingTrivia(SyntaxFactory.Space), content.WithLeadingTrivia(SyntaxFactory.Space));
                var initializer = creation.Initializer is { } written ? written.AddExpressions(assignment) : SyntaxFactory.InitializerExpression(
                    SyntaxKind.ObjectInitializerExpression,
                    SyntaxFactory.Token(SyntaxKind.OpenBraceToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space),
                    SyntaxFactory.SingletonSeparatedList<ExpressionSyntax>(assignment.WithTrailingTrivia(SyntaxFactory.Space)),
                    SyntaxFactory.Token(SyntaxKind.CloseBraceToken));
                yield return (Title, creation, creation.WithInitializer(initializer));
                break;
            case ExpressionSyntax expression:
                yield return (Title, expression, content);
                break;
        }
    }
}
