using System.Text;

namespace Semel;

/// <summary>A reply's body as a text.</summary>
internal static class ReplyText
{
    /// <summary>In the encoding that the reply names, else UTF-8.</summary>
    /// <exception cref="InvalidDataException">It is larger than allowed.</exception>
    public static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        var buffer = new byte[8192];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (bytes.Length + count > ReplyBody.MaximumBytes) throw new InvalidDataException($"The reply is larger than {ReplyBody.MaximumBytes} bytes.");
            bytes.Write(buffer, 0, count);
        }

        bytes.Position = 0;
        using var reader = new StreamReader(bytes, EncodingOf(content.Headers.ContentType?.CharSet?.Trim('"')));
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private static Encoding EncodingOf(string? name)
    {
        try
        {
            return string.IsNullOrEmpty(name) ? Encoding.UTF8 : Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }
}
