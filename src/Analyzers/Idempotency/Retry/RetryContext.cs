using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Http;

namespace Semel.Analyzers.Idempotency.Retry;

/// <summary>Finds what repeats a call: a pipeline around it, a loop with a catch, a catch that calls again.</summary>
internal static class RetryContext
{
    /// <summary>The lambda, loop or catch within which a call is repeated; null where nothing repeats it.</summary>
    public static IOperation? Around(IOperation call, IMethodSymbol? unit)
    {
        IOperation? handedOver = call is IMethodReferenceOperation ? call : null;
        for (var node = call; node.Parent is { } parent && node is not ILocalFunctionOperation; node = parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda: handedOver = lambda; break;
                case IInvocationOperation outer when handedOver is not null:
                    if (Pipelines.Repeat(outer)) return handedOver;
                    handedOver = null;
                    break;
                case IWhileLoopOperation or IForLoopOperation when RetryLoop.Repeats((ILoopOperation)parent, call): return parent;
                case ICatchClauseOperation { Parent: ITryOperation attempt } clause when call is IInvocationOperation again && CallsSame(attempt.Body, again): return clause;
                case ITryOperation attempt when ReferenceEquals(node, attempt.Body) && unit is not null && attempt.Catches.Any(clause => CallsItself(clause, unit)): return attempt;
            }
        }

        return null;
    }

    private static bool CallsSame(IOperation body, IInvocationOperation again) => body.Descendants().Any(operation =>
        operation is IInvocationOperation first && Origin.Same(first.TargetMethod, again.TargetMethod) && (PostCall.Match(first) is not null || first.TargetMethod.MethodKind == MethodKind.LocalFunction || again.Instance is IInstanceReferenceOperation));

    private static bool CallsItself(ICatchClauseOperation clause, IMethodSymbol unit) => clause.Handler.Descendants().Any(operation =>
        operation is IInvocationOperation call && Origin.Same(CallSite.Definition(call.TargetMethod), unit));
}
