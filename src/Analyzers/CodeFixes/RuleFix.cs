using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Semel.Analyzers.CodeFixes;

/// <summary>A fix that replaces the node that a rule underlines by one other.</summary>
public abstract class RuleFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (var (title, old, fixedNode) in Fixes(node, model, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(old, fixedNode.WithTriviaFrom(old)))), title), diagnostic);
            }
        }
    }

    /// <summary>An expression whose full names become as short as the usings of the file allow.</summary>
    private protected static ExpressionSyntax Shortened(string text)
    {
        var expression = SyntaxFactory.ParseExpression(text);
        return expression.ReplaceNodes(expression.DescendantNodesAndSelf(), static (_, node) => node is NameSyntax or MemberAccessExpressionSyntax ? node.WithAdditionalAnnotations(Simplifier.Annotation) : node);
    }

    /// <summary>What is offered: a title, the node that goes and the one that comes.</summary>
    private protected abstract IEnumerable<(string Title, SyntaxNode Old, SyntaxNode New)> Fixes(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken);
}
