using Microsoft.CodeAnalysis;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>A member of an interface that passes straight through to the decorated service.</summary>
internal static class ForwardedMember
{
    public static string Of(ISymbol member, INamedTypeSymbol type)
    {
        var target = SymbolEqualityComparer.Default.Equals(member.ContainingType, type) ? "_inner" : $"(({Symbols.Type(member.ContainingType)})_inner)";
        var text = member switch
        {
            IMethodSymbol method => Method(method, target),
            IPropertySymbol property => Property(property, target),
            _ => Event((IEventSymbol)member, target),
        };
        var isObsolete = member.GetAttributes().Any(attribute => Symbols.Is(attribute.AttributeClass, "System", "ObsoleteAttribute"));
        return isObsolete ? "[global::System.Obsolete]\n" + text : text;
    }

    /// <summary>The signature of an explicit implementation, which repeats no constraint but what a <c>?</c> needs.</summary>
    public static string Header(IMethodSymbol method)
    {
        var parameters = string.Join(", ", method.Parameters.Select(Symbols.Parameter));
        return $"{Returned(method.RefKind)}{Symbols.Type(method.ReturnType)} {Symbols.Type(method.ContainingType)}.{Symbols.Name(method.Name)}{Symbols.TypeParameters(method.TypeParameters)}({parameters}){Constraints(method)}";
    }

    private static string Method(IMethodSymbol method, string target)
    {
        var call = $"{target}.{Symbols.Name(method.Name)}{Symbols.TypeParameters(method.TypeParameters)}({Arguments(method.Parameters)})";
        return $"{Header(method)}\n    => {(method.RefKind == RefKind.None ? "" : "ref ")}{call};";
    }

    private static string Property(IPropertySymbol property, string target)
    {
        var (name, access) = property.IsIndexer
            ? ($"this[{string.Join(", ", property.Parameters.Select(Symbols.Parameter))}]", $"{target}[{Arguments(property.Parameters)}]")
            : (Symbols.Name(property.Name), $"{target}.{Symbols.Name(property.Name)}");
        var header = $"{Returned(property.RefKind)}{Symbols.Type(property.Type)} {Symbols.Type(property.ContainingType)}.{name}";
        var accessors = new List<string>();
        if (property.GetMethod is not null) accessors.Add($"    get => {(property.RefKind == RefKind.None ? "" : "ref ")}{access};");
        if (property.SetMethod is { IsInitOnly: true }) accessors.Add("    init => throw new global::System.NotSupportedException(\"The decorated service is initialised already.\");");
        else if (property.SetMethod is not null) accessors.Add($"    set => {access} = value;");
        return $"{header}\n{{\n{string.Join("\n", accessors)}\n}}";
    }

    private static string Event(IEventSymbol @event, string target)
    {
        var access = $"{target}.{Symbols.Name(@event.Name)}";
        return $"event {Symbols.Type(@event.Type)} {Symbols.Type(@event.ContainingType)}.{Symbols.Name(@event.Name)}\n{{\n    add => {access} += value;\n    remove => {access} -= value;\n}}";
    }

    private static string Arguments(IEnumerable<IParameterSymbol> parameters) => string.Join(", ", parameters.Select(parameter => parameter.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "",
    } + Symbols.Name(parameter.Name)));

    private static string Returned(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    };

    private static string Constraints(IMethodSymbol method)
    {
        var text = $"{Symbols.Type(method.ReturnType)} {string.Join(" ", method.Parameters.Select(Symbols.Parameter))}";
        return string.Concat(method.TypeParameters.Where(parameter => IsAnnotated(text, parameter.Name)).Select(parameter => $" where {Symbols.Name(parameter.Name)} : {Kind(parameter)}"));
    }

    private static bool IsAnnotated(string signature, string name)
    {
        for (var at = signature.IndexOf(name + "?", StringComparison.Ordinal); at >= 0; at = signature.IndexOf(name + "?", at + 1, StringComparison.Ordinal))
            if (at == 0 || !(char.IsLetterOrDigit(signature[at - 1]) || signature[at - 1] is '_' or '.' or ':')) return true;
        return false;
    }

    private static string Kind(ITypeParameterSymbol parameter) =>
        parameter.HasValueTypeConstraint || parameter.HasUnmanagedTypeConstraint ? "struct" : parameter.IsReferenceType ? "class" : "default";
}
