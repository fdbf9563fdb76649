using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Semel.Analyzers.Flow;

/// <summary>Whether a statement always leaves the code after it.</summary>
internal static class Exits
{
    public static bool Always(IOperation? statement) => statement switch
    {
        IReturnOperation { Kind: not OperationKind.YieldReturn } or IThrowOperation or IBranchOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: { Name: "Exit" or "FailFast", ContainingType.Name: "Environment" } } } => true,
        IBlockOperation block => block.Operations.Any(Always),
        IConditionalOperation { WhenFalse: { } otherwise } conditional => Always(conditional.WhenTrue) && Always(otherwise),
        ITryOperation attempt => Always(attempt.Body) && attempt.Catches.All(clause => Always(clause.Handler)) || attempt.Finally is { } last && Always(last),
        IUsingOperation scope => Always(scope.Body),
        ILockOperation scope => Always(scope.Body),
        _ => false,
    };

    /// <summary>Whether it leaves by throwing.</summary>
    public static bool Throws(IOperation? statement) => statement switch
    {
        IThrowOperation => true,
        IExpressionStatementOperation { Operation: var operation } => Origin.Bare(operation) is IThrowOperation,
        IBlockOperation block => block.Operations.Any(Throws),
        _ => false,
    };
}
