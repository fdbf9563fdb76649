using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Idempotency.Record;

/// <summary>What can fail between a create and its record: an await, a loop, a throw.</summary>
internal static class Between
{
    /// <summary>What it is, for the message; null where nothing is in between, or where the record isn't reached from the create.</summary>
    public static string? FirstObstacle(IInvocationOperation create, IInvocationOperation record, IOperation body, CreatedFlow flow)
    {
        if (AreExclusive(create, record)) return null;
        if (LoopThatEndsBefore(create, record)) return "the loop around it";
        foreach (var operation in body.Descendants().OrderBy(operation => operation.Syntax.SpanStart))
        {
            if (operation.Syntax.SpanStart < create.Syntax.Span.End || operation.Syntax.Span.End > record.Syntax.SpanStart || IsElsewhere(operation, body, create)) continue;
            var obstacle = operation switch
            {
                IAwaitOperation awaited when !Reads(awaited.Operation) => $"'await {NameOf(awaited.Operation)}'",
                IForEachLoopOperation { IsAsynchronous: false } => null,
                IWhileLoopOperation => "a loop",
                IThrowOperation thrown when !IsAboutReply(thrown, flow, body) => "a throw",
                _ => null,
            };
            if (obstacle is not null && !IsInFailure(operation, body, create)) return obstacle;
        }

        return null;
    }

    /// <summary>What takes the answer apart is no step of its own.</summary>
    private static bool Reads(IOperation awaited)
    {
        var bare = Origin.Bare(awaited);
        return bare is not IInvocationOperation call || Words.Mentions(call.TargetMethod.Name, "read", "deserialize", "parse", "dispose", "ensuresuccess", "receive", "getjson", "copyto", "switchto", "yield");
    }

    private static string NameOf(IOperation awaited) => Origin.Bare(awaited) is IInvocationOperation call ? call.TargetMethod.Name : awaited.Syntax.ToString();

    /// <summary>In a lambda, a local function or a handler of failures: not on the way.</summary>
    private static bool IsElsewhere(IOperation operation, IOperation body, IOperation create)
    {
        for (var parent = operation.Parent; parent is not null && !ReferenceEquals(parent, body); parent = parent.Parent)
        {
            if (parent is ICatchClauseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation && !parent.Syntax.Span.Contains(create.Syntax.Span)) return true;
        }

        return false;
    }

    /// <summary>An await in a branch that always leaves: the create failed.</summary>
    private static bool IsInFailure(IOperation operation, IOperation body, IOperation create)
    {
        if (operation is IThrowOperation) return false;
        for (var node = operation; node.Parent is { } parent && !ReferenceEquals(parent, body); node = parent)
        {
            if (parent is IConditionalOperation conditional && !ReferenceEquals(node, conditional.Condition) && !parent.Syntax.Span.Contains(create.Syntax.Span) && Exits.Always(node)) return true;
        }

        return false;
    }

    /// <summary>A throw because the reply is no success or holds nothing: there is no id to record.</summary>
    private static bool IsAboutReply(IThrowOperation thrown, CreatedFlow flow, IOperation body)
    {
        for (IOperation node = thrown; node.Parent is { } parent && !ReferenceEquals(parent, body); node = parent)
        {
            switch (parent)
            {
                case ICoalesceOperation: return true;
                case IConditionalOperation conditional when !ReferenceEquals(node, conditional.Condition):
                    return PresenceReader.Read(conditional.Condition, flow.Mentions) != Presence.Unknown
                        || conditional.Condition.DescendantsAndSelf().Any(operation => operation is IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" or "StatusCode" or "IsSuccessful" or "Success" or "Errors" or "ErrorMessage" });
                case ISwitchExpressionArmOperation or ISwitchCaseOperation: return true;
            }
        }

        return false;
    }

    /// <summary>A loop around the create that the record isn't in: everything of earlier rounds is lost when a later one fails.</summary>
    private static bool LoopThatEndsBefore(IOperation create, IOperation record)
    {
        for (var parent = create.Parent; parent is not null && !parent.Syntax.Span.Contains(record.Syntax.Span); parent = parent.Parent)
        {
            if (parent is ILoopOperation loop && !Exits.Always(loop.Body)) return !EndsAfterCreate(loop, create);
        }

        return false;
    }

    /// <summary>A loop that is left once the create succeeded has no earlier rounds.</summary>
    private static bool EndsAfterCreate(ILoopOperation loop, IOperation create) => loop is not IForEachLoopOperation && loop.Body.Descendants().Any(operation =>
        operation is IBranchOperation { BranchKind: BranchKind.Break } or IReturnOperation && operation.Syntax.SpanStart > create.Syntax.SpanStart);

    /// <summary>Two branches of one condition: never both.</summary>
    private static bool AreExclusive(IOperation create, IOperation record)
    {
        for (IOperation node = create; node.Parent is { } parent; node = parent)
        {
            if (!parent.Syntax.Span.Contains(record.Syntax.Span)) continue;
            return parent is IConditionalOperation conditional && !ReferenceEquals(node, conditional.Condition) || parent is ISwitchOperation or ISwitchExpressionOperation
                || parent is ITryOperation attempt && attempt.Catches.Any(clause => clause.Syntax.Span.Contains(record.Syntax.Span));
        }

        return false;
    }
}
