using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// What is created under its parent may live at a shorter path of its own, because its id is unique without the parent's:
/// <c>/volumes/{id}/snapshots</c> and <c>/volumes/snapshots/{id}</c>, <c>/vpcs/{id}/peerings</c> and <c>/vpc_peerings/{id}</c>.
/// </summary>
internal static class ShallowItemRule
{
    private const string Representation = "json";

    /// <summary>Paths that may be the item's, the nearest to the collection first, and the parameter that takes the id.</summary>
    public static IEnumerable<(string Path, string Parameter)> Candidates(string collection, PathTable paths)
    {
        var own = PathTable.Segments(collection);
        if (own.Length < 2 || PathTable.Parameter(own[own.Length - 1]) is not null) return [];
        return paths.Index.All.Select(path => Item(own, path.Segments)).OfType<Candidate>()
            .OrderByDescending(candidate => candidate.Depth)
            .Select(candidate => (candidate.Path, candidate.Parameter)).Distinct();
    }

    private static Candidate? Item(string[] own, string[] segments)
    {
        // some APIs name the representation: /exec/{id}/json
        var length = segments.Length > 2 && segments[segments.Length - 1] == Representation ? segments.Length - 1 : segments.Length;
        if (length < 2 || length > own.Length || PathTable.Parameter(segments[length - 1]) is not { } parameter) return null;
        if (!IsShorter(own, segments, length - 1) || !IsCalledSo(own, segments[length - 2])) return null;
        return new("/" + string.Join("/", segments.Take(length)), parameter, length);
    }

    /// <summary>By the collection's word, or by its parent's and that: <c>peerings</c>, <c>peering</c>, <c>vpc_peerings</c>.</summary>
    private static bool IsCalledSo(string[] own, string word)
    {
        var last = own[own.Length - 1];
        if (string.Concat(Noun.Singular(Words.Of(word))) is not { Length: > 0 } name) return false;
        var wanted = string.Concat(Noun.Singular(Words.Of(last)));
        if (name == wanted) return true;
        var parent = own.Take(own.Length - 1).LastOrDefault(segment => PathTable.Parameter(segment) is null);
        return parent is not null && name == string.Concat(Noun.Singular(Words.Of(parent))) + wanted;
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

    private sealed record Candidate(string Path, string Parameter, int Depth);
}
