using System.Collections.Immutable;
using Semel.Generator.Documents;

namespace Semel.Generator.Binding.Operations;

/// <summary>The document's paths: a table of texts; a path item is looked into only when it is asked for.</summary>
internal sealed class PathTable(SpecDocument document, References references)
{
    private readonly Located? _paths = references.Get(Located.Root(document.Root, ""), "paths");

    private ImmutableArray<SpecEntry> Entries => _paths?.Node.Members() ?? [];

    public IEnumerable<string> All => Index.All.Select(path => path.Path);

    public PathIndex Index => references.Reading.Paths ??= new PathIndex(Entries);

    public bool Contains(string path) => _paths?.Node.Get(path) is not null;

    /// <summary>The path's item; null where there is none.</summary>
    public Located? Item(string path) => _paths?.Get(path);

    /// <summary>The path's item and those of the paths under it, in the document's order.</summary>
    public IEnumerable<(string Path, Located Item)> AtAndUnder(string path)
    {
        return Index.AtAndUnder(path, Stem(path) + "/").Select(entry => (entry.Key, _paths!.Under(entry.Key, entry.Value)));
    }

    /// <summary>The path's segments, without a slash or a file extension at the end.</summary>
    public static string[] Segments(string path) => Stem(path).TrimStart('/').Split('/');

    /// <summary>How many segments the path has; the root has none.</summary>
    public static int Depth(string path) => Stem(path).Length == 0 ? 0 : Segments(path).Length;

    /// <summary>What the paths of items begin with: some APIs name the representation, <c>/messages.json</c> and <c>/messages/{id}.json</c>.</summary>
    public static string Stem(string path)
    {
        const string extension = ".json";
        var bare = path.TrimEnd('/');
        return bare.EndsWith(extension, StringComparison.OrdinalIgnoreCase) && bare.Length > extension.Length + 1 && bare[bare.Length - extension.Length - 1] != '/' ? bare.Substring(0, bare.Length - extension.Length) : bare;
    }

    public static string? Parameter(string segment) =>
        segment.Length > 2 && segment[0] == '{' && segment[segment.Length - 1] == '}' && segment.IndexOf('{', 1) < 0
            ? segment.Substring(1, segment.Length - 2)
            : null;
}
