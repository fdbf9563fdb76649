using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// What is created under its parent may live at a shorter path of its own, because its id is unique without the parent's:
/// <c>/volumes/{id}/snapshots</c> and <c>/volumes/snapshots/{id}</c>, <c>/vpcs/{id}/peerings</c> and <c>/vpc_peerings/{id}</c>. Or its owner is part of its address: <c>/user/repos</c> and
/// <c>/repos/{owner}/{repo}</c>.
/// </summary>
internal static class ShallowItemRule
{
    /// <summary>Paths that may be the item's, the nearest to the collection first, and the parameter that takes the id.</summary>
    public static IEnumerable<(string Path, string Parameter)> Candidates(string collection, PathTable paths)
    {
        var own = PathTable.Segments(collection);
        if (own.Length < 2 || PathTable.Parameter(own[own.Length - 1]) is not null) return [];
        return Names(own).SelectMany(name => paths.Index.Items[name])
            .Where(item => item.Segments.Length <= own.Length && IsShorter(own, item.Segments, item.Segments.Length - 1))
            .OrderByDescending(item => item.Segments.Length).ThenBy(item => item.Order)
            .Select(item => ("/" + string.Join("/", item.Segments), item.Parameter)).Distinct();
    }

    /// <summary>The same, of two parameters.</summary>
    public static IEnumerable<(string Path, string Parameter)> OwnedCandidates(string collection, PathTable paths)
    {
        var own = PathTable.Segments(collection);
        if (own.Length < 2 || PathTable.Parameter(own[own.Length - 1]) is not null) return [];
        return paths.Index.Pairs[Words.One(own[own.Length - 1])]
            .Where(item => IsShorter(own, item.Segments, item.Segments.Length - 2)).OrderByDescending(item => item.Segments.Length).ThenBy(item => item.Order)
            .Select(item => ("/" + string.Join("/", item.Segments), IdPath.Join(item.Segments.Skip(item.Segments.Length - 2).Select(PathTable.Parameter))));
    }

    /// <summary>The collection's word, and its parent's and that: <c>peering</c>, <c>vpcpeering</c>.</summary>
    private static IEnumerable<string> Names(string[] own)
    {
        var name = Words.One(own[own.Length - 1]);
        var parent = own.Take(own.Length - 1).LastOrDefault(segment => PathTable.Parameter(segment) is null);
        return new[] { name, parent is null ? "" : Words.One(parent) + name }.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Whether what is before the parameter is the collection's path with segments left out, but for the last word.</summary>
    private static bool IsShorter(string[] own, string[] segments, int length)
    {
        var at = 0;
        for (var i = 0; i < length - 1; i++)
        {
            while (at < own.Length - 1 && own[at] != segments[i]) at++;
            if (at++ >= own.Length - 1) return false;
        }

        return length < own.Length;
    }
}
