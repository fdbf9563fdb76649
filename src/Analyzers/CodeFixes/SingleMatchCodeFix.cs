using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Semel.Analyzers.CodeFixes;

/// <summary>Fixes SEM3008: <c>Single</c> and <c>SingleOrDefault</c> say so when there are several.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SingleMatchCodeFix)), Shared]
public sealed class SingleMatchCodeFix : RuleFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["SEM3008"];

    private protected override IEnumerable<(string Title, SyntaxNode Old, SyntaxNode New)> Fixes(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node is not SimpleNameSyntax name) yield break;
        var single = name.Identifier.ValueText == "First" ? "Single" : "SingleOrDefault";
        yield return ("Require a single match", name, name.WithIdentifier(SyntaxFactory.Identifier(single)));
    }
}
