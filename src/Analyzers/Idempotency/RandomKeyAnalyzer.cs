using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;
using Semel.Analyzers.Idempotency.Record;
using Semel.Analyzers.Names;
using Semel.Analyzers.Runtime;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3009: an idempotency key, or the name of an instance, is another one on every run.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RandomKeyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.RandomKey];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(AnalyzeCall, OperationKind.Invocation);
        context.RegisterOperationAction(AnalyzeAssignment, OperationKind.SimpleAssignment);
    }

    private static void AnalyzeCall(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (SemelCreate.Is(call) && SemelCreate.Instance(call) is { } instance) Report(context, instance.Value, "The instance");
        foreach (var argument in call.Arguments)
        {
            if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter is { } parameter && IdempotencyWords.IsKey(parameter.Name)) Report(context, argument.Value, "The idempotency key");
        }

        if (!call.TargetMethod.Name.Contains("Add") && !call.TargetMethod.Name.Contains("Header") && call.TargetMethod.Name is not "Set") return;
        for (var i = 0; i + 1 < call.Arguments.Length; i++)
        {
            if (Origin.Bare(call.Arguments[i].Value).ConstantValue is { HasValue: true, Value: string name } && IdempotencyWords.IsKey(name)) Report(context, call.Arguments[i + 1].Value, "The idempotency key");
        }
    }

    /// <summary>Of a request or its options; an entity may keep the key that it is given once.</summary>
    private static void AnalyzeAssignment(OperationAnalysisContext context)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: var property })
        {
            if (property.IsIndexer)
            {
                if (((IPropertyReferenceOperation)assignment.Target).Arguments is [{ Value.ConstantValue: { HasValue: true, Value: string name } }] && IdempotencyWords.IsKey(name)) Report(context, assignment.Value, "The idempotency key");
            }
            else if (IdempotencyWords.IsKey(property.Name) && Words.Mentions(property.ContainingType.Name, "option", "request", "param", "header", "message", "setting", "command", "anonymous"))
            {
                Report(context, assignment.Value, "The idempotency key");
            }
        }
    }

    private static void Report(OperationAnalysisContext context, IOperation value, string what)
    {
        if (!IsRandom(value) || IsKept(value) || TestCode.Is(context.ContainingSymbol.ContainingType)) return;
        context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.RandomKey, value.Syntax.GetLocation(), what));
    }

    private static bool IsRandom(IOperation value) => Origin.Values(value).SelectMany(origin => origin.DescendantsAndSelf()).Any(operation => operation switch
    {
        IInvocationOperation { TargetMethod: { ContainingType.Name: "Guid", Name: "NewGuid" or "CreateVersion7" } } => true,
        IInvocationOperation { TargetMethod.ContainingType.Name: "Random" or "RandomNumberGenerator" } => true,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "Stopwatch", Name: "GetTimestamp" } or { ContainingType.Name: "Path", Name: "GetRandomFileName" } or { Name: "GetUtcNow" or "GetLocalNow" } } => true,
        IPropertyReferenceOperation { Property: { ContainingType.Name: "DateTime" or "DateTimeOffset", Name: "Now" or "UtcNow" } or { ContainingType.Name: "Environment", Name: "TickCount" or "TickCount64" } } => true,
        ILocalReferenceOperation local => Origin.Assigned(local.Local, local).Any(assigned => assigned is not ILocalReferenceOperation && assigned.DescendantsAndSelf().Any(inner => inner is IInvocationOperation { TargetMethod: { ContainingType.Name: "Guid", Name: "NewGuid" } })),
        _ => false,
    });

    /// <summary>Written down before it is sent, so that the next run finds it.</summary>
    private static bool IsKept(IOperation value) => value.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Any(key => Origin.Root(value).Descendants().Any(operation =>
        operation is IInvocationOperation call && RecordCall.Is(call) && call.Arguments.Any(argument => argument.DescendantsAndSelf().Any(inner => inner is ILocalReferenceOperation local && Origin.Same(local.Local, key.Local)))));
}
