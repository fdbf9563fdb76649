using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Semel.Analyzers.Flow;

namespace Semel.Analyzers.Http;

/// <summary>Recognises a value that names an HTTP method: <c>HttpMethod.Post</c>, <c>Method.Post</c>, <c>"POST"</c>, <c>new HttpMethod("POST")</c>.</summary>
internal static class HttpVerb
{
    public static bool IsPost(IOperation value) => Is(value, "POST");

    public static bool Is(IOperation value, string verb)
    {
        foreach (var origin in Origin.Values(value))
        {
            if (Names(origin, verb)) return true;
        }

        return false;
    }

    private static bool Names(IOperation value, string verb) => value switch
    {
        IPropertyReferenceOperation { Property: var property } => property.IsStatic && Equal(property.Name, verb) && property.ContainingType.Name is "HttpMethod",
        IFieldReferenceOperation { Field: var field } when field.ContainingType.TypeKind == TypeKind.Enum => Equal(field.Name, verb) && IsVerbType(field.ContainingType),
        IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false } field } => Equal(field.Name, verb) && IsVerbType(field.ContainingType),
        IObjectCreationOperation { Type.Name: "HttpMethod", Arguments: [{ } name] } => IsText(name.Value, verb),
        IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "HttpMethod" }, Arguments: [{ } name] } => IsText(name.Value, verb),
        _ => IsText(value, verb),
    };

    private static bool IsText(IOperation value, string verb) => value.ConstantValue is { HasValue: true, Value: string text } && Equal(text, verb);

    private static bool IsVerbType(INamedTypeSymbol type) => type.Name.EndsWith("Method", StringComparison.Ordinal) || type.Name.EndsWith("Methods", StringComparison.Ordinal)
        || type.Name.EndsWith("Verb", StringComparison.Ordinal) || type.Name.EndsWith("Verbs", StringComparison.Ordinal);

    private static bool Equal(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
