using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Semel.Analyzers.CodeFixes;

/// <summary>Fixes SEM3006: catches, or asks for, the status 404 alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NarrowCatchCodeFix)), Shared]
public sealed class NarrowCatchCodeFix : RuleFix
{
    private const string NotFound = "global::System.Net.HttpStatusCode.NotFound";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SEM3006"];

    private protected override IEnumerable<(string Title, SyntaxNode Old, SyntaxNode New)> Fixes(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<CatchClauseSyntax>() is { } clause && clause.CatchKeyword.Span.Contains(node.SpanStart) && Narrowed(clause, model, cancellationToken) is { } narrowed)
        {
            yield return ("Catch the status 404 alone", clause, narrowed);
        }
        else if (node is PrefixUnaryExpressionSyntax { Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsSuccessStatusCode", Expression: var response } })
        {
            yield return ("Ask for the status 404 alone", node, Shortened($"{response}.StatusCode == {NotFound}"));
        }
    }

    /// <summary>By the status of the exception that is caught; what can't carry one becomes an <c>HttpRequestException</c>.</summary>
    private static CatchClauseSyntax? Narrowed(CatchClauseSyntax clause, SemanticModel model, CancellationToken cancellationToken)
    {
        var type = clause.Declaration is { } declared ? model.GetTypeInfo(declared.Type, cancellationToken).Type : null;
        var status = type?.GetMembers("StatusCode").OfType<IPropertySymbol>().FirstOrDefault();
        if (status is null && type is not (null or { Name: "Exception", ContainingNamespace.Name: "System" })) return null;
        if (status is not null && UnderlyingName(status.Type) != "HttpStatusCode") return null;
        var name = clause.Declaration?.Identifier.ValueText is { Length: > 0 } written ? written : FreeName(clause, model);
        var caught = status is null ? Shortened("global::System.Net.Http.HttpRequestException") : null;
        var declaration = SyntaxFactory.CatchDeclaration(caught is null ? clause.Declaration!.Type.WithTrailingTrivia(SyntaxFactory.Space) : SyntaxFactory.ParseTypeName(caught.ToString()).WithAdditionalAnnotations(Simplifier.Annotation).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Identifier(name));
        var filter = SyntaxFactory.CatchFilterClause(SyntaxFactory.Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.Token(SyntaxKind.OpenParenToken), Shortened($"{name}.StatusCode == {NotFound}"), SyntaxFactory.Token(SyntaxKind.CloseParenToken));
        var end = (clause.Filter as SyntaxNode ?? clause.Declaration)?.GetTrailingTrivia() ?? clause.CatchKeyword.TrailingTrivia;
        return clause.WithCatchKeyword(clause.CatchKeyword.WithTrailingTrivia(SyntaxFactory.Space)).WithDeclaration(declaration.WithTrailingTrivia(SyntaxFactory.Space)).WithFilter(filter.WithTrailingTrivia(end));
    }

    private static string FreeName(CatchClauseSyntax clause, SemanticModel model) =>
        new[] { "e", "error", "notFound", "missing" }.First(name => name == "missing" || model.LookupSymbols(clause.SpanStart, name: name).IsEmpty);

    private static string UnderlyingName(ITypeSymbol type) => type is INamedTypeSymbol { Name: "Nullable", TypeArguments: [var inner] } ? inner.Name : type.Name;
}
