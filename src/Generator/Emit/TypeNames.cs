using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Gives the types of a namespace unique names: by rank, then document, then identity.</summary>
internal static class TypeNames
{
    public static void Assign(IReadOnlyList<TypeUnion> unions, string inNamespace, IEnumerable<string> occupied)
    {
        var scope = new NameScope([]);
        foreach (var name in occupied.Distinct(StringComparer.Ordinal)) scope.Take(name);
        var contenders = unions
            .SelectMany((union, index) => union.Types.Values.Select(type => (Union: union, Index: index, Type: type)))
            .OrderBy(contender => contender.Type.Rank)
            .ThenBy(contender => contender.Index)
            .ThenBy(contender => contender.Type.Identity, StringComparer.Ordinal);
        foreach (var (union, _, type) in contenders)
            union.Names[type.Identity] = $"global::{inNamespace}.{Literals.Identifier(scope.Take(Capitalised(type)))}";
    }

    /// <summary>The compiler warns about type names in lower case.</summary>
    private static string Capitalised(TypeModel type)
    {
        var name = Literals.CleanIdentifier(type.Name);
        return char.ToUpperInvariant(name[0]) + name.Substring(1);
    }
}
