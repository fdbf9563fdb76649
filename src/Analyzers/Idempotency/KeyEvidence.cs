using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Http;

namespace Semel.Analyzers.Idempotency;

/// <summary>Whether code sends an idempotency key, by any of its names.</summary>
internal static class KeyEvidence
{
    public static bool In(IOperation body)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (Names(operation)) return true;
        }

        return false;
    }

    /// <summary>A parameter that is a key, or whose type can carry one.</summary>
    public static bool In(IMethodSymbol method) => method.Parameters.Any(parameter => IdempotencyWords.IsKey(parameter.Name) || CanCarryKey(parameter.Type));

    private static bool Names(IOperation operation) => operation switch
    {
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => IdempotencyWords.IsKey(text),
        IFieldReferenceOperation { Field: var field } => IdempotencyWords.IsKey(field.Name) || field.ConstantValue is string text && IdempotencyWords.IsKey(text),
        IPropertyReferenceOperation { Property.Name: var name } => IdempotencyWords.IsKey(name),
        ILocalReferenceOperation { Local.Name: var name } => IdempotencyWords.IsKey(name),
        IParameterReferenceOperation { Parameter.Name: var name } => IdempotencyWords.IsKey(name),
        IInvocationOperation { TargetMethod.Name: var name } => IdempotencyWords.IsKey(name),
        IArgumentOperation { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter } argument => IdempotencyWords.IsKey(parameter.Name) && argument.Value.ConstantValue is not { HasValue: true, Value: null },
        _ => false,
    };

    private static bool CanCarryKey(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if (current.GetMembers().Any(member => member is IPropertySymbol or IFieldSymbol && IdempotencyWords.IsKey(member.Name))) return true;
        }

        return false;
    }
}
