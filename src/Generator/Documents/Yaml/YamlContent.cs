using System.Collections.Immutable;

namespace Semel.Generator.Documents;

/// <summary>What a node turned out to be.</summary>
internal sealed class YamlContent
{
    public NodeKind Kind { get; init; }

    public string? Text { get; init; }

    /// <summary>A scalar's text before the schema gave it a meaning.</summary>
    public string? Raw { get; init; }

    public int Start { get; init; }

    public int End { get; init; }

    /// <summary>As written: aliases not followed, merge keys not merged.</summary>
    public ImmutableArray<SpecEntry> Entries { get; init; } = [];

    public IReadOnlyList<YamlNode> Items { get; init; } = [];

    /// <summary>Offset of the <c>&amp;</c> that names it, or -1.</summary>
    public int Anchor { get; init; } = -1;

    /// <summary>Of an alias, the anchor it means; else null.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether a plain <c>&lt;&lt;</c> is among its keys.</summary>
    public bool HasMerge { get; init; }
}
