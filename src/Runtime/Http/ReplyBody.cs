using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Semel;

/// <summary>The body of a reply: JSON, empty, or something that cannot be read.</summary>
internal sealed class ReplyBody
{
    /// <summary>Larger replies are refused, so that a server cannot exhaust the memory. 16 MiB.</summary>
    public const int MaximumBytes = 16 * 1024 * 1024;

    /// <summary>Of an error only its problem text is wanted. 256 KiB.</summary>
    public const int MaximumErrorBytes = 256 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private ReplyBody(bool isJson, JsonNode? json) => (IsJson, Json) = (isJson, json);

    /// <summary>True when there is none: not a single byte.</summary>
    public bool IsEmpty { get; private init; }

    /// <summary>True when the body is one whole JSON value, which may be <c>null</c>.</summary>
    public bool IsJson { get; }

    /// <summary>The value; null for <c>null</c> and for what is no JSON.</summary>
    public JsonNode? Json { get; }

    public static ReplyBody None { get; } = new(false, null);

    public static ReplyBody Empty { get; } = new(false, null) { IsEmpty = true };

    /// <summary>Reads the body to its end.</summary>
    /// <exception cref="IOException">The body is truncated.</exception>
    /// <exception cref="InvalidDataException">The body is larger than allowed.</exception>
    public static async Task<ReplyBody> ReadAsync(HttpContent content, int maximumBytes, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength ?? 0;
        if (announced > maximumBytes) throw new InvalidDataException($"The reply is larger than {maximumBytes} bytes.");
        using var bytes = new MemoryStream((int)announced);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[8192];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (bytes.Length + count > maximumBytes) throw new InvalidDataException($"The reply is larger than {maximumBytes} bytes.");
            bytes.Write(buffer, 0, count);
        }

        return Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), content.Headers.ContentType?.CharSet);
    }

    /// <summary>Reads JSON text. A property that is there twice and a text that is no Unicode make it unreadable.</summary>
    public static ReplyBody Parse(ReadOnlySpan<byte> bytes, string? charset = null)
    {
        if (bytes.IsEmpty) return Empty;
        try
        {
            var utf8 = ToUtf8(bytes, charset);
            if (utf8.StartsWith(Encoding.UTF8.Preamble)) utf8 = utf8[Encoding.UTF8.Preamble.Length..];
            if (!Utf8.IsValid(utf8)) return None;
            var json = JsonNode.Parse(utf8, null, Strict);
            if (utf8.IndexOf("\\ud"u8) >= 0 || utf8.IndexOf("\\uD"u8) >= 0) JsonCanonical.GetText(json);
            return new(true, json);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return None;
        }
    }

    private static ReadOnlySpan<byte> ToUtf8(ReadOnlySpan<byte> bytes, string? charset)
    {
        var name = charset?.Trim('"');
        if (string.IsNullOrEmpty(name) || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return bytes;
        try
        {
            return Encoding.UTF8.GetBytes(Encoding.GetEncoding(name).GetString(bytes));
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return bytes;
        }
    }
}
