using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Semel.Analyzers.Runtime;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3011: <c>[NonIdempotent]</c> says no reason.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptOutReasonAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.OptOutReason];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        foreach (var attribute in context.Symbol.GetAttributes())
        {
            if (attribute.AttributeClass is not { Name: "NonIdempotentAttribute" } type || !SemelCreate.IsSemel(type)) continue;
            if (attribute.ConstructorArguments is not [{ Kind: TypedConstantKind.Primitive, Value: var reason }] || !string.IsNullOrWhiteSpace(reason as string)) continue;
            if (attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is not AttributeSyntax { ArgumentList.Arguments: [var written, ..] }) continue;
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.OptOutReason, written.GetLocation(), context.Symbol.Name));
        }
    }
}
