using System.Collections.Immutable;

namespace Semel.Generator.Documents;

/// <summary>An object; its members are read when they are first asked for.</summary>
/// <param name="container">Its number in the index.</param>
internal sealed class JsonMap(SpecText text, JsonIndex index, int start, int container) : SpecNode(text)
{
    private ImmutableArray<SpecEntry> _entries;

    public override NodeKind Kind => NodeKind.Map;

    public override int Start => start;

    public override int End => index.End(container) + 1;

    public override ImmutableArray<SpecEntry> Entries
    {
        get
        {
            if (_entries.IsDefault) ImmutableInterlocked.InterlockedInitialize(ref _entries, Read());
            return _entries;
        }
    }

    private ImmutableArray<SpecEntry> Read()
    {
        var entries = new EntryList(SourceText);
        var cursor = new JsonCursor(SourceText, index, start + 1, container + 1);
        try
        {
            for (var more = !cursor.Take('}'); more; more = cursor.GoesOn('}'))
            {
                var key = cursor.ReadKey(out var keyStart, out var keyEnd);
                entries.Add(key, keyStart, keyEnd, cursor.ReadValue());
            }
        }
        catch (SpecSyntaxException error)
        {
            SourceText.Report(error);
        }

        return entries.ToImmutable();
    }
}
