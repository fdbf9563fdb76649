using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>A file of a create: in memory while the create runs, so that the same bytes can be sent again, and recorded by its hash.</summary>
internal static class HeldFile
{
    /// <summary>All files of one create together.</summary>
    public const int MaximumBytes = 256 * 1024 * 1024;

    /// <summary>The content from its present position on; a stream that can seek is put back there, for the next create of it.</summary>
    /// <exception cref="ArgumentException">It is longer than <paramref name="maximum"/>.</exception>
    public static async Task<MemoryStream> ReadAsync(string name, UploadFile file, int maximum, CancellationToken cancellationToken)
    {
        var (content, begin) = (file.Content, file.Content.CanSeek ? file.Content.Position : 0);
        if (content.CanSeek && content.Length - begin > maximum) throw TooLong(name);
        var held = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            if (held.Length + read > maximum) throw TooLong(name);
            held.Write(buffer, 0, read);
        }

        if (content.CanSeek) content.Position = begin;
        return held;
    }

    private static ArgumentException TooLong(string name) =>
        new($"The files of a create are held in memory, so that the same bytes can be sent again: with '{name}' they are more than {MaximumBytes / 1024 / 1024} MiB.", name);

    public static JsonNode Print(UploadFile file)
    {
        file.Content.Position = 0;
        return new JsonObject
        {
            ["fileName"] = file.FileName,
            ["contentType"] = file.ContentType,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(file.Content)),
        };
    }
}
