using System.Collections.Immutable;

namespace Semel.Generator.Documents;

/// <summary>A YAML node: a region of lines until something asks what it is.</summary>
internal sealed class YamlNode : SpecNode
{
    private readonly YamlSource _source;
    private readonly int _from;
    private readonly int _to;
    private YamlContent? _content;
    private YamlMerged? _merged;
    private ImmutableArray<SpecNode> _items;

    public YamlNode(YamlSource source, YamlRegion region) : base(source.Text)
    {
        _source = source;
        Region = region;
        _from = region.Start;
        _to = source.Lines.Start(region.EndLine);
    }

    /// <summary>A node that is read already: part of a flow collection, or a key.</summary>
    public YamlNode(YamlSource source, YamlContent content, int from, int to) : base(source.Text)
    {
        _source = source;
        _content = content;
        _from = from;
        _to = to;
    }

    public YamlRegion Region { get; }

    public YamlContent Content => _content ?? Interlocked.CompareExchange(ref _content, YamlResolver.Resolve(_source, Region), null) ?? _content;

    public override NodeKind Kind => Content.Kind;

    public override string? Text => Content.Text;

    public override int Start => Content.Start;

    public override int End => Content.End;

    public override ImmutableArray<SpecEntry> Entries => Content.HasMerge ? MergedAt(0).Entries : Content.Entries;

    public override ImmutableArray<SpecNode> Items
    {
        get
        {
            if (_items.IsDefault) ImmutableInterlocked.InterlockedInitialize(ref _items, [.. Content.Items.Select(item => item.Dereferenced)]);
            return _items;
        }
    }

    public override SpecNode Dereferenced => IsAlias ? _source.Anchors.Follow(this) : this;

    public override bool MayStandTwice => _source.Anchors.MayBeAny;

    /// <summary>Its entries as seen from <paramref name="depth"/> merges above.</summary>
    public YamlMerged MergedAt(int depth) =>
        _merged ?? Interlocked.CompareExchange(ref _merged, YamlMerged.Merge(_source, this, depth), null) ?? _merged;

    public bool Contains(int offset) => _from <= offset && offset < _to;

    private bool IsAlias => Content.Alias is not null;
}
