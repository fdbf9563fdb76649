using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Http;
using Semel.Analyzers.Runtime;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3012: a create is called that can be promised at most once only, and nobody said that this is accepted.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AtMostOnceUseAnalyzer : DiagnosticAnalyzer
{
    private const int AtMostOnce = 4;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.AtMostOnceUse];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!SemelCreate.Is(call) || TestCode.Is(context.ContainingSymbol.ContainingType)) return;
        var model = call.TargetMethod.ContainingType;
        var inferred = model.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { Name: "InferredResourceAttribute" } type && SemelCreate.IsSemel(type));
        if (inferred?.ConstructorArguments is not [_, { Value: AtMostOnce }] || SemelCreate.Declared(model, "Guarantee") is not null) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.AtMostOnceUse, CallName.Of(call), model.Name));
    }
}
