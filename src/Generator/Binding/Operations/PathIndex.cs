using System.Collections.Immutable;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Operations;

/// <summary>A path and its segments, without a slash at the end.</summary>
internal sealed record PathSegments(string Path, string[] Segments)
{
    public string Last => Segments[Segments.Length - 1];

    /// <summary>The name of the parameter that is its last segment, or null.</summary>
    public string? LastParameter { get; } = PathTable.Parameter(Segments[Segments.Length - 1]);
}

/// <summary>A path that ends with a parameter.</summary>
/// <param name="Order">Which of the document's paths it is.</param>
internal sealed record ItemPath(int Order, string[] Segments, string Parameter);

/// <summary>The document's paths, each looked at once for all who search them.</summary>
internal sealed class PathIndex(ImmutableArray<SpecEntry> entries)
{
    private const string Representation = "json";

    private (string Path, int Order)[]? _sorted;
    private IReadOnlyList<PathSegments>? _operations;
    private ILookup<string, ItemPath>? _items;
    private ILookup<string, ItemPath>? _pairs;
    private ILookup<string, PathSegments>? _beside;

    /// <summary>In the document's order.</summary>
    public IReadOnlyList<PathSegments> All { get; } =
        [.. entries.Where(entry => entry.Key.StartsWith("/", StringComparison.Ordinal)).Select(entry => new PathSegments(entry.Key, PathTable.Segments(entry.Key)))];

    /// <summary>The path's own entry, and those that begin with <paramref name="front"/>, in the document's order.</summary>
    public IEnumerable<SpecEntry> AtAndUnder(string path, string front)
    {
        var sorted = _sorted ??= [.. entries.Select((entry, order) => (entry.Key, order)).OrderBy(entry => entry.Key, StringComparer.Ordinal)];
        var found = new List<int>();
        for (var at = First(sorted, path); at < sorted.Length && sorted[at].Path == path; at++) found.Add(sorted[at].Order);
        for (var at = First(sorted, front); at < sorted.Length && sorted[at].Path.StartsWith(front, StringComparison.Ordinal); at++)
        {
            if (sorted[at].Path != path) found.Add(sorted[at].Order);
        }

        found.Sort();
        return found.Select(order => entries[order]);
    }

    /// <summary>The first that is not before a text.</summary>
    private static int First((string Path, int Order)[] sorted, string text)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(sorted[middle].Path, text) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Those of one long-running operation: <c>…/operations/{id}</c>.</summary>
    public IReadOnlyList<PathSegments> Operations => _operations ??= [.. All.Where(IsOperation)];

    /// <summary>Those that end with a parameter, by what the segment in front of it is called, in the singular.</summary>
    public ILookup<string, ItemPath> Items => _items ??= All.Select(Item).OfType<ItemPath>().ToLookup(item => Words.One(item.Segments[item.Segments.Length - 2]), StringComparer.Ordinal);

    /// <summary>Those that end with a word and a parameter, by what stands in front of these two: the items of all collections of one parent.</summary>
    public ILookup<string, PathSegments> Beside => _beside ??= All
        .Where(path => path.Segments.Length > 1 && path.LastParameter is not null && PathTable.Parameter(path.Segments[path.Segments.Length - 2]) is null)
        .ToLookup(path => Front(path.Segments, path.Segments.Length - 2), StringComparer.Ordinal);

    /// <summary>The first segments, as the key of <see cref="Beside"/>.</summary>
    public static string Front(string[] segments, int count) => string.Join("/", segments, 0, count);

    /// <summary>Those that end with two parameters, by what the segment in front of them is called, in the singular.</summary>
    public ILookup<string, ItemPath> Pairs => _pairs ??= All.Select(Item).OfType<ItemPath>()
        .Where(item => item.Segments.Length > 2 && PathTable.Parameter(item.Segments[item.Segments.Length - 2]) is not null)
        .ToLookup(item => Words.One(item.Segments[item.Segments.Length - 3]), StringComparer.Ordinal);

    private static ItemPath? Item(PathSegments path, int order)
    {
        // some APIs name the representation: /exec/{id}/json
        var segments = path.Segments.Length > 2 && path.Last == Representation ? path.Segments.Take(path.Segments.Length - 1).ToArray() : path.Segments;
        return segments.Length > 1 && PathTable.Parameter(segments[segments.Length - 1]) is { } parameter ? new(order, segments, parameter) : null;
    }

    private static bool IsOperation(PathSegments path) =>
        path.Segments.Length > 1 && path.LastParameter is not null
        && Words.Of(path.Segments[path.Segments.Length - 2]) is { Count: > 0 } words && Noun.Singular(words[words.Count - 1]) == "operation";
}
