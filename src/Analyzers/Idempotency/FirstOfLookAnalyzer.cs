using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;
using Semel.Analyzers.Idempotency.Record;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3008: of what a look found, the first is taken, though there may be several.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FirstOfLookAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.FirstOfLook];

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
        if (call.TargetMethod is not { Name: "First" or "FirstOrDefault", ContainingType.Name: "Enumerable" } || call.Arguments.Length == 0) return;
        if (!IsLook(call.Arguments[0].Value) || !MeansOne(call)) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.FirstOfLook, CallName.Of(call), call.TargetMethod.Name, call.TargetMethod.Name == "First" ? "Single" : "SingleOrDefault"));
    }

    /// <summary>What an API was asked for, awaited, possibly filtered since; sorted it has a first one on purpose.</summary>
    private static bool IsLook(IOperation source, int depth = 6)
    {
        if (depth == 0) return false;
        foreach (var origin in Origin.Values(source))
        {
            var all = origin.DescendantsAndSelf().OfType<IInvocationOperation>().ToList();
            if (all.Any(call => call.TargetMethod.Name.StartsWith("OrderBy", StringComparison.Ordinal))) return false;
            if (all.Any(call => Words.OfMethod(call.TargetMethod.Name)[0] is "list" or "search" or "find" or "query" or "get" or "fetch" && (RecordCall.IsClient(call) || call.TargetMethod.Name.StartsWith("GetFromJson", StringComparison.Ordinal)))) return true;
            if (all.Count > 0 && all[0].TargetMethod.ContainingType.Name == "Enumerable" && all[0].Arguments.Length > 0 && !ReferenceEquals(all[0].Arguments[0].Value, source) && IsLook(all[0].Arguments[0].Value, depth - 1)) return true;
            if (origin is IMemberReferenceOperation { Instance: { } owner } && IsLook(owner, depth - 1)) return true;
        }

        return false;
    }

    /// <summary>It is compared by a name, or the method creates what it doesn't find.</summary>
    private static bool MeansOne(IInvocationOperation call) =>
        call.Arguments.Skip(1).Any(argument => argument.Descendants().Any(operation => operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, LeftOperand: var left } && Origin.Bare(left) is IMemberReferenceOperation { Member.Name: var member } && Words.Mentions(member, "name", "hostname", "email", "slug", "title", "label", "external")))
        || Creates.IsIn(CallSite.BodyOf(call));
}
