using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Runtime;

namespace Semel.Analyzers.Idempotency;

/// <summary>SEM3015: two creates of one model name the same instance, so that the second one reuses what the first one made.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SameKeyTwiceAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [DiagnosticCatalogue.SameKeyTwice];

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
        if (!SemelCreate.Is(call) || Key(call) is not { } key || TestCode.Is(context.ContainingSymbol.ContainingType)) return;
        var body = CallSite.BodyOf(call);
        var earlier = body.Descendants().OfType<IInvocationOperation>().FirstOrDefault(other => other.Syntax.SpanStart < call.Syntax.SpanStart && SemelCreate.Is(other)
            && Origin.Same(other.TargetMethod.OriginalDefinition, call.TargetMethod.OriginalDefinition) && Key(other) == key && Origin.Same(Origin.RootSymbol(other.Instance), Origin.RootSymbol(call.Instance)) && !AreExclusive(other, call)
            && Request(other) != Request(call));
        if (earlier is not null)
            context.ReportDiagnostic(Diagnostic.Create(DiagnosticCatalogue.SameKeyTwice, SemelCreate.Instance(call)!.Value.Syntax.GetLocation(), [earlier.Syntax.GetLocation()], call.TargetMethod.Name, key));
    }

    private static string? Key(IInvocationOperation call) => SemelCreate.Instance(call)?.Value.ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The same request twice is the same wish twice, which is what creates are made for.</summary>
    private static string Request(IInvocationOperation call) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "request")?.Value.Syntax.ToString() ?? "";

    private static bool AreExclusive(IOperation one, IOperation other)
    {
        for (var node = one; node.Parent is { } parent; node = parent)
        {
            if (parent.Syntax.Span.Contains(other.Syntax.Span)) return parent is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation or ITryOperation;
        }

        return false;
    }
}
