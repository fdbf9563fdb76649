using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Semel;

/// <summary>
/// SHA-256 over the tokens of a stored record, without its own property: whatever changes the content changes it;
/// indentation and line ends, which version control may rewrite, don't.
/// </summary>
internal static class RecordChecksum
{
    public const string Property = "sha256";

    public static string Compute(ReadOnlySpan<byte> utf8)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = RecordJson.MaximumDepth });
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && reader.ValueTextEquals(Property))
            {
                reader.Skip();
                continue;
            }
            head[0] = (byte)reader.TokenType;
            BinaryPrimitives.WriteInt32BigEndian(head[1..], reader.ValueSpan.Length);
            hash.AppendData(head);
            hash.AppendData(reader.ValueSpan);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
