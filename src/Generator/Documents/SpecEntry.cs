using Semel.Generator.Diagnostics;

namespace Semel.Generator.Documents;

/// <summary>A key of a map and its value.</summary>
internal sealed class SpecEntry(SpecText text, string key, int keyStart, int keyEnd, SpecNode node)
{
    /// <summary>The key's value; of a number, boolean or null that is a key, its text as written.</summary>
    public string Key { get; } = key;

    public int KeyStart { get; } = keyStart;

    public int KeyEnd { get; } = keyEnd;

    public LocationInfo KeyLocation => text.Locate(KeyStart, KeyEnd);

    public SpecNode Value => Written.Dereferenced;

    /// <summary>The value as it stands there: an alias is not followed.</summary>
    public SpecNode Written { get; } = node;
}
