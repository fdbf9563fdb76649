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
        var items = paths.All.Where(path => IsItem(PathTable.Segments(path), segments.Take(last), last)).ToList();
        if (items.Exists(path => PathTable.Segments(path)[last] == segments[last])) return null;
        return items.Find(path => Words.Of(PathTable.Segments(path)[last]).SequenceEqual(name.Singular));
    }

    /// <summary>The same parents, a word, and a parameter.</summary>
    private static bool IsItem(string[] path, IEnumerable<string> parents, int last) =>
        path.Length == last + 2 && PathTable.Parameter(path[last]) is null && PathTable.Parameter(path[last + 1]) is not null && path.Take(last).SequenceEqual(parents);
}
