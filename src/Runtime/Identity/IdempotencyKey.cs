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
    public static string Create(string scope, string model, string instance, int generation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        var key = new ResourceKey(scope, model, instance);
        var hash = CanonicalTuple.Hash("semel idempotency key", Text(FormulaVersion), key.Scope, key.Model, key.Instance, Text(generation));
        var uuid = hash.AsSpan(0, 16);
        uuid[6] = (byte)((uuid[6] & 0x0F) | 0x80);
        uuid[8] = (byte)((uuid[8] & 0x3F) | 0x80);
        return new Guid(uuid, bigEndian: true).ToString("D", CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
