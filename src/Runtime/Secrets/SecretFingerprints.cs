namespace Semel;

/// <summary>What a record keeps of an input's secrets: that one changed can be seen, what it was can't.</summary>
/// <param name="KeyId">Names the key that made them; empty: none is known, because an earlier version wrote the record.</param>
/// <param name="Values">HMAC-SHA-256 in hexadecimal, by property path.</param>
public sealed record SecretFingerprints(string KeyId, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Of a record that an earlier version wrote.</summary>
    internal static SecretFingerprints Unknown { get; } = new("", new Dictionary<string, string>());

    /// <summary>True when both are known and made with different keys, so that they can't be compared.</summary>
    internal static bool AreOfOtherKeys(SecretFingerprints? one, SecretFingerprints? other) =>
        one is { KeyId: { Length: > 0 } first } && other is { KeyId: { Length: > 0 } second } && first != second;

    /// <summary>The paths whose secret is another one, new, or gone. One that was no secret when it was recorded, or is none now, can't be told.</summary>
    internal static IEnumerable<string> Changes(SecretFingerprints? before, SecretFingerprints? now, Func<string, bool> wasPlain, Func<string, bool> isPlain)
    {
        if (before is { KeyId: "" }) return [];
        var (old, wanted) = (before?.Values ?? Unknown.Values, now?.Values ?? Unknown.Values);
        return old.Keys.Union(wanted.Keys).Order(StringComparer.Ordinal).Where(path => (old.GetValueOrDefault(path), wanted.GetValueOrDefault(path)) switch
        {
            (null, not null) => !wasPlain(path),
            (not null, null) => !isPlain(path),
            var (first, second) => first != second,
        });
    }

    /// <inheritdoc/>
    public bool Equals(SecretFingerprints? other) =>
        other is not null && KeyId == other.KeyId && Values.Count == other.Values.Count && Values.All(pair => other.Values.GetValueOrDefault(pair.Key) == pair.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(KeyId, Values.Count);
}
