using System.Collections.Immutable;

namespace Semel.Generator.Documents;

/// <summary>The entries of a map while it is read: no key twice.</summary>
internal sealed class EntryList(SpecText text)
{
    private const int ScannedEntries = 8;
    private readonly List<SpecEntry> _entries = [];
    private HashSet<string>? _keys;

    public void Add(string key, int keyStart, int keyEnd, SpecNode value)
    {
        if (!IsNew(key)) throw new SpecSyntaxException(keyStart, keyEnd, $"The key '{key}' stands twice in one map; expected each key once");
        _entries.Add(new SpecEntry(text, key, keyStart, keyEnd, value));
    }

    public ImmutableArray<SpecEntry> ToImmutable() => [.. _entries];

    private bool IsNew(string key)
    {
        if (_entries.Count < ScannedEntries)
        {
            foreach (var entry in _entries)
            {
                if (entry.Key == key) return false;
            }

            return true;
        }

        _keys ??= new HashSet<string>(_entries.Select(entry => entry.Key), StringComparer.Ordinal);
        return _keys.Add(key);
    }
}
