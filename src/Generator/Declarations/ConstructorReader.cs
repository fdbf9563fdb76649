using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Semel.Generator.Declarations;

/// <summary>Finds what a class with its own constructor offers: fields and properties first, then primary-constructor parameters.</summary>
internal static class ConstructorReader
{
    public static ConstructorModel Read(INamedTypeSymbol type)
    {
        if (type.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared)) return new(true, null, null);
        return new(false, Find(type, "HttpClient", "System.Net.Http"), Find(type, "SemelContext", "Semel"));
    }

    /// <summary>The member or primary-constructor parameter of a type; the static ones alone where it says so.</summary>
    public static string? Find(INamedTypeSymbol type, string name, string inNamespace, bool isStatic = false)
    {
        var found = Members(type).Where(member => member.IsStatic || !isStatic).FirstOrDefault(member => TypeOf(member) is { } candidate && Is(candidate, name, inNamespace))
            ?? (isStatic ? [] : PrimaryParameters(type)).FirstOrDefault(parameter => Is(parameter.Type, name, inNamespace));
        return found is null ? null : Escaped(found.Name);
    }

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (!member.IsImplicitlyDeclared) yield return member;
        }

        for (var inherited = type.BaseType; inherited is not null; inherited = inherited.BaseType)
        {
            foreach (var member in inherited.GetMembers())
            {
                if (member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal) yield return member;
            }
        }
    }

    private static IEnumerable<IParameterSymbol> PrimaryParameters(INamedTypeSymbol type) => type.InstanceConstructors
        .Where(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax))
        .SelectMany(constructor => constructor.Parameters)
        .Where(parameter => parameter.RefKind == RefKind.None);

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => property.Type,
        _ => null,
    };

    private static bool Is(ITypeSymbol type, string name, string inNamespace)
    {
        if (type.NullableAnnotation == NullableAnnotation.Annotated) return false;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == name && current.ContainingNamespace?.ToDisplayString() == inNamespace) return true;
        }

        return false;
    }

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
