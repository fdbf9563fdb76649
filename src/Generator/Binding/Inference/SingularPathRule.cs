using Semel.Generator.Binding.Operations;

namespace Semel.Generator.Binding.Inference;

/// <summary>
/// Some APIs call the collection by the plural and one of it by the singular: <c>/silences</c> and <c>/silence/{silenceID}</c>. That is
/// looked for where no path under the collection addresses one.
/// </summary>
internal static class SingularPathRule
{
    /// <summary>The path of one resource beside the collection's; null where there is none.</summary>
    public static string? Find(string collection, ResourceName name, PathTable paths)
    {
        var segments = PathTable.Segments(collection);
        var last = segments.Length - 1;
        var items = paths.Index.All.Where(path => IsItem(path, segments, last)).ToList();
        if (items.Exists(path => path.Segments[last] == segments[last])) return null;
        return items.Find(path => Words.Of(path.Segments[last]).SequenceEqual(name.Singular))?.Path;
    }

    /// <summary>The same parents, a word, and a parameter.</summary>
    private static bool IsItem(PathSegments path, string[] collection, int last)
    {
        if (path.Segments.Length != last + 2 || path.LastParameter is null || PathTable.Parameter(path.Segments[last]) is not null) return false;
        for (var i = 0; i < last; i++)
        {
            if (path.Segments[i] != collection[i]) return false;
        }

        return true;
    }
}
