using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;

namespace Semel.Analyzers.Runtime;

/// <summary>SEM4002: what a create returned is deleted, though it may have been adopted and not made.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredOutcomeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.IgnoredOutcome];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var create = (IInvocationOperation)context.Operation;
        if (!SemelCreate.Is(create) || !Adopts(create.TargetMethod) || SemelCreate.Result(create) is not { } result) return;
        var uses = Origin.Root(create).Descendants().OfType<ILocalReferenceOperation>().Where(use => Origin.Same(use.Local, result)).ToList();
        if (uses.Any(use => use.Parent is IPropertyReferenceOperation { Property.Name: "Outcome" } or IRecursivePatternOperation or IIsPatternOperation)) return;
        foreach (var use in uses)
        {
            if (DeletionOf(use) is { } deletion) context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.IgnoredOutcome, CallName.Of(deletion), result.Name));
        }
    }

    /// <summary><c>OnExists.Adopt</c> or <c>OnExists.Update</c>, declared on the model or on the method.</summary>
    private static bool Adopts(IMethodSymbol create)
    {
        var declared = SemelCreate.Declared(create.ContainingType, "OnExists")
            ?? create.GetAttributes().Where(attribute => attribute.AttributeClass?.Name == "IdempotentAttribute").SelectMany(attribute => attribute.NamedArguments).Where(argument => argument.Key == "OnExists").Select(argument => (TypedConstant?)argument.Value).FirstOrDefault();
        return declared?.Value is 1 or 2;
    }

    private static IInvocationOperation? DeletionOf(IOperation use)
    {
        for (var parent = use.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
        {
            if (parent is IInvocationOperation { TargetMethod.Name: var name } call && name.StartsWith("Delete", StringComparison.Ordinal)) return call;
        }

        return null;
    }
}
