using Microsoft.CodeAnalysis;

namespace Semel.Generator.Declarations.Idempotent;

/// <summary>A member path such as <c>request.Region</c> as the expression that reads it.</summary>
/// <param name="Expression">Null where anything on the way is.</param>
/// <param name="Type">Of the last member, without what the way adds.</param>
internal sealed record MemberPath(string Expression, ITypeSymbol Type)
{
    /// <summary>Follows members from a value; null where one isn't there, and then which.</summary>
    public static MemberPath? Follow(string root, ITypeSymbol type, IEnumerable<string> names, Compilation compilation, ISymbol within, out string? missing)
    {
        var expression = root;
        missing = null;
        foreach (var name in names)
        {
            var member = Symbols.Members(Underlying(type), name).FirstOrDefault(candidate => IsReadable(candidate) && compilation.IsSymbolAccessibleWithin(candidate, Within(within)));
            if (member is null)
            {
                missing = $"{Symbols.Shown(type)} has no member '{name}'";
                return null;
            }

            expression += (CanBeNull(type) ? "?." : ".") + Symbols.Name(name);
            type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        }

        return new(expression, type);
    }

    private static INamedTypeSymbol Within(ISymbol within) => within as INamedTypeSymbol ?? within.ContainingType;

    private static bool IsReadable(ISymbol member) => member is { IsStatic: false } and (IPropertySymbol { IsIndexer: false, GetMethod: not null } or IFieldSymbol);

    private static bool CanBeNull(ITypeSymbol type) =>
        Symbols.IsNullableValue(type) || (type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated); // after a ?. the compiler takes what isn't annotated for null

    private static ITypeSymbol Underlying(ITypeSymbol type) => Symbols.IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
}
