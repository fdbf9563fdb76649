using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>How symbols are written, and what kind of type one is.</summary>
internal static class Symbols
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Plain = SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat ConstraintFormat = Full
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    public static string Type(ITypeSymbol type) => type.ToDisplayString(Full);

    /// <summary>For people.</summary>
    public static string Shown(ISymbol symbol) => symbol.ToDisplayString(Plain);

    public static string Name(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    public static string TypeParameters(IReadOnlyList<ITypeParameterSymbol> parameters) =>
        parameters.Count == 0 ? "" : $"<{string.Join(", ", parameters.Select(parameter => Name(parameter.Name)))}>";

    /// <summary><c> where T : class</c>; nothing where no type parameter has a constraint.</summary>
    public static string Constraints(ISymbol generic)
    {
        var text = generic.ToDisplayString(ConstraintFormat);
        var where = text.IndexOf(" where ", StringComparison.Ordinal);
        return where < 0 ? "" : text.Substring(where);
    }

    /// <summary>A parameter as a signature writes it, without its default value.</summary>
    public static string Parameter(IParameterSymbol parameter)
    {
        var modifier = parameter.RefKind switch
        {
            RefKind.Ref => "ref ",
            RefKind.Out => "out ",
            RefKind.In => "in ",
            RefKind.RefReadOnlyParameter => "ref readonly ",
            _ => parameter.IsParams ? "params " : parameter.ScopedKind == ScopedKind.ScopedValue ? "scoped " : "",
        };
        return $"{modifier}{Type(parameter.Type)} {Name(parameter.Name)}";
    }

    public static bool Is(ITypeSymbol? type, string inNamespace, string name, int arity = 0) =>
        type is INamedTypeSymbol named && named.Name == name && named.Arity == arity && named.ContainingNamespace?.ToDisplayString() == inNamespace;

    public static bool IsToken(ITypeSymbol type) => Is(type, "System.Threading", "CancellationToken");

    public static bool IsAttempt(ITypeSymbol type) => Is(type, "Semel", "CreateAttempt");

    public static bool IsNullableValue(ITypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    public static bool Same(ITypeSymbol first, ITypeSymbol second) => SymbolEqualityComparer.Default.Equals(first, second);

    /// <summary>A type that the compiler doesn't know, in the type or in its arguments; null where there is none.</summary>
    public static ITypeSymbol? Unknown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => type,
        IArrayTypeSymbol array => Unknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Select(Unknown).FirstOrDefault(found => found is not null),
        _ => null,
    };

    /// <summary>Members of a name that an instance of the type has, inherited ones included.</summary>
    public static IEnumerable<ISymbol> Members(ITypeSymbol type, string name)
    {
        if (type is ITypeParameterSymbol parameter) return parameter.ConstraintTypes.SelectMany(constraint => Members(constraint, name));
        var own = new List<ISymbol>();
        for (var current = type; current is not null; current = current.BaseType) own.AddRange(current.GetMembers(name));
        if (type.TypeKind == TypeKind.Interface) own.AddRange(type.AllInterfaces.SelectMany(inherited => inherited.GetMembers(name)));
        return own;
    }
}
