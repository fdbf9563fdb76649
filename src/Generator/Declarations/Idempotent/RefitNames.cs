using Microsoft.CodeAnalysis;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>Refit's attributes, known by name: nothing of Refit is referenced.</summary>
internal static class RefitNames
{
    private const string Namespace = "Refit";

    private static readonly string[] Verbs = ["Get", "Post", "Put", "Patch", "Delete"];

    /// <summary>The verb and the route of a method, without a query; null where it has none.</summary>
    public static (string Verb, string Route)? RouteOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (!IsRefit(attribute.AttributeClass, out var name)) continue;
            var verb = Verbs.FirstOrDefault(candidate => name == candidate + "Attribute");
            if (verb is not null && attribute.ConstructorArguments.FirstOrDefault().Value is string route) return (verb, route.Split('?')[0].TrimEnd('/'));
        }

        return null;
    }

    /// <summary>The header that a parameter carries; null where it carries none.</summary>
    public static string? HeaderOf(IParameterSymbol parameter) => parameter.GetAttributes()
        .Where(attribute => IsRefit(attribute.AttributeClass, out var name) && name == "HeaderAttribute")
        .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string).FirstOrDefault();

    public static bool IsHeaderCollection(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(attribute => IsRefit(attribute.AttributeClass, out var name) && name == "HeaderCollectionAttribute");

    /// <summary>True for the route of one item of a collection: the collection's and one placeholder more.</summary>
    public static bool IsItemOf(string route, string collection)
    {
        if (!route.StartsWith(collection + "/{", StringComparison.Ordinal) || !route.EndsWith("}", StringComparison.Ordinal)) return false;
        return route.IndexOf('/', collection.Length + 1) < 0;
    }

    private static bool IsRefit(INamedTypeSymbol? type, out string name)
    {
        name = type?.Name ?? "";
        return type?.ContainingNamespace?.ToDisplayString() == Namespace;
    }
}
