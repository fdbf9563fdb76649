using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Declarations;

/// <summary>SEM1001: a class with <c>[ExtensionModel]</c>, or a type around one, is not partial.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelMustBePartialAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.ModelMustBePartial];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ExtensionModel.TypeIn(start.Compilation) is { } attribute)
                start.RegisterSymbolAction(symbol => Analyze(symbol, attribute), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol attribute)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (FindModel(type, attribute) is not { } model) return;
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is not TypeDeclarationSyntax declaration) continue;
            if (declaration.Modifiers.Any(SyntaxKind.PartialKeyword)) continue;
            context.ReportDiagnostic(Diagnostic.Create(
                DiagnosticCatalogue.ModelMustBePartial, declaration.Identifier.GetLocation(), type.Name, $"'{model.Name}'"));
        }
    }

    /// <summary>The type itself or a type in it, at any depth.</summary>
    private static INamedTypeSymbol? FindModel(INamedTypeSymbol type, INamedTypeSymbol attribute)
    {
        if (ExtensionModel.Of(type, attribute) is not null) return type;
        foreach (var nested in type.GetTypeMembers())
        {
            if (FindModel(nested, attribute) is { } model) return model;
        }

        return null;
    }
}
