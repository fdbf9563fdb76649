using Microsoft.CodeAnalysis;

namespace Semel.Analyzers.Http;

/// <summary>A method of an interface whose attribute says that it POSTs, as Refit, RestEase and others have it.</summary>
internal static class RefitMethod
{
    /// <summary>The path of <c>[Post("/v2/droplets")]</c>; null where the method has no such attribute.</summary>
    public static string? PathOf(IMethodSymbol method)
    {
        if (method.ContainingType?.TypeKind != TypeKind.Interface) return null;
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "PostAttribute" or "Post")
                return attribute.ConstructorArguments.Length > 0 && attribute.ConstructorArguments[0].Value is string path ? path : "";
        }

        return null;
    }

    /// <summary>Whether a header of the method, of a parameter or of the interface is an idempotency key.</summary>
    public static bool SendsKey(IMethodSymbol method) =>
        method.GetAttributes().Concat(method.ContainingType.GetAttributes()).Concat(method.Parameters.SelectMany(parameter => parameter.GetAttributes()))
            .Where(attribute => attribute.AttributeClass?.Name is "HeaderAttribute" or "HeadersAttribute" or "Header" or "Headers" or "QueryAttribute" or "AliasAsAttribute")
            .SelectMany(attribute => attribute.ConstructorArguments).SelectMany(Texts).Any(IdempotencyWords.IsKey)
        || method.Parameters.Any(parameter => IdempotencyWords.IsKey(parameter.Name));

    private static IEnumerable<string> Texts(TypedConstant constant) => constant.Kind == TypedConstantKind.Array
        ? constant.Values.SelectMany(Texts)
        : constant.Value is string text ? [text] : [];
}
