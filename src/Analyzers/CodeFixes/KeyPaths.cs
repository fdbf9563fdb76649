using Microsoft.CodeAnalysis;
using Semel.Analyzers.Names;

namespace Semel.Analyzers.CodeFixes;

/// <summary>Which part of a parameter names a resource.</summary>
internal static class KeyPaths
{
    private static readonly string[] Naming = ["Name", "ExternalId", "Email", "Slug", "Hostname", "Key", "Label", "Title"];

    /// <summary>A text or number itself; of a request the property that names: <c>request.Name</c>; null: nothing does, or it is secret.</summary>
    public static string? Of(IParameterSymbol parameter)
    {
        if (Words.Mentions(parameter.Name, "password", "secret", "token", "credential")) return null;
        if (IsPlain(parameter.Type)) return parameter.Name;
        if (parameter.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type || type.ContainingNamespace?.ToString() is "System" or "System.Threading" || type.Name is "HttpClient" or "SemelContext") return null;
        foreach (var name in Naming)
        {
            for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
            {
                if (current.GetMembers(name).OfType<IPropertySymbol>().Any(property => IsPlain(property.Type))) return parameter.Name + "." + name;
            }
        }

        return null;
    }

    public static bool IsText(string path, IMethodSymbol method) =>
        !path.Contains(".") && method.Parameters.First(parameter => parameter.Name == path).Type.SpecialType == SpecialType.System_String;

    private static bool IsPlain(ITypeSymbol type) => type.SpecialType is SpecialType.System_String or SpecialType.System_Int32 or SpecialType.System_Int64 || type.Name == "Guid" || type.TypeKind == TypeKind.Enum;
}
