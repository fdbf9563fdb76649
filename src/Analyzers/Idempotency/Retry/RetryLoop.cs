using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;

namespace Semel.Analyzers.Idempotency.Retry;

/// <summary>A loop that ends when a call succeeds and goes round again when it fails. One that takes the next item, or the next tick, is none.</summary>
internal static class RetryLoop
{
    public static bool Repeats(ILoopOperation loop, IOperation call) => EndsOnSuccess(loop, call) && (GoesOnAfterCatch(loop, call) || GoesOnAfterStatus(loop, call));

    /// <summary>A catch, around the call and in this loop, that neither leaves the loop nor is for 429 alone.</summary>
    private static bool GoesOnAfterCatch(ILoopOperation loop, IOperation call)
    {
        for (var node = call; !ReferenceEquals(node, loop) && node.Parent is { } parent; node = parent)
        {
            if (parent is ITryOperation attempt && ReferenceEquals(node, attempt.Body) && attempt.Catches.Any(clause => !Leaves(clause.Handler) && !IsForTooManyRequests(clause.Filter))) return true;
            if (parent is IForEachLoopOperation) return false;
        }

        return false;
    }

    /// <summary><c>if (response.IsSuccessStatusCode) return …;</c> in a loop whose body has no other end.</summary>
    private static bool GoesOnAfterStatus(ILoopOperation loop, IOperation call) =>
        loop.Body is IBlockOperation body && !Leaves(body) && !IsIn(call, loop.Descendants().OfType<IForEachLoopOperation>())
        && body.Descendants().OfType<IConditionalOperation>().Any(conditional =>
            conditional.Syntax.SpanStart >= call.Syntax.SpanStart && Leaves(conditional.WhenTrue) && !Exits.Throws(conditional.WhenTrue) && IsSuccess(conditional.Condition));

    private static bool EndsOnSuccess(ILoopOperation loop, IOperation call)
    {
        var condition = loop switch { IWhileLoopOperation { Condition: { } asked } => asked, IForLoopOperation { Condition: { } asked } => asked, _ => null };
        foreach (var operation in loop.Body.Descendants())
        {
            if (operation.Syntax.Span.End < call.Syntax.Span.Start || IsInCatch(operation, loop)) continue;
            if (operation is IReturnOperation { Kind: OperationKind.Return } or IBranchOperation { BranchKind: BranchKind.Break }) return true;
            if (operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } && condition?.Descendants().OfType<ILocalReferenceOperation>().Any(asked => Origin.Same(asked.Local, target.Local)) == true) return true;
        }

        return false;
    }

    private static bool Leaves(IOperation statement) => statement switch
    {
        IReturnOperation or IThrowOperation => true,
        IBranchOperation branch => branch.BranchKind != BranchKind.Continue,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBlockOperation block => block.Operations.Any(Leaves),
        IConditionalOperation { WhenFalse: { } otherwise } conditional => Leaves(conditional.WhenTrue) && Leaves(otherwise),
        _ => false,
    };

    private static bool IsSuccess(IOperation condition) => condition is not IUnaryOperation && condition.DescendantsAndSelf().Any(operation =>
        operation is IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" or "IsSuccessful" } or IFieldReferenceOperation { Field.Name: "Created" or "OK" });

    private static bool IsForTooManyRequests(IOperation? filter) => filter?.DescendantsAndSelf().Any(operation =>
        operation is IFieldReferenceOperation { Field.Name: "TooManyRequests" } or ILiteralOperation { ConstantValue: { HasValue: true, Value: 429 } }) == true;

    private static bool IsIn(IOperation call, IEnumerable<IForEachLoopOperation> loops) => loops.Any(loop => loop.Syntax.Span.Contains(call.Syntax.Span));

    private static bool IsInCatch(IOperation operation, IOperation loop)
    {
        for (var parent = operation.Parent; parent is not null && !ReferenceEquals(parent, loop); parent = parent.Parent)
        {
            if (parent is ICatchClauseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation) return true;
        }

        return false;
    }
}
