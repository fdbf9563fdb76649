using System.Collections.Immutable;

namespace Semel.Generator.Documents;

/// <summary>The entries of a map with those that <c>&lt;&lt;</c> brings, which stand where it stood. A map's own keys win, then the first map named.</summary>
internal sealed class YamlMerged
{
    private const int MaximumDepth = 64;
    private readonly ImmutableArray<SpecEntry>.Builder _entries = ImmutableArray.CreateBuilder<SpecEntry>();
    private readonly HashSet<string> _keys = new(StringComparer.Ordinal);
    private int _depth;

    public ImmutableArray<SpecEntry> Entries { get; private set; }

    public static YamlMerged Merge(YamlSource source, YamlNode node, int depth)
    {
        var merged = new YamlMerged();
        merged._keys.UnionWith(node.Content.Entries.Select(entry => entry.Key));
        foreach (var entry in node.Content.Entries)
        {
            if (entry.Key != YamlEntries.MergeKey)
            {
                merged._entries.Add(entry);
                continue;
            }

            try
            {
                merged.AddFrom(entry, depth);
            }
            catch (SpecSyntaxException error)
            {
                source.Text.Report(error);
            }
        }

        merged.Entries = merged._entries.ToImmutable();
        return merged;
    }

    private void AddFrom(SpecEntry merge, int depth)
    {
        var value = merge.Value;
        if (value.Kind == NodeKind.Map) AddMap(merge, value, depth);
        else if (value.Kind == NodeKind.Sequence) foreach (var item in value.Items) AddMap(merge, item, depth);
        else throw Error(merge, "'<<' merges something that is no map; expected a map, or a sequence of maps");
    }

    private void AddMap(SpecEntry merge, SpecNode map, int depth)
    {
        if (map.Kind != NodeKind.Map) throw Error(merge, "'<<' merges something that is no map; expected a map, or a sequence of maps");
        foreach (var entry in EntriesOf(merge, map, depth))
        {
            if (_keys.Add(entry.Key)) _entries.Add(entry);
        }
    }

    private ImmutableArray<SpecEntry> EntriesOf(SpecEntry merge, SpecNode map, int depth)
    {
        if (map is not YamlNode { Content.HasMerge: true } node) return map.Entries;
        if (depth >= MaximumDepth) throw TooDeep(merge);
        var inner = node.MergedAt(depth + 1);
        _depth = Math.Max(_depth, inner._depth + 1);
        return _depth < MaximumDepth ? inner.Entries : throw TooDeep(merge);
    }

    private static SpecSyntaxException TooDeep(SpecEntry merge) => Error(merge, $"Maps are merged into each other too deep; expected at most {MaximumDepth} levels");

    private static SpecSyntaxException Error(SpecEntry merge, string message) => new(merge.KeyStart, merge.KeyEnd, message);
}
