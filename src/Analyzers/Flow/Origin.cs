using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Semel.Analyzers.Flow;

/// <summary>Where a value comes from, within one method.</summary>
internal static class Origin
{
    private const int MaxDepth = 6;

    /// <summary>The operation without conversions, parentheses, awaits and <c>ConfigureAwait</c> around it.</summary>
    public static IOperation Bare(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion: operation = conversion.Operand; break;
                case IParenthesizedOperation parenthesized: operation = parenthesized.Operand; break;
                case IAwaitOperation awaited: operation = awaited.Operation; break;
                case IConditionalAccessOperation access: operation = access.WhenNotNull; break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask", Instance: { } instance }: operation = instance; break;
                default: return operation;
            }
        }
    }

    /// <summary>The method body, or initializer, that an operation is in.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    /// <summary>The value itself; for a local what it is initialised with and assigned.</summary>
    public static IEnumerable<IOperation> Values(IOperation operation) => Values(operation, MaxDepth);

    /// <summary>What is assigned to a local anywhere in its method.</summary>
    public static IEnumerable<IOperation> Assigned(ILocalSymbol local, IOperation within)
    {
        foreach (var operation in Root(within).Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Same(declarator.Symbol, local) && declarator.GetVariableInitializer() is { } initializer: yield return initializer.Value; break;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Same(target.Local, local): yield return assignment.Value; break;
                case ICoalesceAssignmentOperation { Target: ILocalReferenceOperation target } assignment when Same(target.Local, local): yield return assignment.Value; break;
            }
        }
    }

    public static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>The local, parameter, field or property that a chain of members begins with: <c>state</c> of <c>state.Server.Id</c>; null for <c>this</c> alone.</summary>
    public static ISymbol? RootSymbol(IOperation? operation)
    {
        while (operation is not null)
        {
            operation = Bare(operation);
            switch (operation)
            {
                case ILocalReferenceOperation local: return local.Local;
                case IParameterReferenceOperation parameter: return parameter.Parameter;
                case IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member: return member.Member;
                case IMemberReferenceOperation member: operation = member.Instance; break;
                case IInvocationOperation { Instance: { } instance }: operation = instance; break;
                case IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [{ } first, ..] }: operation = first.Value; break;
                case IArrayElementReferenceOperation element: operation = element.ArrayReference; break;
                default: return null;
            }
        }

        return null;
    }

    private static IEnumerable<IOperation> Values(IOperation operation, int depth)
    {
        var bare = Bare(operation);
        if (bare is ILocalReferenceOperation local && depth > 0)
        {
            var any = false;
            foreach (var assigned in Assigned(local.Local, bare))
            {
                foreach (var value in Values(assigned, depth - 1))
                {
                    any = true;
                    yield return value;
                }
            }

            if (any) yield break;
        }

        if (bare is IConditionalOperation { WhenFalse: { } whenFalse } conditional && depth > 0)
        {
            foreach (var value in Values(conditional.WhenTrue, depth - 1)) yield return value;
            foreach (var value in Values(whenFalse, depth - 1)) yield return value;
            yield break;
        }

        yield return bare;
    }
}
