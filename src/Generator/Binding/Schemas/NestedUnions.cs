namespace Semel.Generator.Binding.Schemas;

/// <summary>
/// What is common to several schemas is a schema that stands nowhere, and what is common to its properties again: alternatives that lead to
/// one another would have no end. So the same alternatives met again further down are the same type, and what is deeper still is any JSON.
/// </summary>
internal sealed class NestedUnions
{
    private const int Deepest = 12;

    /// <summary>Of those that stand inside another one.</summary>
    private const int MostNested = 500;

    private readonly Dictionary<string, (IReadOnlyList<Located> Variants, Schema Schema)> _united = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _depths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _identities = new(StringComparer.Ordinal);
    private int _nested;

    /// <param name="owner">The pointer of what the place is part of.</param>
    /// <param name="pointer">The place's own.</param>
    /// <param name="read">Reads one of the variants.</param>
    /// <returns>Null where it is too deep to be a type.</returns>
    public Schema? Unite(string owner, string pointer, IReadOnlyList<Located> variants, Func<Located, Schema> read)
    {
        if (_united.TryGetValue(pointer, out var known) && ReferenceEquals(known.Variants, variants)) return known.Schema;
        var alternatives = variants.Select(read).ToList();
        if (Identity(owner, pointer, alternatives) is not { } identity) return null;
        var schema = SchemaUnion.Of(alternatives, identity);
        _united[pointer] = (variants, schema);
        return schema;
    }

    private string? Identity(string owner, string pointer, List<Schema> alternatives)
    {
        var depth = _depths.TryGetValue(owner, out var outer) ? outer + 1 : 1;
        var set = string.Join("\n", alternatives.Select(alternative => alternative.Pointer).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal));
        if (depth > 1 && _identities.TryGetValue(set, out var known)) return known;
        if (depth > 1 && !_depths.ContainsKey(pointer) && (depth > Deepest || ++_nested > MostNested)) return null;
        if (!_depths.ContainsKey(pointer)) _depths.Add(pointer, depth);
        if (!_identities.ContainsKey(set)) _identities.Add(set, pointer);
        return pointer;
    }
}
