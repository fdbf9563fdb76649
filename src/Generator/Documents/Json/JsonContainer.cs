namespace Semel.Generator.Documents;

/// <summary>An object or an array; its children are read when they are first asked for.</summary>
/// <param name="container">Its number in the index.</param>
internal sealed class JsonContainer(SpecText text, JsonIndex index, int start, int container) : SpecNode(text)
{
    private SpecEntry[]? _entries;
    private SpecNode[]? _items;

    public override NodeKind Kind => SourceText.Chars[start] == '{' ? NodeKind.Map : NodeKind.Sequence;

    public override int Start => start;

    public override int End => index.End(container) + 1;

    public override IReadOnlyList<SpecEntry> Entries => Kind == NodeKind.Map
        ? _entries ?? Interlocked.CompareExchange(ref _entries, ReadEntries(), null) ?? _entries
        : [];

    public override IReadOnlyList<SpecNode> Items => Kind == NodeKind.Sequence
        ? _items ?? Interlocked.CompareExchange(ref _items, ReadItems(), null) ?? _items
        : [];

    private SpecEntry[] ReadEntries()
    {
        var entries = new EntryList(SourceText);
        ReadChildren('}', (ref cursor) =>
        {
            var key = cursor.ReadKey(out var keyStart, out var keyEnd);
            entries.Add(key, keyStart, keyEnd, cursor.ReadValue());
        });
        return entries.ToArray();
    }

    private SpecNode[] ReadItems()
    {
        var items = new List<SpecNode>();
        ReadChildren(']', (ref cursor) => items.Add(cursor.ReadValue()));
        return [.. items];
    }

    private delegate void ReadChild(ref JsonCursor cursor);

    private void ReadChildren(char closing, ReadChild readChild)
    {
        var cursor = new JsonCursor(SourceText, index, start + 1, container + 1);
        try
        {
            if (cursor.Take(closing)) return;
            do readChild(ref cursor);
            while (cursor.Take(','));
            if (!cursor.Take(closing)) throw cursor.Unexpected($"',' or '{closing}'");
        }
        catch (SpecSyntaxException error)
        {
            SourceText.Report(error);
        }
    }
}
