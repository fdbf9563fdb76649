using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
        // as it is written: no symbol of the compilation leads to a local function, and two lead to a partial method
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.Attribute);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (context.Node is not AttributeSyntax { ArgumentList.Arguments: [var written, ..] } attribute || !NameOf(attribute).StartsWith("NonIdempotent", StringComparison.Ordinal)) return;
        if (context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol?.ContainingType is not { Name: "NonIdempotentAttribute" } type || !SemelCreate.IsSemel(type)) return;
        var reason = written.Expression is PostfixUnaryExpressionSyntax { Operand: var operand } ? operand : written.Expression;
        if (context.SemanticModel.GetConstantValue(reason, context.CancellationToken) is not { HasValue: true, Value: var text } || !string.IsNullOrWhiteSpace(text as string)) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.OptOutReason, written.GetLocation(), Subject(attribute)));
    }

    private static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    };

    /// <summary>What it stands on.</summary>
    private static string Subject(AttributeSyntax attribute) => attribute.Parent?.Parent switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => "a lambda",
    };
}
