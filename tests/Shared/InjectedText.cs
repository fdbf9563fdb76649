using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Semel;

/// <summary>Finds text of a document that became code.</summary>
internal static class InjectedText
{
    /// <summary>Stands for injected code in whatever is foreign.</summary>
    public const string Marker = "Injected_42";

    /// <summary>Where the marker stands as code: an identifier of its own, a directive, an element of the documentation, text that is skipped; and every error of syntax.</summary>
    public static IEnumerable<string> Escapes(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        foreach (var error in tree.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)) yield return error.ToString();
        foreach (var token in root.DescendantTokens(descendIntoTrivia: true))
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == Marker) yield return $"an identifier: {token.Parent?.Parent}";
        }

        foreach (var trivia in root.DescendantTrivia(descendIntoTrivia: true))
        {
            var holds = trivia.ToFullString().Contains(Marker, StringComparison.Ordinal);
            if (holds && (trivia.IsDirective || trivia.IsKind(SyntaxKind.SkippedTokensTrivia) || trivia.IsKind(SyntaxKind.DisabledTextTrivia))) yield return $"{trivia.Kind()}: {trivia}";
            if (holds && trivia.GetStructure() is DocumentationCommentTriviaSyntax documentation)
            {
                foreach (var name in documentation.DescendantNodes().OfType<XmlNameSyntax>().Where(name => name.ToString().Contains(Marker, StringComparison.Ordinal))) yield return $"an element: {name.Parent}";
                foreach (var cref in documentation.DescendantNodes().OfType<XmlAttributeSyntax>().Where(attribute => attribute.ToString().Contains(Marker, StringComparison.Ordinal))) yield return $"an attribute: {cref}";
            }
        }
    }
}
