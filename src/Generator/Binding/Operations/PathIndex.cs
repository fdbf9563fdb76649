using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Operations;

/// <summary>A path and its segments, without a slash at the end.</summary>
internal sealed record PathSegments(string Path, string[] Segments)
{
    public string Last => Segments[Segments.Length - 1];

    /// <summary>The name of the parameter that is its last segment, or null.</summary>
    public string? LastParameter { get; } = PathTable.Parameter(Segments[Segments.Length - 1]);
}

/// <summary>The document's paths, each looked at once for all who search them.</summary>
internal sealed class PathIndex(IReadOnlyList<SpecEntry> entries)
{
    private IReadOnlyList<PathSegments>? _operations;

    /// <summary>In the document's order.</summary>
    public IReadOnlyList<PathSegments> All { get; } =
        [.. entries.Where(entry => entry.Key.StartsWith("/", StringComparison.Ordinal)).Select(entry => new PathSegments(entry.Key, PathTable.Segments(entry.Key)))];

    /// <summary>Those of one long-running operation: <c>…/operations/{id}</c>.</summary>
    public IReadOnlyList<PathSegments> Operations => _operations ??= [.. All.Where(IsOperation)];

    private static bool IsOperation(PathSegments path) =>
        path.Segments.Length > 1 && path.LastParameter is not null
        && Words.Of(path.Segments[path.Segments.Length - 2]) is { Count: > 0 } words && Noun.Singular(words[words.Count - 1]) == "operation";
}
