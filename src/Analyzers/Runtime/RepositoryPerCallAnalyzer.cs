using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Idempotency;

namespace Semel.Analyzers.Runtime;

/// <summary>SEM4003: a data repository is made anew for each call: one in memory forgets, and its lock keeps nobody out.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RepositoryPerCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.RepositoryPerCall];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (creation.Type is not { } type || !type.Name.EndsWith("DataRepository", StringComparison.Ordinal) || !type.AllInterfaces.Any(contract => contract.Name == "IDataRepository" && SemelCreate.IsSemel(contract))) return;
        if (context.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation } method || IsStart(method) || TestCode.Is(method.ContainingType)) return;
        var body = CallSite.BodyOf(creation);
        if (!body.Descendants().Any(operation => operation is IInvocationOperation call && SemelCreate.Is(call)) || IsKept(creation)) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.RepositoryPerCall, creation.Syntax.GetLocation(), type.Name, method.Name));
    }

    /// <summary>The program itself, or what is called once to set things up.</summary>
    private static bool IsStart(IMethodSymbol method) => method.Name is "Main" or "<Main>$" || method.ContainingType.Name == "Program"
        || method.Parameters.Any(parameter => parameter.Type.Name is "IServiceCollection" or "IServiceProvider" or "IHostApplicationBuilder");

    private static bool IsKept(IOperation creation)
    {
        for (var parent = creation.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
        {
            if (parent is IInvocationOperation call && SemelCreate.Is(call)) return false;
            if (parent is IAssignmentOperation { Target: IMemberReferenceOperation } or IReturnOperation or ICoalesceAssignmentOperation { Target: IMemberReferenceOperation }) return true;
        }

        return false;
    }
}
