using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Semel;

/// <summary>
/// SHA-256 over a purpose and its parts, each as a four-byte big-endian length and its UTF-8: no two tuples share
/// their bytes, whatever separators the parts contain.
/// </summary>
internal static class CanonicalTuple
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Hash(string purpose, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, purpose);
        foreach (var part in parts) Append(hash, part);
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Utf8.GetBytes(part);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
