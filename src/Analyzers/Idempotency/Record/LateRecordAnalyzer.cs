using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;

namespace Semel.Analyzers.Idempotency.Record;

/// <summary>SEM3004: between a create and the record of its id there is something that can fail.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LateRecordAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.LateRecord];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockStartAction(static start =>
        {
            var (creates, records) = (new ConcurrentQueue<IInvocationOperation>(), new ConcurrentQueue<IInvocationOperation>());
            start.RegisterOperationAction(
                operation =>
                {
                    var call = (IInvocationOperation)operation.Operation;
                    if (RecordCall.Is(call)) records.Enqueue(call);
                    else if (CreateCall.Is(call)) creates.Enqueue(call);
                },
                OperationKind.Invocation);
            start.RegisterOperationBlockEndAction(end =>
            {
                if (creates.IsEmpty || records.IsEmpty || TestCode.Is(end.OwningSymbol.ContainingType)) return;
                var ordered = records.OrderBy(record => record.Syntax.SpanStart).ToList();
                var reported = new HashSet<IInvocationOperation>();
                foreach (var create in creates.OrderByDescending(create => create.Syntax.SpanStart)) Analyze(end, create, ordered, reported);
            });
        });
    }

    /// <summary>Only the first record counts: what comes later is a change of it.</summary>
    private static void Analyze(OperationBlockAnalysisContext context, IInvocationOperation create, List<IInvocationOperation> records, HashSet<IInvocationOperation> reported)
    {
        var body = CallSite.BodyOf(create);
        foreach (var record in records)
        {
            if (record.Syntax.SpanStart < create.Syntax.Span.End || record.Syntax.Span.Contains(create.Syntax.Span) || !ReferenceEquals(CallSite.BodyOf(record), body)) continue;
            var flow = new CreatedFlow(create, body, record.Syntax.Span.End);
            if (!flow.Reaches(record, create)) continue;
            if (Between.FirstObstacle(create, record, body, flow) is { } obstacle && reported.Add(record))
                context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.LateRecord, CallName.Of(record), [create.Syntax.GetLocation()], create.TargetMethod.Name, obstacle));
            return;
        }
    }
}
