namespace Semel.Testing.Keys;

/// <summary>The rules and the keys of each kind. Its owner holds the lock.</summary>
internal sealed class KeyStore
{
    private readonly Dictionary<string, KeyRules?> _rules = [];
    private readonly Dictionary<(string Kind, string Key), KeyEntry> _entries = [];

    public KeyRules? Rules(string kind) =>
        _rules.TryGetValue(kind, out KeyRules? rules) ? rules : kind == CloudKind.Volumes ? KeyRules.Header : null;

    public void SetRules(string kind, KeyRules? rules) => _rules[kind] = rules;

    public KeyEntry? Find(string kind, string key) => _entries.GetValueOrDefault((kind, key));

    public void Add(string kind, string key, KeyEntry entry) => _entries[(kind, key)] = entry;

    public void Forget(string kind, string key) => _entries.Remove((kind, key));

    public void ForgetAtRestart()
    {
        foreach ((string Kind, string Key) known in _entries.Keys.Where(known => Rules(known.Kind) is { ForgetsOnRestart: true }).ToList())
            _entries.Remove(known);
    }

    /// <summary>No keys, and the rules of a new server.</summary>
    public void Reset()
    {
        _rules.Clear();
        _entries.Clear();
    }
}
