using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Semel.Analyzers.Declarations;

/// <summary>SEM1008: <c>[ExtensionModel]</c> stands on a class that the generator cannot complete.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsupportedModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.UnsupportedModel];

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
        if (ExtensionModel.Of(type, attribute) is null || Reason(type) is not { } reason) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.UnsupportedModel, type.Locations[0], type.Name, reason));
    }

    private static string? Reason(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Struct) return "a struct";
        if (type.IsRecord) return "a record";
        if (type.IsStatic) return "static";
        if (type.IsAbstract) return "abstract";
        if (type.TypeParameters.Length > 0) return "generic";
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal) return "local to its file";
        }

        return null;
    }
}
