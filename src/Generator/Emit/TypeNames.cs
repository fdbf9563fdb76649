using Semel.Generator.Model;

namespace Semel.Generator.Emit;

/// <summary>Gives the types of a namespace unique names: by rank, then document, then identity.</summary>
internal static class TypeNames
{
    public static void Assign(IReadOnlyList<TypeUnion> unions, string inNamespace, IEnumerable<string> occupied)
    {
        var scope = new NameScope([]);
        var taken = new HashSet<string>(occupied, StringComparer.Ordinal);
        foreach (var name in taken) scope.Take(name);
        var contenders = unions
            .SelectMany((union, index) => union.Types.Values.Select(type => (Union: union, Index: index, Type: type)))
            .OrderBy(contender => contender.Type.Rank)
            .ThenBy(contender => contender.Index)
            .ThenBy(contender => contender.Type.Identity, StringComparer.Ordinal)
            .ToList();
        var names = scope.TakeAll([.. contenders.Select(contender => new NameWish(Capitalised(contender.Type), contender.Union.DocumentName + contender.Type.Identity, taken.Contains(Capitalised(contender.Type)) ? [Capitalised(contender.Type) + "Model"] : []))]);
        for (var i = 0; i < contenders.Count; i++)
            contenders[i].Union.Names[contenders[i].Type.Identity] = $"global::{inNamespace}.{Literals.Identifier(names[i])}";
    }

    /// <summary>The compiler warns about type names in lower case.</summary>
    private static string Capitalised(TypeModel type)
    {
        var name = Literals.CleanIdentifier(type.Name);
        return char.ToUpperInvariant(name[0]) + name.Substring(1);
    }
}
