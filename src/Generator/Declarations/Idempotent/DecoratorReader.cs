using Microsoft.CodeAnalysis;
using Semel.Generator.Diagnostics;
using Semel.Generator.Model;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>Reads an interface with idempotent creates as the decorator that is written for it.</summary>
internal static class DecoratorReader
{
    public static IdempotentModel? Read(INamedTypeSymbol type, Compilation compilation, List<DiagnosticInfo> problems, CancellationToken cancellationToken)
    {
        if (WhyNot(type) is { } why)
        {
            problems.Add(DiagnosticInfo.Create("SEM1026", IdempotentReader.CreatesOf(type)[0].Values.Place(cancellationToken), type.Name, why));
            return null;
        }

        var models = new HashSet<string>(StringComparer.Ordinal);
        var members = new List<DecoratorMember>();
        foreach (var member in Implemented(type))
        {
            var values = member is IMethodSymbol method ? IdempotentValues.Of(method) : null;
            members.Add(values is null
                ? new(ForwardedMember.Of(member, type), null)
                : new(null, IdempotentReader.ReadCreate(((IMethodSymbol)member, values), ForwardedMember.Header((IMethodSymbol)member), models, compilation, problems, cancellationToken)));
        }

        var decorator = new DecoratorModel(
            "Idempotent" + NameOf(type), IsPublic(type) ? "public" : "internal", Symbols.TypeParameters(type.TypeParameters), Symbols.Constraints(type), Symbols.Type(type), members.ToEquatableArray());
        return new(IdempotentReader.NamespaceOf(type), IdempotentReader.FileName(type), [], [], decorator);
    }

    /// <summary>Everything that a class has to implement: own members first, then inherited ones.</summary>
    private static IEnumerable<ISymbol> Implemented(INamedTypeSymbol type) =>
        type.AllInterfaces.Prepend(type).SelectMany(from => from.GetMembers()).Where(member =>
            !member.IsStatic && (member.IsAbstract || member.IsVirtual) && member is IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }
            && !IsReimplementation(member));

    private static bool IsReimplementation(ISymbol member) => member switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations.Length > 0,
        IPropertySymbol property => property.ExplicitInterfaceImplementations.Length > 0,
        IEventSymbol @event => @event.ExplicitInterfaceImplementations.Length > 0,
        _ => false,
    };

    private static string? WhyNot(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal) return $"'{current.Name}' is local to its file, which generated code is not";
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal)) return $"'{current.Name}' is not accessible outside of the type around it; make it internal";
            if (!SymbolEqualityComparer.Default.Equals(current, type) && current.TypeParameters.Length > 0) return $"it is nested in the generic type '{current.Name}'; move it out";
        }

        var all = type.AllInterfaces.Prepend(type).SelectMany(from => from.GetMembers()).ToList();
        if (all.FirstOrDefault(member => member.IsStatic && member.IsAbstract) is { } bound)
            return $"its member '{bound.Name}' is static and abstract, so that it can be no service; move that to an interface of its own";
        return all.FirstOrDefault(member => (member.IsAbstract || member.IsVirtual) && member.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal or Accessibility.Private)) is { } hidden
            ? $"its member '{hidden.Name}' cannot be called from outside; make it public"
            : null;
    }

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
            if (current.DeclaredAccessibility != Accessibility.Public) return false;
        return true;
    }

    private static string NameOf(INamedTypeSymbol type)
    {
        var name = IdempotentReader.ModelOf(type);
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType) name = outer.Name + name;
        return name;
    }
}
