using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Semel;

/// <summary>Ids as text, as records keep them.</summary>
public static class IdText
{
    /// <summary>The id as text, the same in every culture; null where there is none.</summary>
    public static string? Of<T>(T id) => id switch
    {
        null => null,
        string text => text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => id.ToString(),
    };

    /// <summary>The id of a type of its own.</summary>
    /// <exception cref="FormatException">The text is none.</exception>
    public static T Parse<T>(string id) where T : IParsable<T> => T.Parse(id, CultureInfo.InvariantCulture);

    /// <summary>The id inside a JSON text; null where there is none.</summary>
    /// <param name="json">The text.</param>
    /// <param name="path">Property path of the id: <c>droplet.id</c>.</param>
    public static string? InJson(string? json, string path)
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        try
        {
            return JsonNode.Parse(json) is JsonObject reply ? ResourceReader.Text(reply, path) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The id inside a reply whose body was buffered by <see cref="BufferedAsync"/>; else the last segment of its <c>Location</c>; null where there is neither.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="path">Property path of the id: <c>droplet.id</c>.</param>
    public static string? InReply(HttpResponseMessage reply, string path)
    {
        ArgumentNullException.ThrowIfNull(reply);
        using var text = new StreamReader(reply.Content.ReadAsStream(), leaveOpen: true);
        var id = InJson(text.ReadToEnd(), path);
        if (text.BaseStream.CanSeek) text.BaseStream.Position = 0;
        return id ?? InLocation(reply.Headers.Location);
    }

    /// <summary>The last segment of an address; null where there is none.</summary>
    public static string? InLocation(Uri? location)
    {
        var path = location?.OriginalString.Split('?', '#')[0].TrimEnd('/');
        return path is { Length: > 0 } ? Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]) : null;
    }

    /// <summary>The reply with its body in memory, so that both Semel and the caller can read it.</summary>
    public static async Task<HttpResponseMessage> BufferedAsync(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reply);
        await reply.Content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        return reply;
    }
}
