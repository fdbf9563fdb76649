namespace Semel;

/// <summary>A reply that is read as a stream: nothing of it is kept in memory. Dispose it, which ends the reply.</summary>
/// <remarks>The headers have come; how long reading may take is up to the caller's cancellation token.</remarks>
public sealed class Download : IDisposable, IAsyncDisposable
{
    private readonly HttpResponseMessage _response;

    private Download(HttpResponseMessage response, Stream content) => (_response, Content) = (response, content);

    /// <summary>The body, read forward. A reply that is cut off throws <see cref="IOException"/> at its end.</summary>
    public Stream Content { get; }

    /// <summary>The media type with its parameters, as the API says; null where it doesn't.</summary>
    public string? ContentType => _response.Content.Headers.ContentType?.ToString();

    /// <summary>The length in bytes; null where the API doesn't say it.</summary>
    public long? Length => _response.Content.Headers.ContentLength;

    /// <summary>The file's name (<c>Content-Disposition</c>), without folders; null where the API gives none.</summary>
    public string? FileName
    {
        get
        {
            var disposition = _response.Content.Headers.ContentDisposition;
            var name = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
            name = name?[(name.LastIndexOfAny(['/', '\\']) + 1)..];
            return name is null or "" or "." or ".." ? null : name;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        _response.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
    }

    internal static async Task<Download> OfAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
}
