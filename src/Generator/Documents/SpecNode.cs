using System.Collections.Immutable;
using Semel.Generator.Diagnostics;

namespace Semel.Generator.Documents;

/// <summary>
/// One value of a JSON or YAML document. Its children are built when they are first asked for. Bad syntax that is met then is recorded in
/// <see cref="SpecDocument.Errors"/>, and the node holds what stood in front of it; no member throws for it. Safe for concurrent readers.
/// </summary>
internal abstract class SpecNode(SpecText text)
{
    private const int ScannedEntries = 8;
    private Dictionary<string, SpecEntry>? _byKey;

    public abstract NodeKind Kind { get; }

    /// <summary>String: its value. Number: as written, for some exceed every C# type. Boolean: <c>true</c> or <c>false</c>. Else null.</summary>
    public virtual string? Text => null;

    public bool IsTrue => Kind == NodeKind.Boolean && Text == "true";

    /// <summary>Of a map, in document order; else empty.</summary>
    public virtual ImmutableArray<SpecEntry> Entries => [];

    /// <summary>Of a sequence; else empty.</summary>
    public virtual ImmutableArray<SpecNode> Items => [];

    public abstract int Start { get; }

    public abstract int End { get; }

    public LocationInfo Location => SourceText.Locate(Start, End);

    protected SpecText SourceText { get; } = text;

    /// <summary>The node meant: an alias gives its anchor's.</summary>
    public virtual SpecNode Dereferenced => this;

    /// <summary>Whether several ways may lead to it: YAML's aliases.</summary>
    public virtual bool MayStandTwice => false;

    public SpecNode? this[string key] => Find(key)?.Value;

    private SpecEntry? Find(string key)
    {
        var entries = Entries;
        if (entries.Length > ScannedEntries)
        {
            _byKey ??= Index(entries);
            return _byKey.TryGetValue(key, out var found) ? found : null;
        }

        foreach (var entry in entries)
        {
            if (entry.Key == key) return entry;
        }

        return null;
    }

    private static Dictionary<string, SpecEntry> Index(ImmutableArray<SpecEntry> entries)
    {
        var byKey = new Dictionary<string, SpecEntry>(entries.Length, StringComparer.Ordinal);
        foreach (var entry in entries) byKey[entry.Key] = entry;
        return byKey;
    }
}
