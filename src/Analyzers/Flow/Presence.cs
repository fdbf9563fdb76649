using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.Flow;

/// <summary>What a condition says of something that was looked for, when it is true.</summary>
internal enum Presence
{
    /// <summary>Nothing that can be told.</summary>
    Unknown,

    /// <summary>It is there.</summary>
    Present,

    /// <summary>It isn't.</summary>
    Absent,
}

/// <summary>Reads conditions such as <c>existing is null</c>, <c>!await ExistsAsync(name)</c>, <c>response.StatusCode == NotFound</c>.</summary>
internal static class PresenceReader
{
    private const int MaxDepth = 12;

    /// <param name="condition">The condition.</param>
    /// <param name="isLook">Whether an operand is the result of a look.</param>
    public static Presence Read(IOperation condition, Func<IOperation, bool> isLook) => Read(condition, isLook, MaxDepth);

    private static Presence Read(IOperation condition, Func<IOperation, bool> isLook, int depth)
    {
        if (depth == 0) return Presence.Unknown;
        var bare = Origin.Bare(condition);
        return bare switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Opposite(Read(not.Operand, isLook, depth - 1)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both => Either(Read(both.LeftOperand, isLook, depth - 1), Read(both.RightOperand, isLook, depth - 1)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal => Compare(equal, isLook),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } different => Opposite(Compare(different, isLook)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } more when IsCount(more.LeftOperand) && isLook(more.LeftOperand) => Presence.Present,
            IIsPatternOperation match when isLook(match.Value) => OfPattern(match),
            IIsPatternOperation => Presence.Unknown,
            IInvocationOperation { TargetMethod.Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", Arguments: [{ } text] } => isLook(text.Value) ? Presence.Absent : Presence.Unknown,
            IInvocationOperation call when call.Type?.SpecialType == SpecialType.System_Boolean || call.Type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] } => isLook(call) ? Presence.Present : Presence.Unknown,
            IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" or "IsSuccessful" or "HasValue" or "Exists" or "Found" or "Success" } property => isLook(property) ? Presence.Present : Presence.Unknown,
            ILocalReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } local => OfLocal(local, isLook, depth - 1),
            _ => Presence.Unknown,
        };
    }

    public static Presence Opposite(Presence presence) => presence switch
    {
        Presence.Unknown => Presence.Unknown,
        Presence.Present => Presence.Absent,
        Presence.Absent => Presence.Present,
    };

    private static Presence Either(Presence one, Presence other) => one == Presence.Unknown ? other : one;

    private static Presence OfLocal(ILocalReferenceOperation local, Func<IOperation, bool> isLook, int depth)
    {
        foreach (var value in Origin.Assigned(local.Local, local))
        {
            if (value is not ILocalReferenceOperation && Read(value, isLook, depth) is var presence && presence != Presence.Unknown) return presence;
        }

        return Presence.Unknown;
    }

    private static Presence Compare(IBinaryOperation comparison, Func<IOperation, bool> isLook)
    {
        var (left, right) = (Origin.Bare(comparison.LeftOperand), Origin.Bare(comparison.RightOperand));
        var (value, other) = isLook(left) ? (left, right) : (right, left);
        if (!isLook(value)) return Presence.Unknown;
        if (other.ConstantValue is { HasValue: true, Value: null } or { Value: 0 } or { Value: false }) return Presence.Absent;
        if (other is IFieldReferenceOperation { Field.Name: "NotFound" or "Gone" } or { ConstantValue.Value: 404 }) return Presence.Absent;
        if (other is IFieldReferenceOperation { Field.Name: "OK" } or { ConstantValue.Value: 200 or true }) return Presence.Present;
        return other is IDefaultValueOperation ? Presence.Absent : Presence.Unknown;
    }

    private static Presence OfPattern(IIsPatternOperation match) => OfPattern(match.Pattern);

    private static Presence OfPattern(IPatternOperation pattern) => pattern switch
    {
        INegatedPatternOperation negated => Opposite(OfPattern(negated.Pattern)),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null or 0 or false or 404 } } => Presence.Absent,
        IConstantPatternOperation { Value: var value } when Origin.Bare(value) is IFieldReferenceOperation { Field.Name: "NotFound" or "Gone" } => Presence.Absent,
        _ => Presence.Present,
    };

    private static bool IsCount(IOperation operation) => Origin.Bare(operation) switch
    {
        IPropertyReferenceOperation { Property.Name: var name } => Words.Mentions(name, "count", "length", "total"),
        IInvocationOperation { TargetMethod.Name: var name } => Words.Mentions(name, "count"),
        ILocalReferenceOperation { Local.Name: var name } => Words.Mentions(name, "count", "total"),
        _ => false,
    };
}
