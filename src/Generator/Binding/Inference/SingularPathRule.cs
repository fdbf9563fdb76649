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
        var items = paths.Index.Beside[PathIndex.Front(segments, last)];
        if (items.Any(path => path.Segments[last] == segments[last])) return null;
        return items.FirstOrDefault(path => Words.Of(path.Segments[last]).SequenceEqual(name.Singular))?.Path;
    }
}
