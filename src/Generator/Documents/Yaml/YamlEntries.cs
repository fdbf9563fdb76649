using System.Collections.Immutable;

namespace Semel.Generator.Documents;

/// <summary>The entries of a YAML map while it is read.</summary>
internal sealed class YamlEntries(YamlSource source)
{
    public const string MergeKey = "<<";
    private readonly EntryList _entries = new(source.Text);

    public bool HasMerge { get; private set; }

    public void Add(YamlContent key, bool isPlain, YamlNode value)
    {
        _entries.Add(key.Raw!, key.Start, key.End, value);
        HasMerge |= isPlain && key.Raw == MergeKey;
    }

    /// <summary>Whether a key can be one: scalars can, but for the empty one.</summary>
    public static YamlContent Require(YamlContent key)
    {
        if (key.Alias is not null) throw new SpecSyntaxException(key.Start, key.End, "A key is an alias; expected a scalar");
        if (key.Raw is null) throw new SpecSyntaxException(key.Start, key.Start + 1, "A key is a map or a sequence; expected a scalar");
        if (key.Kind == NodeKind.Null && key.Raw.Length == 0) throw new SpecSyntaxException(key.Start, key.Start, "A key is empty; expected a scalar");
        if (key.Anchor >= 0) throw new SpecSyntaxException(key.Anchor, key.Start, "A key has an anchor; expected anchors on values only");
        return key;
    }

    public ImmutableArray<SpecEntry> ToImmutable() => _entries.ToImmutable();
}
