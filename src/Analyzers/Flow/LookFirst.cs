using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Semel.Analyzers.Flow;

/// <summary>Whether a create is reached only where a look found nothing.</summary>
internal static class LookFirst
{
    /// <param name="create">The create, or the call that leads to it.</param>
    /// <param name="within">What is repeated: a look in front of it doesn't count. Null: the whole method.</param>
    public static bool Guards(IOperation create, IOperation? within = null)
    {
        for (IOperation node = create; node.Parent is { } parent && node is not ILocalFunctionOperation && !ReferenceEquals(node, within); node = parent)
        {
            switch (parent)
            {
                case IConditionalOperation conditional when !ReferenceEquals(node, conditional.Condition):
                    var wanted = ReferenceEquals(node, conditional.WhenTrue) ? Presence.Absent : Presence.Present;
                    if (PresenceReader.Read(conditional.Condition, operand => IsLook(operand) || IsState(operand, conditional)) == wanted) return true;
                    break;
                case ICoalesceOperation coalesce when ReferenceEquals(node, coalesce.WhenNull) && (IsLook(coalesce.Value) || IsStored(coalesce.Value)):
                case ICoalesceAssignmentOperation assignment when ReferenceEquals(node, assignment.Value) && (IsLook(assignment.Target) || IsStored(assignment.Target)):
                case ICatchClauseOperation { Parent: ITryOperation attempt } when LooksAndReturns(attempt.Body):
                    return true;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation { Value: var value } } when IsLook(value):
                case ISwitchCaseOperation { Parent: ISwitchOperation { Value: var switched } } when IsLook(switched):
                    return true;
                case IBlockOperation block:
                    foreach (var statement in block.Operations.TakeWhile(statement => !ReferenceEquals(statement, node)))
                    {
                        if (LeavesWhenPresent(statement)) return true;
                    }

                    break;
            }
        }

        return false;
    }

    /// <summary><c>if (found) return …;</c>, a loop over a list that returns a match, or a try that returns what was read.</summary>
    private static bool LeavesWhenPresent(IOperation statement) => statement switch
    {
        IConditionalOperation conditional => Exits.Always(conditional.WhenTrue)
            && (PresenceReader.Read(conditional.Condition, operand => IsLook(operand) || IsStored(operand) || IsFilled(operand)) == Presence.Present || ReturnsLook(conditional)),
        ILoopOperation loop => loop is IForEachLoopOperation each
            ? LookCall.IsIn(each.Collection) && each.Body.DescendantsAndSelf().Any(operation => operation is IReturnOperation)
            : loop.Body is IBlockOperation body && body.Operations.Any(LeavesWhenPresent),
        ITryOperation attempt => LooksAndReturns(attempt.Body),
        IUsingOperation { Body: IBlockOperation body } => body.Operations.Any(LeavesWhenPresent),
        IBlockOperation block => block.Operations.Any(LeavesWhenPresent),
        ISwitchOperation choice => IsLook(choice.Value) && choice.Cases.Any(section => section.Body.Any(operation => operation is IReturnOperation)),
        _ => false,
    };

    /// <summary>Returns what a look found: <c>if (candidates.Count == 1) return candidates[0];</c>.</summary>
    private static bool ReturnsLook(IConditionalOperation conditional) =>
        LookCall.IsIn(conditional.Condition) && conditional.WhenTrue.DescendantsAndSelf().OfType<IReturnOperation>().Any(result => result.ReturnedValue is { } value && LookCall.IsIn(value));

    private static bool LooksAndReturns(IOperation body) =>
        LookCall.IsIn(body) && body.DescendantsAndSelf().OfType<IReturnOperation>().Any(result => result.ReturnedValue is { } value && value.ConstantValue is not { HasValue: true, Value: null });

    private static bool IsLook(IOperation operand) => LookCall.IsIn(operand);

    /// <summary>A member that remembers: <c>if (_state.ServerId is null) _state.ServerId = await CreateAsync();</c>.</summary>
    private static bool IsState(IOperation operand, IConditionalOperation conditional) => Origin.Bare(operand) is IMemberReferenceOperation member && Fills(conditional, member);

    /// <summary>A member of a parameter that this method fills later: <c>if (order.ShipmentId is not null) return; … order.ShipmentId = created.Id;</c>.</summary>
    private static bool IsFilled(IOperation operand) => Origin.Bare(operand) is IMemberReferenceOperation member && Origin.RootSymbol(member) is IParameterSymbol && Fills(CallSite.BodyOf(member), member);

    private static bool Fills(IOperation code, IMemberReferenceOperation member) => code.DescendantsAndSelf().Any(operation =>
        operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } && Origin.Same(target.Member, member.Member) && Origin.Same(Origin.RootSymbol(target), Origin.RootSymbol(member)));

    /// <summary>A field or property that isn't a part of a parameter: what the object knows itself.</summary>
    private static bool IsStored(IOperation operand) => Origin.Bare(operand) is IMemberReferenceOperation { Member: IFieldSymbol { IsConst: false } or IPropertySymbol } member
        && Origin.RootSymbol(member) is not IParameterSymbol && member.Member.Name is not ("IsSuccessStatusCode" or "StatusCode" or "HasValue" or "IsSuccessful");
}
