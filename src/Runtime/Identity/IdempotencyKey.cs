using System.Globalization;

namespace Semel;

/// <summary>Makes the text by which a server recognises a repeated create.</summary>
/// <remarks>
/// A key is made once, stored in the intent and never recomputed: the formula may change between versions of Semel,
/// a stored key may not.
/// </remarks>
public static class IdempotencyKey
{
    /// <summary>Version of the formula; it is part of what is hashed.</summary>
    public const int FormulaVersion = 1;

    /// <summary>A key shorter than this holds less than 100 bits of the hash.</summary>
    internal const int MinimumLength = 20;

    private const int UuidLength = 36;

    /// <summary>
    /// The same text for the same four values, on every machine, and another one for any other four. It is shaped as a
    /// UUID of version 8 (RFC 9562, section 5.8) in lower case: 122 bits of a SHA-256 over the length-prefixed values.
    /// </summary>
    /// <param name="scope">What names are unique in.</param>
    /// <param name="model">The model's name.</param>
    /// <param name="instance">The logical name of the resource.</param>
    /// <param name="generation">The generation, from 1.</param>
    /// <exception cref="ArgumentException">A name is blank or no well-formed Unicode.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The generation is less than 1.</exception>
    public static string Create(string scope, string model, string instance, int generation) =>
        Create(new ResourceKey(scope, model, instance), generation, field: null);

    /// <summary>As the API takes it: a UUID, or letters and digits where it must be shorter than that or without dashes.</summary>
    internal static string Create(ResourceKey key, int generation, IdempotencyKeyField? field, int formula = FormulaVersion)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        var hash = CanonicalTuple.Hash("semel idempotency key", Text(formula), key.Scope, key.Model, key.Instance, Text(generation));
        return field switch
        {
            { Shape: KeyShape.Uuid4 } => Uuid(hash, version: 4),
            { LettersAndDigitsOnly: true } or { MaximumLength: < UuidLength } => Base32.Encode(hash, Math.Min(UuidLength, field.MaximumLength)),
            _ => Uuid(hash, version: 8),
        };
    }

    private static string Uuid(byte[] hash, int version)
    {
        var uuid = hash.AsSpan(0, 16).ToArray().AsSpan();
        uuid[6] = (byte)((uuid[6] & 0x0F) | (version << 4));
        uuid[8] = (byte)((uuid[8] & 0x3F) | 0x80);
        return new Guid(uuid, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
