using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>The key of the secrets' fingerprints: HMAC-SHA-256 (RFC 2104), so that who reads a record can't try out values.</summary>
/// <remarks>A fingerprint is of the scope, the model, the path and the value: equal secrets of two models look different, and a renamed instance keeps its own.</remarks>
internal sealed class FingerprintKey
{
    /// <summary>Bytes of a key, and the fewest of a given one.</summary>
    public const int Length = 32;

    private readonly byte[] _key;

    /// <exception cref="ArgumentException">It is shorter than <see cref="Length"/>.</exception>
    public FingerprintKey(byte[] key)
    {
        if (key.Length < Length) throw new ArgumentException($"A key of fingerprints needs at least {Length} bytes; this one has {key.Length}.", nameof(key));
        _key = key;
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(key, "semel fingerprint key"u8))[..16];
    }

    /// <summary>Names the key in records and tells nothing of it.</summary>
    public string Id { get; }

    /// <summary>A new key at random.</summary>
    public static byte[] Create() => RandomNumberGenerator.GetBytes(Length);

    /// <summary>From its base64.</summary>
    /// <exception cref="ArgumentException">It is no base64, or too short.</exception>
    public static FingerprintKey Parse(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.Trim(), bytes, out var written)
            ? new(bytes[..written])
            : throw new ArgumentException("A key of fingerprints has to be base64.", nameof(base64));
    }

    /// <summary>The fingerprints of the secrets that an input holds; null where it holds none.</summary>
    public SecretFingerprints? Of(ResourceKey key, JsonObject input, IReadOnlyList<string> secrets)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in secrets.Distinct())
        {
            var found = JsonPathAccess.ReadAll(input, path).Select(JsonCanonical.GetText).ToList();
            if (found.Count > 0) values[path] = Of(key, path, $"[{string.Join(',', found)}]");
        }

        return values.Count == 0 ? null : new(Id, values);
    }

    /// <summary>Never the key.</summary>
    public override string ToString() => $"fingerprint key {Id}";

    private string Of(ResourceKey key, string path, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, CanonicalTuple.Hash("semel secret", key.Scope, key.Model, path, value)));
}
