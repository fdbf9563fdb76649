namespace Semel;

/// <summary>Crockford's alphabet in lower case: no i, l, o or u. Names differ by more than case, and people can read them out.</summary>
internal static class Base32
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int BitsPerCharacter = 5;

    /// <summary>The first <paramref name="length"/> × 5 bits of <paramref name="bytes"/>, most significant first.</summary>
    public static string Encode(byte[] bytes, int length) => string.Create(length, bytes, static (text, source) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * BitsPerCharacter;
            var window = (source[bit / 8] << 8) | (bit / 8 + 1 < source.Length ? source[bit / 8 + 1] : 0);
            text[i] = Alphabet[(window >> (16 - BitsPerCharacter - bit % 8)) & 31];
        }
    });
}
