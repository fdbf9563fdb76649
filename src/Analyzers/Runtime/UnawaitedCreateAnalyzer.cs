using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;

namespace Semel.Analyzers.Runtime;

/// <summary>SEM4004: nobody waits for a create, so that nobody sees how it ended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnawaitedCreateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.UnawaitedCreate];

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
        if (!SemelCreate.Is(call) || !IsDropped(call)) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.UnawaitedCreate, CallName.Of(call), call.TargetMethod.Name));
    }

    /// <summary>A statement of its own, a discard, or a local that nothing reads.</summary>
    private static bool IsDropped(IInvocationOperation call) => call.Parent switch
    {
        IExpressionStatementOperation => true,
        IConditionalAccessOperation { Parent: IExpressionStatementOperation } => true,
        ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
            !Origin.Root(call).Descendants().Any(operation => operation is ILocalReferenceOperation use && Origin.Same(use.Local, local)),
        _ => false,
    };
}
