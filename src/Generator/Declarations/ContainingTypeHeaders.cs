using Microsoft.CodeAnalysis;

namespace Semel.Generator.Declarations;

/// <summary>The headers that a generated part of a nested class is wrapped in: <c>partial class Api&lt;T&gt;</c>.</summary>
internal static class ContainingTypeHeaders
{
    private static readonly SymbolDisplayFormat Name = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static EquatableArray<string> Of(INamedTypeSymbol type)
    {
        var headers = new Stack<string>();
        for (var outer = type.ContainingType; outer is not null; outer = outer.ContainingType) headers.Push(Header(outer));
        return headers.ToEquatableArray();
    }

    /// <summary>The header of a part of the type itself: <c>partial record Bucket</c>.</summary>
    public static string Header(INamedTypeSymbol type) => $"partial {Keyword(type)} {type.ToDisplayString(Name)}";

    private static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };
}
